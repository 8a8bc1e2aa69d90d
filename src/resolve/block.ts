// Which incidents an account is worth comparing with: those of its kind that lie in its place at its time, those of its
// document's chain, and where the kind allows it those without a particular place. Keeps judging far from every-with-every.
import type { JudgementRules } from "../codebook/judgement.ts";
import { addDays, type Day, daysBetween } from "../model/index.ts";
import type { Account } from "./account.ts";
import { TOWN } from "./locus.ts";
import { inOrder } from "./names.ts";

/** Days under which an interval is looked for; a longer time is a period of its own kind. */
function daysOf(account: Account, rules: JudgementRules, more: number): string[] {
  const { window } = account;
  if (window === null) return [UNDATED];
  if (account.length !== null && account.length > rules.likeness.short_days) return ["period"];
  const days: string[] = [];
  const last = addDays(window.end, more);
  for (let d: Day = addDays(window.start, -more); d <= last; d = addDays(d, 1)) days.push(d);
  return days;
}

const kind = (a: Account): string => `${a.layer} ${a.kind}`;
/** Claims of a campaign or of wide kinds without a particular place meet under one key. */
const WIDE = "*";
const isWide = (a: Account): boolean => a.locus.width >= 5 && (a.family.wide || a.family.campaign > 0);

/** History of no place in particular meets under one key too. */
const isHistory = (a: Account, { likeness }: JudgementRules): boolean =>
  a.claim.background && a.locus.key === null && (a.length ?? 0) > likeness.short_days;

/** The months that an account touches: what is recalled by its month looks for what happened in it. */
const monthsOf = (a: Account): string[] =>
  a.time === null ? [] : [...new Set([a.time.start.slice(0, 7), a.time.end.slice(0, 7)])];

const nameOf = (a: Account): string[] => (a.locus.name === null ? [] : [a.locus.name]);

/**
 * Tellings of one story stand under the marks that they share: those of about one time under each, those of a longer
 * stretch under two at once, for a war's names are in all its reports; and those that give one day under it.
 */
function tellings(a: Account, { story }: JudgementRules, looking: boolean): string[] {
  if (a.published === null || !story.kinds.includes(a.kind)) return [];
  const around = looking ? [-1, 0, 1] : [0];
  // Of two strikes a story says nothing: what is of no such kind stands apart, and is looked for by those that are.
  const own = story.kinds.includes(a.family.id) ? "story" : "war";
  const shelves = looking && own === "story" ? ["story", "war"] : looking ? ["story"] : [own];
  const since = daysBetween(FIRST, a.published);
  const under = (mark: string, days: number): string[] =>
    around.map((s) => `${kind(a)} tells ${mark} ${Math.floor(since / days) + s}`);
  const rare = a.story.marks.filter((mark) => a.story.rare.has(mark));
  const keys = rare.flatMap((mark) => under(mark, story.days)).flatMap((key) => shelves.map((s) => `${key} ${s}`));
  if (!story.kinds.includes(a.family.id)) return keys;
  const most = a.story.marks.slice(0, story.pairs).sort(inOrder);
  most.forEach((one, i) => {
    for (const other of most.slice(i + 1)) keys.push(...under(`${one} ${other}`, story.long_days));
  });
  const { time } = a;
  if (time !== null && a.length === 0)
    for (const mark of a.story.marks.slice(0, story.day_marks))
      keys.push(...around.map((s) => `${kind(a)} tells ${mark} of ${addDays(time.start, s)}`));
  return keys;
}
const FIRST = "2000-01-01" as Day;

const UNDATED = "undated";
/** Under which an account that gives no day, of a document that gives none, finds all that happened in its place. */
const EVER = "ever";
const placesOf = (a: Account): Set<string> =>
  new Set([...a.locus.all, ...(a.locus.key === null ? [] : [a.locus.key]), ...nameOf(a)]);

/** The keys under which an incident is found through this account of it. */
export function homes(a: Account, rules: JudgementRules): string[] {
  const places = [...(a.locus.key === null ? [] : [a.locus.key, ...a.locus.all, ...a.locus.within]), ...nameOf(a)];
  if (isWide(a) || isHistory(a, rules)) places.push(WIDE);
  const keys = [`${kind(a)} in ${a.root}`, ...tellings(a, rules, false)];
  if (a.locus.key !== null && a.locus.width <= TOWN && (a.length ?? 99) <= rules.likeness.short_days)
    for (const month of monthsOf(a)) keys.push(`${kind(a)} at ${a.locus.key} in ${month}`);
  if (a.family.campaign > 0 && isWide(a)) keys.push(`${kind(a)} campaign`);
  for (const d of daysOf(a, rules, 0)) for (const p of new Set(places)) keys.push(`${kind(a)} at ${p} on ${d}`);
  for (const p of placesOf(a)) keys.push(`${kind(a)} at ${p} ${EVER}`);
  return keys;
}

/** The keys to look under for incidents that this account may be about. */
export function haunts(a: Account, rules: JudgementRules, moreDays = a.family.slack): string[] {
  const keys = [`${kind(a)} in ${a.root}`, ...tellings(a, rules, true)];
  const places = placesOf(a);
  for (const p of places) keys.push(`${kind(a)} at ${p} ${a.window === null ? EVER : `on ${UNDATED}`}`);
  // What is told of a town finds what was told of a quarter of it, and a denial may be told more widely or narrowly.
  if (a.claim.stance === "denied") for (const id of a.locus.within) places.add(id);
  if (isWide(a) || isHistory(a, rules)) places.add(WIDE);
  const { short_days, recall_days } = rules.likeness;
  if (
    a.claim.background &&
    a.locus.key !== null &&
    a.length !== null &&
    a.length > short_days &&
    a.length <= recall_days
  )
    for (const month of monthsOf(a)) keys.push(`${kind(a)} at ${a.locus.key} in ${month}`);
  if (a.family.campaign > 0 && isWide(a)) keys.push(`${kind(a)} campaign`);
  for (const d of daysOf(a, rules, moreDays)) for (const p of places) keys.push(`${kind(a)} at ${p} on ${d}`);
  return keys;
}

/**
 * The scope of a running total: a series is of one place, measure and stance. A total that says neither since when nor, by
 * its document's date, until when is of nobody's series but its own.
 */
export const scopeOf = (a: Account): string =>
  `tally ${a.locus.key ?? ""} ${a.claim.figures[0]?.measure ?? ""} ${a.claim.stance === "denied" ? "denied" : ""} ${a.window === null ? a.root : ""}`;
