// What claims have to do with one another: a denial with what it denies, a later figure with the one it replaces, a copied
// claim with its original, a part with its whole. Links claims and never moves them.
import type { JudgementRules } from "../codebook/judgement.ts";
import { type ClaimId, type Day, type DocumentId, daysBetween, type Relation, type Slot } from "../model/index.ts";
import type { Account } from "./account.ts";
import type { Happening } from "./happening.ts";
import { COUNTRY } from "./locus.ts";
import { byKeys, grouped, inCommon } from "./names.ts";
import { sizeOf } from "./score.ts";

type Kind = Relation["kind"];
const relation = (from: ClaimId, to: ClaimId, kind: Kind, slots: readonly Slot[], by: string): Relation => ({
  from,
  to,
  kind,
  slots,
  by,
});

function denials(h: Happening): Relation[] {
  const told = h.accounts.filter((a) => a.claim.stance !== "denied");
  return h.accounts
    .filter((a) => a.claim.stance === "denied")
    .flatMap((d) =>
      told.map((a) =>
        relation(
          d.claim.id,
          a.claim.id,
          "denies",
          ["event"],
          d.family.id === a.family.id
            ? "denied in the same place and days"
            : `denied as ${d.family.id}, at the same place and day`,
        ),
      ),
    );
}

/** A later, higher count brings an earlier one up to date; a lower one of the same origin corrects it. */
function updates(h: Happening): Relation[] {
  const found: Relation[] = [];
  const rows = h.voices
    .filter((v) => v.claim.stance === "asserted" && v.published !== "~")
    .map((v) => {
      const killed = sizeOf(v.claim.figures, "killed");
      return { v, measure: killed ? "killed" : "injured", size: killed ?? sizeOf(v.claim.figures, "injured") };
    })
    .filter((r) => r.size !== null);
  // An outlet that repeats what an origin told before brings nothing up to date.
  const repeats = (r: (typeof rows)[number]): boolean =>
    rows.some(
      (o) =>
        r.v.origin !== null &&
        o.v.origin?.key === r.v.origin.key &&
        o.measure === r.measure &&
        o.v.published.slice(0, 10) < r.v.published.slice(0, 10) &&
        o.size!.min === r.size!.min &&
        o.size!.max === r.size!.max,
    );
  for (const later of rows.filter((r) => !repeats(r))) {
    // The nearest earlier ones only: a chain of updates, not every pair.
    const before = rows.filter(
      (r) => r.v.published.slice(0, 10) < later.v.published.slice(0, 10) && r.measure === later.measure,
    );
    const own = before.filter((r) => r.v.origin !== null && r.v.origin.key === later.v.origin?.key).at(-1);
    const last = own ?? before.at(-1);
    if (!last) continue;
    const [x, y] = [last.size!, later.size!];
    if (y.min > (x.max ?? x.min))
      found.push(
        relation(
          later.v.claim.id,
          last.v.claim.id,
          "updates",
          ["figures"],
          own ? "later figure of the same origin" : "later, higher figure",
        ),
      );
    else if (own && (y.max ?? y.min) < x.min)
      found.push(
        relation(later.v.claim.id, last.v.claim.id, "corrects", ["figures"], "later, lower figure of the same origin"),
      );
  }
  return found;
}

/** Claims of copied documents, each with the claim of the original that says the same. */
function copied(accounts: readonly Account[], copies: ReadonlyMap<DocumentId, DocumentId>): Relation[] {
  const byDocument = grouped(accounts, (a) => a.claim.document);
  return accounts.flatMap((a) => {
    const root = copies.get(a.claim.document);
    const same = (byDocument.get(root ?? a.claim.document) ?? [])
      .filter((o) => root !== undefined && o.claim.event === a.claim.event && o.claim.stance === a.claim.stance)
      .map((o) => ({ o, share: inCommon(a.words, o.words) }))
      .filter((x) => x.share >= 0.7)
      .sort((x, y) => y.share - x.share || (x.o.claim.id < y.o.claim.id ? -1 : 1))[0];
    return same ? [relation(a.claim.id, same.o.claim.id, "copies", [], "near-copy of the document")] : [];
  });
}

const lead = (h: Happening): Account => h.accounts.find((a) => a.claim.stance === "asserted") ?? h.accounts[0]!;

/** The day and place by which parts find their wholes. */
export interface Site {
  readonly day: Day;
  readonly account: Account;
}
export function siteOf(h: Happening): Site | null {
  const { time, background } = h.body;
  const account = lead(h);
  const exact = time !== null && daysBetween(time.start, time.end) <= 2 && account.locus.key !== null;
  return exact && account.layer === "told" && !background ? { day: time.start, account } : null;
}

/** Incidents of one place and day of which one is by its kind part of the other, and a town's within its province's. */
function parts(happenings: readonly Happening[], rules: JudgementRules): Relation[] {
  const found: Relation[] = [];
  const components = new Set(rules.components.map(([part, whole]) => `${part} ${whole}`));
  const exact = happenings.flatMap((h) => {
    const site = siteOf(h);
    return site ? [{ h, ...site }] : [];
  });
  const byDay = grouped(exact, ({ day, account }) => `${day} ${account.locus.key}`);
  for (const { h, day, account: own } of exact) {
    for (const { account: whole } of byDay.get(`${day} ${own.locus.key}`) ?? [])
      if (components.has(`${own.family.id} ${whole.family.id}`))
        found.push(
          relation(
            own.claim.id,
            whole.claim.id,
            "part_of",
            [],
            `${own.family.id} within ${whole.family.id}, same place and day`,
          ),
        );
    for (const id of own.locus.within)
      for (const { h: other, account: wider } of byDay.get(`${day} ${id}`) ?? [])
        if (wider.family.id === own.family.id && wider.locus.width < COUNTRY - 1 && other !== h)
          found.push(
            relation(own.claim.id, wider.claim.id, "part_of", ["place"], "same kind and day, place within place"),
          );
  }
  return found;
}

/** Every relation, in a fixed order. */
export function relations(
  happenings: readonly Happening[],
  accounts: readonly Account[],
  copies: ReadonlyMap<DocumentId, DocumentId>,
  rules: JudgementRules,
): Relation[] {
  return [
    ...happenings.flatMap((h) => [...denials(h), ...(h.body.tally ? [] : updates(h))]),
    ...copied(accounts, copies),
    ...parts(happenings, rules),
  ].sort(
    byKeys(
      (r) => r.from,
      (r) => r.to,
      (r) => r.kind,
    ),
  );
}
