// The small pattern language of the frames: words, alternatives ('a|b'), words that may miss ('their?') and gaps ('~', up to
// four words). Compiled once, matched at a token. It sees plain words only, no meaning.
export interface Step {
  readonly words: ReadonlySet<string>;
  readonly optional: boolean;
  readonly gap: boolean;
}
export type Steps = readonly Step[];

/** `forms` widens the words of one step (a verb's forms, a noun's plural). */
export function compileSteps(pattern: string, forms: (word: string, index: number, last: boolean) => string[]): Steps {
  const parts = pattern.toLowerCase().split(/\s+/).filter(Boolean);
  return parts.map((part, i) => {
    if (part === "~") return { words: new Set<string>(), optional: true, gap: true };
    const optional = part.endsWith("?");
    const words = part
      .replace(/\?$/, "")
      .split("|")
      .flatMap((w) => forms(w, i, i === parts.length - 1));
    return { words: new Set(words), optional, gap: false };
  });
}

export const literal = (pattern: string): Steps => compileSteps(pattern, (w) => [w]);

const GAP = 4;
const stops = /^[.;:!?()]$/;

/** Index after the last token matched when `steps` (from `step` on) fit at `at`; -1 when they do not. */
export function matchSteps(words: readonly string[], at: number, steps: Steps, step = 0): number {
  const now = steps[step];
  if (!now) return at;
  if (now.gap) {
    for (let skip = 0; skip <= GAP; skip++) {
      if (skip > 0 && (words[at + skip - 1] === undefined || stops.test(words[at + skip - 1]!))) return -1;
      const end = matchSteps(words, at + skip, steps, step + 1);
      if (end >= 0) return end;
    }
    return -1;
  }
  if (words[at] !== undefined && now.words.has(words[at]!)) {
    const end = matchSteps(words, at + 1, steps, step + 1);
    if (end >= 0) return end;
  }
  return now.optional ? matchSteps(words, at, steps, step + 1) : -1;
}

/** Where in `words`, from `from` up to `to`, the steps fit first; null when nowhere. */
export function findSteps(
  words: readonly string[],
  steps: Steps,
  from = 0,
  to = words.length,
): [from: number, to: number] | null {
  for (let i = from; i < to; i++) {
    const end = matchSteps(words, i, steps);
    if (end >= 0 && end <= to) return [i, end];
  }
  return null;
}
