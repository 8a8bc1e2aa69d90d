// The day of an event that its own sentence gives none for: that of what was told right before
// it, or of publication. What is told as lasting or as yet to come gets none.
import { addDays, type Claim, type Day } from "../model/index.ts";
import type { Account } from "./accounts.ts";
import { headOf } from "./roles.ts";

/** Told as news of one day: 'has fought', 'is to retake' and what is planned or asked for tell of none. */
export function isNews({ read: { sentence }, trigger, stance, event }: Account): boolean {
  if (stance === "planned" || stance === "demanded") return false;
  const { tree } = sentence;
  let verb = trigger.verb ? trigger.from : headOf(tree, trigger);
  while (verb >= 0 && tree.words[verb]!.upos !== "VERB" && tree.words[verb]!.upos !== "AUX")
    verb = tree.words[verb]!.head;
  // 'managed to seize' tells when by 'managed'.
  while (verb >= 0 && tree.words[verb]!.relation === "xcomp") verb = tree.words[verb]!.head;
  // 'accused them of shelling the town', 'hit the town, killing two': the verb that it hangs on says when.
  if (verb >= 0 && tree.words[verb]!.xpos === "VBG" && tree.words[verb]!.relation === "advcl" && !tree.has(verb, "aux"))
    verb = tree.words[verb]!.head;
  if (verb < 0 || /^VB[DPZ]$/.test(tree.words[verb]!.xpos)) return true;
  const auxiliaries = tree.under(verb, "aux", "aux:pass", "cop").map((a) => tree.lower(a));
  // A past tense that was taken for a participle: 'regime forces... shelled the town'.
  if (auxiliaries.length === 0) return tree.words[verb]!.xpos === "VBN" && !tree.passive(verb);
  const perfect = auxiliaries.some((a) => /^(has|have|'ve)$/.test(a));
  const now = tree.under(verb, "advmod").some((a) => /^(now|just|today|already)$/.test(tree.lower(a)));
  return !perfect || trigger.verb === null || now || ONCE.has(event);
}

/** What is done once and for all, so that 'has left' is news of the day it is told. */
const ONCE = new Set(["withdrawal", "flight", "territory_captured", "territory_transferred", "surrender", "release"]);

export interface Dating {
  /** Ids of the claims that are told as news of one day. */
  readonly news: ReadonlySet<string>;
  readonly published: Day | null;
}

const own = (c: Claim): boolean =>
  c.time !== null && c.time.rule !== "fresh-news" && c.time.grain === "day" && !c.background;

/** The last day that a report without a date of publication tells of: what lies a month before it is history to it. */
const latest = (claims: readonly Claim[]): Day | null =>
  claims.reduce<Day | null>((last, c) => (own(c) && (last === null || c.time!.end > last) ? c.time!.end : last), null);

/** So many dated claims, all of what is long past, make a history of a document: what it tells without a day is no news. */
const HISTORY = 2;
const isHistory = (claims: readonly Claim[], today: Day | null): boolean => {
  const dated = claims.filter((c) => c.time !== null && c.event !== "casualty_tally");
  return (
    today !== null &&
    dated.length >= HISTORY &&
    dated.every((c) => c.background || (c.time !== null && c.time.end < addDays(today, -30)))
  );
};

/** How far back the day of what was told before reaches (UTF-16 units of text). */
const REACH = 500;

/**
 * The claims with the days that their context gives them, in order of the text. A day of publication rests on no words, and says
 * so: `at` is empty and the rule names it.
 */
export function datedByContext(claims: readonly Claim[], { news, published }: Dating): Claim[] {
  const done: Claim[] = [];
  const today = published ?? latest(claims);
  const history = isHistory(claims, today);
  for (const claim of claims) {
    if (claim.time || claim.background || claim.event === "casualty_tally") {
      const past = claim.time !== null && today !== null && claim.time.end < addDays(today, -30);
      done.push(past ? { ...claim, background: true } : claim);
      continue;
    }
    const before = [...done].reverse().find((c) => own(c) && claim.start - c.end < REACH && c.event !== "statement");
    if (history) {
      done.push({ ...claim, time: null, background: true });
      continue;
    }
    const time = !news.has(claim.id)
      ? null
      : before?.time && claim.event !== "statement"
        ? { ...before.time, rule: "told-before" }
        : published === null
          ? null
          : { start: published, end: published, grain: "day" as const, text: "", at: [], rule: "fresh-news" };
    done.push({ ...claim, time });
  }
  return done;
}

/** 'Since the offensive began': the tally runs from the day told of the offensive to publication. */
export function sinceTold(claim: Claim, before: readonly Claim[], published: Day | null, text: string): Claim {
  const words = text.slice(claim.start, claim.end + 80);
  if (
    claim.time ||
    claim.event !== "casualty_tally" ||
    !published ||
    !/\bsince the (?:\w+ ){0,2}(?:offensive|operation|campaign|assault)\b/i.test(words)
  )
    return claim;
  const start = before.find((c) => c.event === "offensive" && c.time && !c.background)?.time;
  return start
    ? {
        ...claim,
        time: { start: start.start, end: published, grain: "span", text: start.text, at: start.at, rule: "since-told" },
      }
    : claim;
}
