// Orders with their terms: amnesty, curfew, closure, advisory, ceasefire. Reads issuer, addressees, conditions, deadline and
// hours from the words of the claim's sentence and of those that follow it on the same matter.
import type { Codebook } from "../codebook/load.ts";
import {
  addDays,
  type ClaimPlace,
  type DateMention,
  type Day,
  type OrderKind,
  type OrderStatus,
  type OrderTerms,
  type Party,
  type Stance,
  span,
  type Term,
} from "../model/index.ts";
import type { Account } from "./accounts.ts";
import { party } from "./claims.ts";
import { clauseAt, spanOf } from "./sentence.ts";
import type { Read } from "./slots.ts";

export interface OrderContext {
  readonly text: string;
  readonly codebook: Codebook;
  readonly addressees: readonly Party[];
  readonly place: ClaimPlace | null;
  readonly announced: Day | null;
  /** The claim's sentence and up to four that follow it. */
  readonly reads: readonly Read[];
  readonly stance: Stance;
}

const HOURS =
  /\b(?:from\s+)?\d{1,2}(?::\d{2})?\s*(?:am|pm|a\.m\.|p\.m\.)(?:(?:\s+on\s+\w+day)?\s*(?:until|till|to|-|–)\s*\d{1,2}(?::\d{2})?\s*(?:am|pm|a\.m\.|p\.m\.))?|\b\d{1,3}[- ]hour\b|\bfrom (?:dusk|sunset) (?:to|until|till) (?:dawn|sunrise)\b|\bovernight\b|\b24 hours\b/i;
