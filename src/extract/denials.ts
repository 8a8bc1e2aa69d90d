// Denials that point back: 'had denied this', 'said these reports were "false"'. They become claims of their own, about the
// happening that was told before them, with the denier as source.
import type { Codebook } from "../codebook/load.ts";
import { findSteps, matchSteps } from "../codebook/patterns.ts";
import type { Account } from "./accounts.ts";
import type { Attribution } from "./attribution.ts";
import type { Read } from "./slots.ts";
import { is } from "./tags.ts";

const DENIABLE = (event: string): boolean => event !== "statement" && event !== "casualty_tally" && event !== "holds";

/** The attribution by which this sentence denies what was said before; null where it does not. */
export function denialIn(read: Read, attributions: readonly Attribution[], codebook: Codebook): Attribution | null {
  const { words } = read.sentence;
  const g = codebook.grammar;
  for (const a of attributions) {
    const at = a.cue[1];
    if (a.kind === "denied") {
      let k = at;
      while (is(g, "determiners", words[k]) && !g.deniedThings.some((s) => matchSteps(words, k, s) >= 0)) k++;
      if (g.deniedThings.some((s) => matchSteps(words, k, s) >= 0)) return a;
    }
    const refers =
      /^(these|such|the|those)$/.test(words[at] ?? words[at + 1] ?? "") &&
      /^(reports?|claims?|allegations?|accusations?|news|rumou?rs)$/.test(words[at + 1] ?? "");
    if (refers && g.denials.some((s) => findSteps(words, s, at, Math.min(words.length, at + 10)))) return a;
  }
  return null;
}

/** The denied counterpart of `of`, told by this sentence. */
export function deny(of: Account, read: Read, attribution: Attribution): Account {
  const trigger = { ...of.trigger, from: attribution.cue[0], to: attribution.cue[1], clause: 0, verb: null };
  return {
    ...of,
    read,
    trigger,
    triggers: [trigger],
    sources: attribution.sources,
    chain: [attribution],
    stance: "denied",
    stanceWords: attribution.cue,
    stanceRule: "denies-what-was-told",
    hedge: null,
    rule: "denial",
  };
}

export const deniable = (account: Account): boolean => DENIABLE(account.event) && account.stance === "asserted";
