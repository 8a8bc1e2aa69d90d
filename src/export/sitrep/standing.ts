// The report's account of how things stand: which places changed hands, what is disputed in both sides' words, and
// which orders bind or ran out.
import type { Day, Holding } from "../../model/index.ts";
import { capital, commonYear, counted, full, listed, longDay, manyOf, named, when } from "../../wording/english.ts";
import { placeName, sentence } from "../../wording/happening.ts";
import { byId, quoted, voice } from "../voices.ts";
import type { Desk, OrderOn } from "./desk.ts";
import { type Block, type Line, type Section, underHeads } from "./report.ts";

/** 'Hayat Tahrir al-Sham took control of Hama and Homs', as a clause. */
function holdingClause(h: Holding, places: readonly string[]): string {
  const [who, where] = [named(h.holder.name), listed(places)];
  const clause: Record<Holding["state"], string> = {
    controls: `${who} took control of ${where}`,
    contested: `${who} contested ${where}`,
    besieged: `${who} laid siege to ${where}`,
    present: `${who} had forces in ${where}`,
    left: `${who} left ${where}`,
  };
  return clause[h.state];
}

/** Who vouches for the holding, or denies it. */
export function basis(h: Holding): string {
  const accounts = h.accounts.map(named).slice(0, 3);
  const more = h.accounts.length > 3 ? [counted(h.accounts.length - 3, "other")] : [];
  const who = listed([...accounts, ...more]);
  if (h.basis === "denied") return who ? `which ${who} denied` : "which is denied";
  if (h.basis === "claimed_by_holder") return `by ${manyOf(h.holder.name) ? "their" : "its"} own account`;
  return who ? `according to ${who}` : "by an unnamed account";
}

/** Holdings that begin in the window, by day; places taken alike, by the same account, share a line. */
export function controlSection(desk: Desk): Section | null {
  const inside = (d: Day | null): boolean => d !== null && d >= desk.from && d <= desk.to;
  const began = desk.holdings
    .filter((h) => inside(h.from))
    .sort((a, b) => (`${a.from} ${a.place.name} ${a.id}` < `${b.from} ${b.place.name} ${b.id}` ? -1 : 1));
  if (began.length === 0) return null;
  const alike = new Map<string, Holding[]>();
  for (const h of began) {
    const key = JSON.stringify([h.from, h.to, h.holder.id, h.holder.name, h.state, h.basis, h.accounts]);
    alike.set(key, [...(alike.get(key) ?? []), h]);
  }
  const year = commonYear(desk.from, desk.to);
  const day = (d: Day): string => when({ start: d, end: d, grain: "day" }, year);
  const rows = [...alike.values()].map((same) => {
    const h = same[0]!;
    // Left on the day that it was taken: the next line says who has it since.
    const until = h.to && h.to < desk.to && h.to !== h.from ? `, until ${day(h.to)}` : "";
    const told = holdingClause(h, [...new Set(same.map((s) => placeName(s.place)))]);
    const line: Line = [`${capital(told)}${until}, ${basis(h)}. `, desk.cite.claims(same.flatMap((s) => s.claims))];
    return { head: day(h.from!), line };
  });
  return { heading: "Control of places", blocks: [{ kind: "list", lines: underHeads(rows) }] };
}

const SLOTS: Readonly<Record<string, string>> = {
  stance: "Whether it happened",
  event: "What it was",
  time: "When",
  place: "Where",
  actors: "Who did it",
  targets: "To whom",
  figures: "How many",
  order: "On what terms",
};

