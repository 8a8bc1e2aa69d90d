// Denials that point back: 'had denied this', 'rejected the account', 'said these reports were "false"', 'a report that the
// ministry denied'. They become claims of their own, about the happening that was told before them, with the denier as source.
import type { Codebook } from "../../codebook/load.ts";
import { findSteps, matchSteps } from "../../codebook/patterns.ts";
import type { Account } from "../accounts.ts";
import type { Read } from "../slots.ts";
import { is, isMark } from "../tags.ts";
import type { Attribution } from "./attribution.ts";

const DENIABLE = (event: string): boolean => event !== "statement" && event !== "casualty_tally" && event !== "holds";
/** How far from the word of saying the report that is denied, and the word that denies it, may stand. */
const REACH = 12;

/** The attribution by which this sentence denies what was said before; null where it does not. */
export function denialIn(read: Read, attributions: readonly Attribution[], codebook: Codebook): Attribution | null {
  return attributions.find((a) => a.sources.length > 0 && pointsBack(read, a, codebook)) ?? null;
}

function pointsBack(read: Read, a: Attribution, codebook: Codebook): boolean {
  const { words, tags } = read.sentence;
  const g = codebook.grammar;
  const at = a.cue[1];
  if (a.kind === "denied") {
    let k = at;
    while (is(g, "determiners", words[k]) && !g.deniedThings.some((s) => matchSteps(words, k, s) >= 0)) k++;
    // 'denied the report', 'denied it', but not 'denied that troops left' and not 'rejected it as a place to live'.
    const thing = g.deniedThings.find((s) => matchSteps(words, k, s) >= 0);
    if (thing && !(words[k] === "that" && tells(tags, words, k + 1))) return true;
    for (let n = k; n < k + 3 && words[n] !== undefined && !isMark(words[n]) && !tags[n]; n++)
      if (g.tellings.has(words[n]!)) return true;
    // 'a report that the ministry denied', 'a claim denied by the army'
    const from = Math.max(0, Math.min(a.sources[0]!.from, a.cue[0]) - 5);
    const ends =
      at >= words.length || isMark(words[at]) || is(g, "prepositions", words[at]) || a.rule === "said-passive";
    return ends && words.slice(from, a.cue[0]).some((w) => g.tellings.has(w));
  }
  const [from, to] = a.content;
  const reach = Math.min(to, Math.max(from, a.rule === "said-before" ? at : from) + REACH);
  const start = a.rule === "said-before" ? at : Math.max(from, to - REACH);
  const hit = g.denials.map((s) => findSteps(words, s, start, a.rule === "said-before" ? reach : to)).find(Boolean);
  if (!hit) return false;
  // 'these reports were false', 'called it a lie', 'there was no truth in the reports'
  return words
    .slice(start, Math.min(words.length, hit[1] + 6))
    .some((w, i) => g.tellings.has(w) || (/^(this|it|that)$/.test(w) && start + i < hit[0] && hit[0] - start - i <= 3));
}

/** A verb follows before the next mark: 'that' opens a clause there. */
const tells = (tags: Read["sentence"]["tags"], words: readonly string[], from: number): boolean => {
  for (let k = from; k < words.length && !isMark(words[k]); k++) if (tags[k]) return true;
  return false;
};

/** The account that a denial at `cue` is of: one told before it in its own sentence, else the last told before. */
export function deniedOf(accounts: readonly Account[], denial: Attribution, last: Account | null): Account | null {
  const own = accounts.filter(
    (a) => deniable(a) && a.trigger.from < denial.cue[0] && !a.chain.some((c) => c.cue[0] === denial.cue[0]),
  );
  return own.at(-1) ?? (last && deniable(last) ? last : null);
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

/** 'The group denied any role in the bombing': that it was the group is what it denies. */
export const ofDenier = (account: Account): Account =>
  account.stanceRule === "denied-by-source" && account.trigger.verb === null && account.actors.length === 0
    ? { ...account, actors: account.sources.slice(0, 1) }
    : account;

export const deniable = (account: Account): boolean => DENIABLE(account.event) && account.stance === "asserted";
