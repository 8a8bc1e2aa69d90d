// The killed and injured of the one shooting that a report tells, added up over its sentences: people counted together
// ('four people were shot'), and people told of one by one. The same person told again is one; who died is no longer injured.
import type { Codebook } from "../../codebook/load.ts";
import { phraseAt } from "../../codebook/phrases.ts";
import type { Fate } from "../../codebook/victims.ts";
import { overlaps, type Span } from "../../model/index.ts";
import { lexemes } from "../lexemes.ts";
import type { Read } from "../slots.ts";
import { type Befallen, fatesIn } from "./fates.ts";
import { type Person, personAt } from "./people.ts";
import { died, type Someone, tell } from "./persons.ts";

export interface Toll {
  /** Null: nobody says. */
  readonly killed: number | null;
  readonly injured: number | null;
  /** The words of whom each count counts; none where only the headline tells. */
  readonly evidence: Readonly<Record<"killed" | "injured", { readonly text: string; readonly at: readonly Span[] }>>;
}

const ORDER: readonly Fate[] = ["killed", "hurt", "treated", "shot"];

/** What befell each phrase of a sentence, at the worst. */
function worst(befallen: readonly Befallen[]): Befallen[] {
  const by = new Map<number, Befallen>();
  for (const b of befallen) {
    const before = by.get(b.person.token);
    if (!before || ORDER.indexOf(b.fate) < ORDER.indexOf(before.fate))
      by.set(b.person.token, { ...b, self: b.self || (before?.self ?? false) });
  }
  return [...by.values()].sort((a, b) => a.person.token - b.person.token);
}

