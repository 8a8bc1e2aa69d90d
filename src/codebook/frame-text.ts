// A frame of events.yaml in words that a reader of an explanation understands: what it looks for, where it takes doer and
// target from, and what narrows it. It tells what is written there; whether it fits a sentence is for extract to find.
import { ACTOR, type Events, TARGET, type WrittenFrame } from "./events.ts";

type Kind = "verb" | "noun";

/** One way of reading a frame, by its verbs or by its nouns, as a claim's evidence names it. */
export interface FrameText {
  /** 'withdrawal/verb/1'. */
  readonly rule: string;
  readonly kind: Kind;
  /** 'SUBJECT(force) abandon / vacate / … OBJECT(place, site)'. */
  readonly pattern: string;
  /** 'actor: subject', 'not followed by: money, cash'. */
  readonly narrowed: readonly string[];
}

const STANDING: Readonly<Record<NonNullable<WrittenFrame["holding"]>, string>> = {
  controls: "the actor then holds the place",
  contested: "the place is then contested",
  besieged: "the place is then besieged",
  present: "the actor is then in the place",
  left: "the actor has then left the place",
};
const PLACES = { at: "the place where", from: "the place left", to: "the place reached", near: "the place nearby" };

const slot = (name: string, classes: readonly string[]): string =>
  classes.length > 0 ? `${name}(${classes.join(", ")})` : name;

/** The patterns apart by slashes, those in `first` before the others, at most `most` of them. */
function listed(patterns: readonly string[], first: readonly string[], most: number): string {
  const order = [...first, ...patterns.filter((p) => !first.includes(p))];
  return [...order.slice(0, most), ...(order.length > most ? ["…"] : [])].join(" / ");
}

function narrowed(frame: WrittenFrame, kind: Kind): string[] {
  const list = (words: readonly string[]): string => words.join(", ");
  const places = Object.entries(PLACES).flatMap(([role, name]) => {
    const words = Object.keys(frame.place).filter((word) => frame.place[word] === role);
    return words.length > 0 ? [`${name}: ${list(words)}`] : [];
  });
  const target = frame.target ?? TARGET[kind];
  const lines: readonly [boolean, string][] = [
    [true, `actor: ${list(frame.actor ?? ACTOR[kind]) || "none"}`],
    [true, `target: ${list(target) || "none"}`],
    ...places.map((p) => [true, p] as [boolean, string]),
    [frame.with.length > 0, `one of these near it: ${list(frame.with)}`],
    [frame.follow.length > 0, `followed by: ${list(frame.follow)}`],
    [frame.not.length > 0, `not followed by: ${list(frame.not)}`],
    [frame.not_after.length > 0, `not after: ${list(frame.not_after)}`],
    [frame.weak, "yields to a frame that says how"],
    [frame.standing, "a lasting fact, told as background"],
    [frame.governs, "what is its object is spoken of, not told"],
    [frame.holding !== null, frame.holding === null ? "" : STANDING[frame.holding]],
  ];
  return lines.filter(([told]) => told).map(([, text]) => text);
}

/** `first`: patterns to name first; `most`: how many are named at most. */
function textOf(event: string, n: number, frame: WrittenFrame, kind: Kind, first: readonly string[], most: number) {
  const words = listed(kind === "verb" ? frame.verbs : frame.nouns, first, most);
  const object = frame.needs.length > 0 || (frame.target ?? TARGET[kind]).includes("object");
  const pattern =
    kind === "verb"
      ? [slot("SUBJECT", frame.subject), words, ...(object ? [slot("OBJECT", frame.needs)] : [])]
      : [words, ...(frame.needs.length > 0 ? [slot("OF", frame.needs)] : [])];
  return { rule: `${event}/${kind}/${n + 1}`, kind, pattern: pattern.join(" "), narrowed: narrowed(frame, kind) };
}

/** A type's frames in words, one for its verbs and one for its nouns where a frame has both. */
export const frameTexts = (event: string, frames: readonly WrittenFrame[]): FrameText[] =>
  frames.flatMap((frame, n) =>
    (["verb", "noun"] as const)
      .filter((kind) => frame[`${kind}s`].length > 0)
      .map((kind) => textOf(event, n, frame, kind, [], Number.POSITIVE_INFINITY)),
  );

/** How many letters two words share at their beginning; one letter of a longer word tells nothing. */
function shared(a: string, b: string): number {
  let n = 0;
  while (n < a.length && a[n] === b[n]) n++;
  return n >= Math.min(2, a.length) ? n : 0;
}

/** The alternative of a step that is most like one of the words, and by how many letters. */
function likest(step: string, words: readonly string[]): { readonly word: string; readonly letters: number } {
  const alternatives = step
    .replace(/\?$/, "")
    .split("|")
    .map((word) => ({ word, letters: Math.max(0, ...words.map((w) => shared(word, w))) }));
  return alternatives.reduce((a, b) => (b.letters > a.letters ? b : a));
}

/** The pattern that is most like the words, letter by letter; null where none has something of each of its steps in them. */
function patternOf(patterns: readonly string[], words: readonly string[]): string | null {
  let best: string | null = null;
  let most = 0;
  for (const pattern of patterns) {
    const each = pattern
      .split(/\s+/)
      .filter((step) => step !== "~" && !step.endsWith("?"))
      .map((step) => likest(step, words).letters);
    const letters = each.includes(0) ? 0 : each.reduce((a, b) => a + b, 0);
    if (letters > most) [best, most] = [pattern, letters];
  }
  return best;
}

/** A step of many alternatives is told by the one that is like the words, or by its first. */
const short = (pattern: string, words: readonly string[]): string =>
  pattern
    .split(/\s+/)
    .map((step) => (step.split("|").length > 3 ? `${likest(step, words).word}|…` : step))
    .join(" ");

const RULE = /([a-z_]+)\/(verb|noun)\/(\d+)/g;
const NAMED = 4;

/**
 * The frames that a claim's rule names, each as one line with the pattern most like `words` first; null for a rule that
 * is no frame of `events`.
 */
export function ruleText(events: Events, rule: string, words: readonly string[]): string | null {
  const said = words.join(" ").toLowerCase().split(/\s+/);
  const lines = [...rule.matchAll(RULE)].flatMap(([, event, kind, n]) => {
    const frame = events.types.get(event!)?.frames[Number(n) - 1];
    const patterns = kind === "verb" ? frame?.verbs : frame?.nouns;
    if (!frame || !patterns || patterns.length === 0) return [];
    const first = patternOf(patterns, said);
    const shortened = {
      ...frame,
      verbs: frame.verbs.map((p) => short(p, said)),
      nouns: frame.nouns.map((p) => short(p, said)),
    };
    return [
      textOf(event!, Number(n) - 1, shortened, kind as Kind, first === null ? [] : [short(first, said)], NAMED).pattern,
    ];
  });
  return lines.length > 0 ? [...new Set(lines)].join("; as ") : null;
}