/** Each dispute under the sentence it is about, every side in its own words. */
export function disputesSection(desk: Desk): Section | null {
  const documents = byId(desk.documents);
  const happened = new Set(desk.happened.map((i) => i.id as string));
  const rows = desk.disputes.filter((d) => happened.has(d.incident.id));
  if (rows.length === 0) return null;
  const blocks: Block[] = [];
  let last = "";
  for (const row of rows) {
    const { incident } = row;
    if (incident.id !== last) {
      const day = incident.time ? `${when(incident.time)}: ` : "";
      blocks.push({ kind: "heading", text: capital(`${day}${sentence(incident)}`) });
    }
    last = incident.id;
    // Whether it happened needs no label: one says it did, and the other that it did not.
    const stance = row.slot === "stance";
    if (!stance) blocks.push({ kind: "paragraph", line: [{ em: `${SLOTS[row.slot] ?? capital(row.slot)}:` }] });
    const lines = row.sides.flatMap((side) =>
      side.claims
        .slice(0, 2)
        .map(
          (c): Line => [
            { strong: `${capital(voice(c, documents))}${stance ? "" : `, ${side.value}`}:` },
            ` ${quoted(c.quote)} `,
            desk.cite.claims([c.id]),
          ],
        ),
    );
    blocks.push({ kind: "list", lines });
  }
  return { heading: "Disputed", blocks };
}

const KINDS: Readonly<Record<OrderOn["kind"], string>> = {
  amnesty: "an amnesty",
  curfew: "a curfew",
  closure: "a closure",
  advisory: "an advisory",
  ceasefire: "a ceasefire",
  evacuation: "an evacuation",
};

const END: Readonly<Record<string, string>> = {
  in_force: "In force at the end of the window",
  extended: "Extended, and in force at the end of the window",
  expired: "Expired",
  lifted: "Lifted",
  broken: "Reported as broken",
  proposed: "Proposed, not reported as in force",
  unknown: "Nothing says whether it still holds",
};

function orderLine(desk: Desk, o: OrderOn): Line {
  const names = (parties: readonly { readonly name: string }[]): string => listed(parties.map((p) => named(p.name)));
  const issuer = names(o.issuer);
  const place = o.place ? ` in ${placeName(o.place)}` : "";
  const told = `${issuer ? `${issuer} announced` : ""}${issuer ? " " : ""}${KINDS[o.kind]}${issuer ? "" : " was announced"}${place}`;
  const people = o.for.length > 0 ? ` for ${names(o.for)}` : "";
  const hours = o.hours ? `, ${o.hours}` : "";
  const status = END[o.status] ?? capital(o.status.replaceAll("_", " "));
  const ended =
    o.status === "lifted" && o.lifted
      ? ` on ${longDay(o.lifted)}`
      : o.status === "expired" && o.until
        ? ` after ${longDay(o.until)}`
        : "";
  const until = o.until && o.status !== "expired" ? ` It holds until ${longDay(o.until)}.` : "";
  const text = (terms: readonly { readonly text: string }[]): string =>
    listed(terms.slice(0, 4).map((t) => quoted(t.text, 160)));
  return [
    ...(o.announced ? [{ strong: `${longDay(o.announced)}.` }, " "] : []),
    `${full(capital(`${told}${people}${hours}`))}${until} `,
    ...(o.grants.length > 0 ? [`It grants: ${text(o.grants)}. `] : []),
    ...(o.conditions.length > 0 ? [`On condition: ${text(o.conditions)}. `] : []),
    ...(o.exceptions.length > 0 ? [`Except: ${text(o.exceptions)}. `] : []),
    { em: `${status}${ended}.` },
    " ",
    desk.cite.claims(o.claims),
  ];
}

/** Orders that held on some day of the window, the latest to run out first among those that ran out. */
export function ordersSection(desk: Desk): Section | null {
  const held = desk.orders.filter((o) => {
    const start = o.from ?? o.announced;
    if (start === null) return true;
    const end = o.lifted ?? o.until ?? desk.to;
    return start <= desk.to && end >= desk.from;
  });
  if (held.length === 0) return null;
  const key = (o: OrderOn): string => `${o.announced ?? o.from ?? "9999"} ${o.id}`;
  const lines = [...held].sort((a, b) => (key(a) < key(b) ? -1 : 1)).map((o) => orderLine(desk, o));
  return { heading: "Orders", blocks: [{ kind: "list", lines }] };
}
