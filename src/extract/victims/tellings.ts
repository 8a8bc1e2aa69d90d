// What each sentence of a report tells of people shot: how many together, and who one by one. Sentences about some other shooting,
// and what follows them, are left out. What it comes to in all is in toll.ts.
import type { Codebook } from "../../codebook/load.ts";
import { type PhraseBook, phraseAt } from "../../codebook/phrases.ts";
import type { Fate, VictimWords } from "../../codebook/victims.ts";
import { overlaps, type Span } from "../../model/index.ts";
import { type Lexeme, lexemes } from "../lexemes.ts";
import type { Read } from "../slots.ts";
import { type Befallen, fatesIn } from "./fates.ts";
import { crowdAt, personAt } from "./people.ts";
import { died, type Someone, tell } from "./persons.ts";

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
        person: person ? { ...person, count: f.min } : crowdAt(inside[0]!, f.min),
        fate: f.measure === "killed" ? "killed" : "hurt",
        by: inside[0]!,
        self: false,
      },
    ];
  });
}

export interface Counts {
  readonly killed: number;
  readonly hurt: number;
  /** Shot, and the sentence does not say with what end. */
  readonly shot: number;
}
interface Words {
  readonly fate: Fate;
  readonly text: string;
  readonly at: Span;
}
/** Those whom sentence `n` counts together, and the words for all whom it tells of. */
export interface Lot extends Counts {
  readonly n: number;
  readonly words: readonly Words[];
}

/** What one sentence tells, all lots and people together. */
function summed(lot: Lot, people: readonly Someone[]): Counts {
  const sum = { killed: lot.killed, hurt: lot.hurt, shot: lot.shot };
  for (const one of people) {
    const here = one.told.filter((t) => t.sentence === lot.n && t.person.part !== "including");
    if (!here.length) continue;
    if (here.some((t) => t.fate === "killed")) sum.killed++;
    else if (died(one)) sum.shot++;
    else if (here.some((t) => t.fate !== "shot" || t.person.further)) sum.hurt++;
    else sum.shot++;
  }
  return sum;
}

/** What a whole report tells, sentence by sentence. */
export interface Tellings {
  readonly people: readonly Someone[];
  readonly lots: readonly Lot[];
  /** Of each lot's sentence, the lot and the people told of one by one together. */
  readonly sums: readonly Counts[];
  /** 'Triple shooting', 'double homicide'. */
  readonly whole: { readonly shot: number; readonly killed: number };
  /** Somebody is told that nobody was killed, or hurt. */
  readonly nobody: { readonly killed: boolean; readonly hurt: boolean };
  /** Words say that somebody died, without saying who. */
  readonly deadly: boolean;
}

/** Whether the sentence is of something else, and whether all is that comes after it. */
function otherMatter(pieces: readonly Lexeme[], { elsewhere, aside }: VictimWords): "sentence" | "rest" | null {
  const has = (book: PhraseBook<true>): boolean => pieces.some((_, k) => phraseAt(book, pieces, k) !== null);
  return has(elsewhere) ? "rest" : has(aside) ? "sentence" : null;
}

/** Whether the words at a place say that somebody died: 'charged with murder', not 'attempted murder' and 'murder detectives'. */
function saysDeadly(
  pieces: readonly Lexeme[],
  at: number,
  { deadly, notDeadly, notDeadlyBefore }: VictimWords,
): boolean {
  const found = phraseAt(deadly, pieces, at);
  if (!found || notDeadlyBefore.has(pieces[at + found.length]?.plain ?? "")) return false;
  return !pieces.slice(Math.max(0, at - 3), at).some((p) => notDeadly.has(p.plain));
}

/** The lot of one sentence; those told of one by one are told to `people`. */
function lotOf(read: Read, n: number, seen: readonly Befallen[], people: Someone[]): Lot {
  const lot = { killed: 0, hurt: 0, shot: 0, n, words: [] as Words[] };
  const counted = new Set<string>();
  for (const { person, fate, self } of seen) {
    if (person.count === null) continue;
    const token = read.sentence.passage.tokens[person.token]!;
    lot.words.push({ fate, text: token.text, at: token.span });
    if (person.count === 1) {
      tell(people, person, fate, self, n);
      continue;
    }
    // '3 people shot dead: three people were killed' says it twice.
    const again = counted.has(`${fate} ${person.count}`);
    counted.add(`${fate} ${person.count}`);
    const as = fate === "killed" ? "killed" : fate === "hurt" || person.further ? "hurt" : "shot";
    if (person.part !== "including" && !again) lot[as] += person.count;
  }
  return lot;
}

/** How far into a report a sentence about something else does not yet end what is told of its own matter. */
const HEAD = 2;

export function tellingsOf(reads: readonly Read[], codebook: Codebook): Tellings {
  const words = codebook.victims;
  const people: Someone[] = [];
  const lots: Lot[] = [];
  const nobody = { killed: false, hurt: false };
  const whole = { shot: 0, killed: 0 };
  let deadly = false;
  for (const [n, read] of reads.entries()) {
    const { sentence, places } = read;
    const pieces = lexemes(sentence.passage);
    const other = otherMatter(pieces, words);
    if (other === "rest" && n > HEAD) break;
    if (other) continue;
    for (const k of pieces.keys()) {
      whole.shot = Math.max(whole.shot, phraseAt(words.whole.shot, pieces, k)?.value ?? 0);
      whole.killed = Math.max(whole.killed, phraseAt(words.whole.killed, pieces, k)?.value ?? 0);
      deadly ||= saysDeadly(pieces, k, words);
    }
    const isPlace = (t: number): boolean => places.some((m) => overlaps(m.span, sentence.passage.tokens[t]!.span));
    const told = fatesIn(sentence, codebook, isPlace);
    for (const fate of told.nobody) nobody[fate === "killed" ? "killed" : "hurt"] = true;
    const seen = worst(told.befallen);
    lots.push(lotOf(read, n, [...seen, ...counted(read, seen, codebook, isPlace)], people));
  }
  return { people, lots, sums: lots.map((lot) => summed(lot, people)), whole, nobody, deadly };
}