/** Whom the figures of the sentence count and the tree does not show. */
function counted(
  { sentence, figures }: Read,
  seen: readonly Befallen[],
  codebook: Codebook,
  isPlace: (t: number) => boolean,
): Befallen[] {
  const { tokens } = sentence.passage;
  return figures.flatMap((f): Befallen[] => {
    const after = tokens.flatMap((t, i) => (t.span[0] >= f.span[1] ? [sentence.words[i]!] : [])).slice(0, 10);
    if (after.some((w) => /^(?:not|n't|unhurt|uninjured|unharmed|never)$/.test(w))) return [];
    if (f.of !== null || (f.measure !== "killed" && f.measure !== "injured")) return [];
    const inside = tokens.flatMap((t, i) => (overlaps(t.span, f.span) ? [i] : []));
    if (seen.some(({ person }) => inside.includes(person.token)) || f.min === 0) return [];
    const person = inside.map((i) => personAt(sentence, i, codebook, isPlace)).findLast((p) => p !== null);
    if (!person && f.min < 2) return [];
    return [
      {
        person: { ...(person ?? crowd(inside[0]!)), count: f.min },
        fate: f.measure === "killed" ? "killed" : "hurt",
        by: inside[0]!,
        self: false,
      },
    ];
  });
}

/** People of a noun that no list has: 'four Marines'. */
const crowd = (token: number): Person => ({
  token,
  count: null,
  sex: null,
  age: null,
  child: null,
  name: null,
  told: "new",
  further: false,
  anyone: false,
  doer: false,
  part: null,
});

/** Those counted together in one sentence, and how many there were of each lot beside the people told of one by one. */
interface Lot {
  killed: number;
  hurt: number;
  shot: number;
}

interface Told extends Lot {
  readonly n: number;
  readonly words: { readonly fate: Fate; readonly text: string; readonly at: Span }[];
}

/** What one sentence tells, all lots and people together. */
function summed(n: number, lot: Lot, people: readonly Someone[]): Lot {
  const sum = { killed: lot.killed, hurt: lot.hurt, shot: lot.shot };
  for (const one of people) {
    const here = one.told.filter((t) => t.sentence === n && t.person.part !== "including");
    if (!here.length) continue;
    if (here.some((t) => t.fate === "killed")) sum.killed++;
    else if (died(one)) sum.shot++;
    else if (here.some((t) => t.fate !== "shot" || t.person.further)) sum.hurt++;
    else sum.shot++;
  }
  return sum;
}

export function gathered(reads: readonly Read[], codebook: Codebook) {
  const { elsewhere, aside, whole, deadly, notDeadly, notDeadlyBefore } = codebook.victims;
  const people: Someone[] = [];
  const lots: Told[] = [];
  const none = { killed: false, hurt: false };
  const all = { shot: 0, killed: 0 };
  let isDeadly = false;
  for (const [n, read] of reads.entries()) {
    const { sentence } = read;
    const pieces = lexemes(sentence.passage);
    if (pieces.some((_, k) => phraseAt(elsewhere, pieces, k))) {
      if (n > 2) break;
      continue;
    }
    if (pieces.some((_, k) => phraseAt(aside, pieces, k))) continue;
    for (const k of pieces.keys()) {
      all.shot = Math.max(all.shot, phraseAt(whole.shot, pieces, k)?.value ?? 0);
      all.killed = Math.max(all.killed, phraseAt(whole.killed, pieces, k)?.value ?? 0);
      const found = phraseAt(deadly, pieces, k);
      const spared = pieces.slice(Math.max(0, k - 3), k).some((p) => notDeadly.has(p.plain));
      if (found && !spared && !notDeadlyBefore.has(pieces[k + found.length]?.plain ?? "")) isDeadly = true;
    }
    const isPlace = (t: number): boolean => read.places.some((m) => overlaps(m.span, sentence.passage.tokens[t]!.span));
    const { befallen, nobody } = fatesIn(sentence, codebook, isPlace);
    for (const fate of nobody) none[fate === "killed" ? "killed" : "hurt"] = true;
    const lot: Told = { killed: 0, hurt: 0, shot: 0, n, words: [] };
    const lotted = new Set<string>();
    const seen = worst(befallen);
    for (const { person, fate, self } of [...seen, ...counted(read, seen, codebook, isPlace)]) {
      if (person.count === null) continue;
      const token = sentence.passage.tokens[person.token]!;
      lot.words.push({ fate, text: token.text, at: token.span });
      if (person.count === 1) tell(people, person, fate, self, n);
      else if (person.part !== "including" && !lotted.has(`${fate} ${person.count}`))
        lot[fate === "killed" ? "killed" : fate === "hurt" || person.further ? "hurt" : "shot"] += person.count;
      if (person.count > 1) lotted.add(`${fate} ${person.count}`);
    }
    lots.push(lot);
  }
  return { people, lots, sums: lots.map((lot) => summed(lot.n, lot, people)), all, none, isDeadly };
}

/** How far into a report its own victims are brought in; who comes later is of something else that it recalls. */
const LATE = 12;
/** Sentences, the headline with them, that sum up what happened. */
const LEAD = 6;

/**
 * @param headline the headline that the report came with, read; its words are no evidence, since they stand outside of the text
 */
export function tollOf(headline: readonly Read[], reads: readonly Read[], codebook: Codebook): Toll {
  const { people, lots, sums, all, none, isDeadly } = gathered([...headline, ...reads], codebook);
  const early = people.filter((one) => one.told[0]!.sentence < LATE);
  const soon = sums.filter((_, k) => lots[k]!.n < LATE);
  const isLot = (k: number): boolean => lots[k]!.killed + lots[k]!.hurt + lots[k]!.shot > 0;
  const grouped = sums.filter((_, k) => isLot(k));
  const lead = sums.filter((_, k) => isLot(k) && lots[k]!.n < LEAD);
  const most = (key: keyof Lot, rows: readonly Lot[]): number => rows.reduce((m, s) => Math.max(m, s[key]), 0);
  // What the lead sums up goes before what comes later in the text, which may sum up more than this.
  const together = (key: keyof Lot): number => most(key, lead) || most(key, grouped);
  const dead = countDead(early);
  const killedTogether = together("killed");
  let killed = Math.max(all.killed, killedTogether > 1 ? killedTogether : Math.max(dead, most("killed", soon)));
  if (killedTogether === 1 && all.killed === 0) killed = 1;
  if (killed === 0 && isDeadly && most("hurt", sums) + most("shot", sums) === 0) killed = 1;
  const shot = Math.max(all.shot, together("shot"));
  const hurt = together("hurt");
  const rest = shot - killed;
  let injured = hurt > 1 ? hurt : rest > 0 ? Math.max(rest, hurt) : Math.max(early.length - dead, most("hurt", soon));
  if (shot > killed + injured || (all.shot > killed && killed + injured > all.shot)) injured = rest;
  return {
    killed: killed > 0 || none.killed ? killed : null,
    injured: injured > 0 || none.hurt ? injured : null,
    evidence: { killed: evidence(headline.length, lots, "killed"), injured: evidence(headline.length, lots, "hurt") },
  };
}

/** A suspect whom the police killed is 'a man' in other sentences, unless one sentence tells of both. */
function countDead(people: readonly Someone[]): number {
  const dead = people.filter(died);
  const suspect = dead.find((one) => one.doer && one.self === false);
  const here = new Set(suspect?.told.map((t) => t.sentence));
  const twice =
    suspect &&
    dead.some(
      (one) =>
        one !== suspect && one.sex === "male" && one.child !== true && !one.told.some((t) => here.has(t.sentence)),
    );
  return dead.length - Number(twice ?? false);
}

function evidence(skip: number, lots: readonly Told[], key: "killed" | "hurt"): { text: string; at: Span[] } {
  const words = lots
    .filter((lot) => lot.n >= skip)
    .flatMap((lot) => lot.words)
    .filter((w) => (w.fate === "killed") === (key === "killed"));
  return { text: words[0]?.text ?? "", at: words.map((w) => w.at) };
}
