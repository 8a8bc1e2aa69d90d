// The killed and injured of the one shooting that a report tells, added up over its sentences: people counted together
// ('four people were shot'), and people told of one by one. The same person told again is one; who died is no longer injured.
import type { Codebook } from "../../codebook/load.ts";
import type { Span } from "../../model/index.ts";
import type { Read } from "../slots.ts";
import { died, type Someone } from "./persons.ts";
import { type Counts, type Lot, type Tellings, tellingsOf } from "./tellings.ts";

export interface Toll {
  /** Null: nobody says. */
  readonly killed: number | null;
  readonly injured: number | null;
  /** The words of whom each count counts. */
  readonly evidence: Readonly<Record<"killed" | "injured", { readonly text: string; readonly at: readonly Span[] }>>;
}

/** How far into a report its own victims are brought in; who comes later is of something else that it recalls. */
const LATE = 12;
/** Sentences, the headline with them, that sum up what happened. */
const LEAD = 6;

const most = (key: keyof Counts, rows: readonly Counts[]): number => rows.reduce((m, s) => Math.max(m, s[key]), 0);

export function tollOf(reads: readonly Read[], codebook: Codebook): Toll {
  const told = tellingsOf(reads, codebook);
  const { killed, injured } = addedUp(told);
  return {
    killed: killed > 0 || told.nobody.killed ? killed : null,
    injured: injured > 0 || told.nobody.hurt ? injured : null,
    evidence: {
      killed: evidence(told.lots, (fate) => fate === "killed"),
      injured: evidence(told.lots, (fate) => fate !== "killed"),
    },
  };
}

function addedUp({ people, lots, sums, whole, deadly }: Tellings): { killed: number; injured: number } {
  const soonest = people.filter((one) => one.told[0]!.sentence < LATE);
  const early = soonest.length > 0 ? soonest : people;
  const soon = sums.filter((_, k) => lots[k]!.n < LATE);
  const isLot = (k: number): boolean => lots[k]!.killed + lots[k]!.hurt + lots[k]!.shot > 0;
  const grouped = sums.filter((_, k) => isLot(k));
  const lead = sums.filter((_, k) => isLot(k) && lots[k]!.n < LEAD);
  // What the lead sums up goes before what comes later in the text, which may sum up more than this.
  const together = (key: keyof Counts): number => most(key, lead) || most(key, grouped);
  const dead = countDead(early);
  const killedTogether = together("killed");
  let killed = Math.max(whole.killed, killedTogether > 1 ? killedTogether : Math.max(dead, most("killed", soon)));
  // 'One dead, three wounded' counts them all.
  if (killedTogether === 1 && whole.killed === 0) killed = 1;
  if (killed === 0 && deadly && most("hurt", sums) + most("shot", sums) === 0) killed = 1;
  const shot = Math.max(whole.shot, together("shot"));
  const hurt = together("hurt");
  // Of four who were shot and one who died, three live.
  const rest = shot - killed;
  const alone = Math.max(early.length - dead, most("hurt", soon));
  const injured = hurt > 1 ? hurt : rest > 0 ? Math.max(rest, hurt) : alone;
  const tooMany = whole.shot > killed && killed + injured > whole.shot;
  return { killed, injured: shot > killed + injured || tooMany ? rest : injured };
}

/** A suspect whom the police killed is 'a man' in other sentences, unless one sentence tells of both. */
function countDead(people: readonly Someone[]): number {
  const dead = people.filter(died);
  const suspect = dead.find((one) => one.doer && !one.self);
  if (!suspect) return dead.length;
  const here = new Set(suspect.told.map((t) => t.sentence));
  const twice = (one: Someone): boolean =>
    one !== suspect && one.sex === "male" && one.child !== true && !one.told.some((t) => here.has(t.sentence));
  return dead.length - Number(dead.some(twice));
}

/** The words that tell of such a fate. */
function evidence(lots: readonly Lot[], ofFate: (fate: string) => boolean): { text: string; at: Span[] } {
  const words = lots.flatMap((lot) => lot.words.filter((w) => ofFate(w.fate)));
  return { text: words[0]?.text ?? "", at: words.map((w) => w.at) };
}