const CONDITION =
  /\b(?:must|have to|are required to|were told to|should)\s+((?:not\s+)?[^.;”"]{8,220})|\bif they\s+([^.;”",]{6,200})|\bon condition (?:that|of)\s+([^.;”"]{8,200})|\bprovided (?:that\s+)?([^.;”"]{8,160})|\bwho ((?:defect|surrender|report|register|lay down|hand (?:in|over)|give up|turn themselves in)\b[^.;,”"]{0,120})/gi;
const ADVICE =
  /\b(?:advis|warn|recommend)\w*\b[^.;]{0,40}?\b(against (?:all |any |all but essential )?travel[^.;]{0,60})|\b(?:urged|urges|advised|advises|told|tells|warned|warns|asked|ordered|called on|instructed)\b[^.;]{0,80}?\b((?:not\s+)?to\s+[^.;]{4,160})|\bshould\s+([^.;”"]{4,120})/gi;
const GRANT =
  /\b(?:lives of [^.;]{3,60} would be safe|lift legal prosecution[^.;”"]{0,80}|immunity[^.;]{0,60}|safe passage[^.;]{0,60}|preserve their rights|must not be attacked|will not be (?:prosecuted|harmed|pursued)[^.;]{0,40}|pardon(?:ed)?[^.;]{0,50})/gi;
const EXCEPTION =
  /\b(?:except(?: for)?|excluding|excludes?|excluded|apart from|other than|(?:does|do|did|would|will) not (?:extend to|apply to|cover|include))\s+([^.;,]{4,120})/gi;
/** Sentences that go on about the order: only there is an exception its own. */
const GOES_ON = /\b(?:it|they|amnesty|offer|pardon|truce|ceasefire|cease-fire|curfew|deal|agreement|closure)\b/i;
const ADDRESSEES =
  /\b(?:to|for)\s+((?:all\s+)?(?:members|military|soldiers|conscripts|personnel|fighters|deserters|defectors|those|anyone|everyone|prisoners|detainees|security|rebels|opposition|troops|citizens|residents|civilians|officers)[^.;,–”"]{0,110})|\b(everyone who [^.;”"]{8,140})|\b((?:its|their|his) (?:citizens|nationals))/gi;

/** ', the command said in a statement', 'by three days': no part of a term. */
const SPEAKER =
  /,\s+(?:according to\b.*|[^,]{2,60}\s(?:said|told|announced|added|says)\b.*)$|\s+by \S+ (?:hours?|days?|weeks?)$/i;

/** Where the name of those addressed ends and the sentence goes on. */
const NAME_ENDS =
  /\s+(?:under|after|since|while|when|urging|and (?:said|urged|told)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b.*$/i;

function terms(reads: readonly Read[], text: string, pattern: RegExp, rule: string): Term[] {
  const found: Term[] = [];
  for (const { sentence } of reads) {
    const [from, to] = sentence.passage.span;
    for (const match of text.slice(from, to).matchAll(pattern)) {
      const words = match.slice(1).find(Boolean) ?? match[0];
      const start = from + match.index + match[0].lastIndexOf(words);
      const clean = (rule === "addressee" ? words.replace(NAME_ENDS, "") : words)
        .replace(SPEAKER, "")
        .replace(/[\s,]+$/, "");
      if (clean.length < 3) continue;
      found.push({ text: clean, at: [span(start, start + clean.length)], rule });
    }
  }
  return found.filter((t, i) => found.findIndex((o) => o.text === t.text) === i);
}

const kindOf = (account: Account, sentence: string, base: OrderKind): OrderKind => {
  if (base === "curfew")
    return /\b(clos|shut|block|seal)/i.test(sentence) && !/curfew|lockdown|emergency|martial/i.test(sentence)
      ? "closure"
      : "curfew";
  if (
    base === "amnesty" &&
    /passage/.test(sentence) &&
    account.trigger.to - account.trigger.from > 1 &&
    !/amnesty|pardon/i.test(sentence)
  )
    return "evacuation";
  if (base === "ceasefire" && /\bevacuation (?:deal|agreement)/i.test(sentence)) return "evacuation";
  if (base === "advisory" && /\bevacuat/i.test(sentence) && account.trigger.verb?.lemma !== "advise")
    return "evacuation";
  return base;
};

const UNTIL =
  /\b(?:until|till|by|through|expires?|ends?|extended[^.;]{0,60}\bto)\s+(?:[\d:.]+\s*(?:am|pm|a\.m\.|p\.m\.)?\s+on\s+|(?:early|late|noon|midnight|dawn|the end of|the evening of)\s+(?:on\s+)?)?$/i;
const FROM =
  /\b(?:from|starting|beginning|effective|as of|begins?|starts?|began|started|took effect|came into (?:force|effect))\s+(?:[\d:.]+\s*(?:am|pm|a\.m\.|p\.m\.|GMT)?\s+)?(?:on|at|in|early|late)?\s*$/i;

/** The date that words like 'until 8 a.m. on' stand before; null where none does. */
function datedBy(
  reads: readonly Read[],
  text: string,
  words: RegExp,
  bound: DateMention["bound"] | null,
): DateMention | null {
  for (const read of reads) {
    const from = read.sentence.passage.span[0];
    const found = read.dates.find(
      (d) => d.interval && ((bound !== null && d.bound === bound) || words.test(text.slice(from, d.span[0]))),
    );
    if (found) return found;
  }
  return null;
}

/** The last day of 'a 72-hour truce' that begins on `from`. */
function lasting(clause: string, from: Day | null): Day | null {
  const match = /\b(\d+|two|three|seven|ten)[- ](hour|day|week)/i.exec(clause);
  if (!match || !from) return null;
  const n = { two: 2, three: 3, seven: 7, ten: 10 }[match[1]!.toLowerCase()] ?? Number(match[1]);
  const days = match[2] === "hour" ? Math.ceil(n / 24) : match[2] === "week" ? n * 7 : n;
  return addDays(from, days);
}

const ISSUES = new Set([
  "army",
  "government",
  "ministry",
  "state",
  "rebel",
  "militia",
  "police",
  "embassy",
  "un",
  "coalition",
  "alliance",
]);

/** Who ordered it where no doer is named: a source that can order, or the state whose media report it. */
function issuerOf(account: Account, codebook: Codebook): Party[] {
  const source = account.sources[0];
  if (!source) return [];
  const { actor, head } = source;
  if (
    (actor && ISSUES.has(actor.kind)) ||
    (!actor && (head?.sort === "force" || head?.sort === "organisation" || head?.group === "officials"))
  )
    return [party(source)];
  const side = actor?.kind === "outlet" || actor?.kind === "agency" ? codebook.actors.get(actor.side ?? "") : null;
  return side && ISSUES.has(side.kind)
    ? [{ ...party(source), name: side.name, id: side.id, aliases: side.aliases, rule: "side-of-state-media" }]
    : [];
}

/** Of two names of the same people the fuller: 'its citizens' goes where 'citizens' stands. */
const fullest = (parties: readonly Party[]): Party[] => {
  const words = (p: Party): string[] => p.name.toLowerCase().split(/\s+/);
  return parties.filter(
    (p, i) =>
      !parties.some((o, j) => {
        if (i === j) return false;
        const inside = words(p).every((w) => words(o).includes(w));
        return inside && (words(o).length > words(p).length || j < i);
      }),
  );
};

function statusOf(sentence: string, stance: Stance): OrderStatus {
  if (stance === "planned" || stance === "demanded") return "proposed";
  if (/\b(lifted|ended|eased|reopened|cancelled|broke the siege)\b/i.test(sentence)) return "lifted";
  if (/\b(extend(?:ed|s)?|extension (?:of|until|to)|renew(?:ed|s|al of)?|prolonged)\b/i.test(sentence))
    return "extended";
  if (/\b(violat\w+|breach\w*|broken|broke|collapsed|shattered)\b/i.test(sentence)) return "broken";
  return "in_force";
}

/** A truce with neither dates nor one of these is only spoken of. */
const DECLARED =
  /\b\d+[- ](?:hour|day|week|month)\b|\b(?:announced|declared|ordered|agreed|imposed|extended|extension|renewed|violat\w+|breach\w*|collapsed)\b/i;

/** The order that an account tells of; null where its type gives none, or it is only a standing siege. */
export function orderOf(account: Account, context: OrderContext): OrderTerms | null {
  const base = context.codebook.events.types.get(account.event)?.order;
  if (!base || account.stance === "denied") return null;
  const first = context.reads[0]!.sentence;
  const own = first.passage.span;
  const sentence = context.text.slice(own[0], own[1]);
  const inClause = first.clauses[clauseAt(first, account.trigger.from)]!;
  const clause = context.text.slice(...spanOf(first.passage, inClause.from, inClause.to));
  const { announced } = context;
  const begins = datedBy(context.reads.slice(0, 1), context.text, FROM, null);
  const ends = datedBy(context.reads.slice(0, base === "amnesty" ? 6 : 2), context.text, UNTIL, "until");
  const status = statusOf(clause, account.stance);
  const lasts = lasting(clause, begins?.interval?.start ?? announced);
  if (base === "ceasefire" && !ends && !begins && !DECLARED.test(clause)) return null;
  if (base === "curfew" && account.trigger.frame.holding === "besieged") return null;
  if (base === "curfew" && !/\b(curfew|emergency|martial law|lockdown|clos|shut|airspace|border)/i.test(sentence))
    return null;
  const conditions =
    base === "advisory"
      ? terms(context.reads.slice(0, 1), context.text, ADVICE, "advice")
      : base === "amnesty"
        ? terms(context.reads, context.text, CONDITION, "condition")
        : [];
  const named =
    base === "amnesty" || base === "advisory"
      ? terms(context.reads.slice(0, base === "amnesty" ? 4 : 1), context.text, ADDRESSEES, "addressee")
      : [];
  const parties: Party[] = named.map((t) => ({
    name: t.text,
    id: null,
    aliases: [],
    text: t.text,
    at: t.at,
    rule: t.rule,
  }));
  const goesOn = context.reads
    .slice(1, 4)
    .filter(({ sentence: { passage } }) => GOES_ON.test(context.text.slice(passage.span[0], passage.span[1])));
  const hours = base === "curfew" ? (HOURS.exec(sentence)?.[0] ?? null) : null;
  const until = ends?.interval?.end ?? lasts;
  const start = begins?.interval?.start ?? null;
  return {
    kind: kindOf(account, sentence, base),
    issuer: account.actors.length ? account.actors.map(party) : issuerOf(account, context.codebook),
    for: fullest([...context.addressees, ...parties]),
    grants: base === "amnesty" ? terms(context.reads, context.text, GRANT, "grant") : [],
    conditions,
    exceptions: terms(
      base === "advisory" ? context.reads.slice(0, 1) : [context.reads[0]!, ...goesOn],
      context.text,
      EXCEPTION,
      "exception",
    ),
    place: context.place,
    announced,
    from: start ?? (base === "amnesty" || base === "ceasefire" || account.stance === "planned" ? null : announced),
    until,
    until_evidence: ends && until ? { at: [ends.span], rule: ends.rule } : null,
    hours: hours ? hours.trim() : null,
    status,
  };
}
