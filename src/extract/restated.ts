// A second figure for what was just told: 'another source put the figure at 2,000 troops'. It is a claim of its own, of the same
// happening, by whoever gives it. The measure is that of the figure it corrects.
import { type FigureMention, span } from "../model/index.ts";
import type { Account } from "./accounts.ts";
import type { Attribution } from "./saying/attribution.ts";
import type { Read } from "./slots.ts";

const COUNTS = /^(figure|number|toll|count|total|estimate|tally)$/;

/** The attribution and the figure of a sentence that restates a count; null where it does not. */
export function restatedIn(
  read: Read,
  attributions: readonly Attribution[],
): { by: Attribution; figure: FigureMention } | null {
  const { words } = read.sentence;
  for (const by of attributions) {
    if (!/^(put|puts|gave|gives|estimated|placed)$/.test(words[by.cue[0]]!)) continue;
    if (!words.slice(by.cue[1], by.cue[1] + 6).some((w) => COUNTS.test(w))) continue;
    const figure =
      read.figures.find((f) => f.span[0] >= read.sentence.passage.tokens[by.cue[0]]!.span[0]) ??
      bareFigure(read, by.cue[1]);
    if (figure) return { by, figure };
  }
  return null;
}

/** 'at about 200': a number that counts nothing by itself. */
function bareFigure(read: Read, from: number): FigureMention | null {
  const { words, passage } = read.sentence;
  const at = words.findIndex((w, i) => i >= from && /^\d+$/.test(w));
  if (at < 0) return null;
  // 2,000 is three tokens
  const grouped = words[at + 1] === "," && /^\d{3}$/.test(words[at + 2] ?? "");
  const value = Number(grouped ? words[at]! + words[at + 2]! : words[at]);
  const least = /^(least|than|over)$/.test(words[at - 1] ?? "");
  const about = /^(about|around|some|nearly|roughly|almost|approximately)$/.test(words[at - 1] ?? "");
  const to = grouped ? at + 2 : at;
  return {
    kind: "figure",
    span: span(passage.tokens[at]!.span[0], passage.tokens[to]!.span[1]),
    rule: "figure.restated",
    text: read.sentence.texts.slice(at, to + 1).join(""),
    min: value,
    max: least ? null : value,
    approx: about,
    measure: null,
    group: "unknown",
    of: null,
  };
}

export function restate(of: Account, read: Read, by: Attribution): Account {
  const trigger = { ...of.trigger, from: by.cue[0], to: by.cue[1], clause: 0, verb: null };
  return {
    ...of,
    read,
    trigger,
    triggers: [trigger],
    sources: by.sources[0]?.sort === "source" ? [...by.sources, ...of.sources.slice(1)] : by.sources,
    chain: [by],
    stanceWords: null,
    hedge: null,
    rule: "figure-restated",
  };
}
