// Orders with their terms: amnesty, curfew, closure, advisory, ceasefire. Reads issuer, addressees, conditions, deadline and
// hours from the words of the claim's sentence and of those that follow it on the same matter.
import type { Codebook } from "../codebook/load.ts";
import {
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
import type { Read } from "./slots.ts";

export interface OrderContext {
  readonly text: string;
  readonly codebook: Codebook;
  readonly issuer: readonly Party[];
  readonly addressees: readonly Party[];
  readonly place: ClaimPlace | null;
  readonly announced: Day | null;
  /** The claim's sentence and up to four that follow it. */
  readonly reads: readonly Read[];
  readonly stance: Stance;
}

const HOURS =
  /\b(?:from\s+)?\d{1,2}(?::\d{2})?\s*(?:am|pm|a\.m\.|p\.m\.)(?:\s*(?:until|till|to|-|–)\s*\d{1,2}(?::\d{2})?\s*(?:am|pm|a\.m\.|p\.m\.))?|\b\d{1,3}[- ]hour\b|\bfrom (?:dusk|sunset) (?:to|until|till) (?:dawn|sunrise)\b|\bovernight\b|\b24 hours\b/i;
const CONDITION =
  /\b(?:must|have to|are required to|were told to|should)\s+((?:not\s+)?[^.;”"]{8,220})|\bif they\s+([^.;”",]{6,200})|\bon condition (?:that|of)\s+([^.;”"]{8,200})|\bprovided (?:that\s+)?([^.;”"]{8,160})/gi;
const ADVICE =
  /\b(?:urged|urges|advised|advises|told|tells|warned|warns|asked|ordered|called on|instructed)\b[^.;]{0,80}?\b((?:not\s+)?to\s+[^.;]{4,160})|\bshould\s+([^.;”"]{4,120})|\b(against (?:all |any |all but essential )?travel[^.;]{0,60})/gi;
const GRANT =
  /\b(?:lives of [^.;]{3,60} would be safe|lift legal prosecution[^.;”"]{0,80}|immunity[^.;]{0,60}|safe passage[^.;]{0,60}|preserve their rights|must not be attacked|will not be (?:prosecuted|harmed|pursued)[^.;]{0,40}|pardon(?:ed)?[^.;]{0,50})/gi;
const EXCEPTION = /\b(?:except(?: for)?|excluding|apart from|other than)\s+([^.;,]{4,120})/gi;
const ADDRESSEES =
  /\b(?:to|for)\s+((?:all\s+)?(?:members|military|soldiers|conscripts|personnel|fighters|deserters|defectors|those|anyone|everyone|prisoners|detainees|security|rebels|opposition|troops|citizens|residents|civilians|officers)[^.;,–”"]{0,110})|\b(everyone who [^.;”"]{8,140})|\b((?:its|their|his) (?:citizens|nationals))/gi;

function terms(reads: readonly Read[], text: string, pattern: RegExp, rule: string): Term[] {
  const found: Term[] = [];
  for (const { sentence } of reads) {
    const [from, to] = sentence.passage.span;
    for (const match of text.slice(from, to).matchAll(pattern)) {
      const words = match.slice(1).find(Boolean) ?? match[0];
      const start = from + match.index + match[0].lastIndexOf(words);
      const clean = words.replace(/[\s,]+$/, "");
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
  if (base === "advisory" && /\bevacuat/i.test(sentence) && account.trigger.verb?.lemma !== "advise")
    return "evacuation";
  return base;
};

function deadline(reads: readonly Read[]): DateMention | null {
  for (const read of reads) {
    const until = read.dates.find((d) => d.bound === "until" && d.interval);
    if (until) return until;
  }
  return null;
}

function statusOf(sentence: string, stance: Stance): OrderStatus {
  if (stance === "planned" || stance === "demanded") return "proposed";
  if (/\b(lifted|ended|eased|reopened|cancelled|broke the siege)\b/i.test(sentence)) return "lifted";
  if (/\b(extend(?:ed|s)?|renew(?:ed|s)?|prolonged)\b/i.test(sentence)) return "extended";
  if (/\b(violat\w+|breach\w*|broken|broke|collapsed|shattered)\b/i.test(sentence)) return "broken";
  return "in_force";
}

/** The order that an account tells of; null where its type gives none, or it is only a standing siege. */
export function orderOf(account: Account, context: OrderContext): OrderTerms | null {
  const base = context.codebook.events.types.get(account.event)?.order;
  if (!base || account.stance === "denied") return null;
  const own = context.reads[0]!.sentence.passage.span;
  const sentence = context.text.slice(own[0], own[1]);
  const until = deadline(context.reads);
  if (base === "ceasefire" && !until && !/\b\d+[- ](?:hour|day|week|month)\b/i.test(sentence)) return null;
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
  const hours = HOURS.exec(sentence)?.[0] ?? null;
  return {
    kind: kindOf(account, sentence, base),
    issuer: context.issuer,
    for: [...context.addressees, ...parties.filter((p) => !context.addressees.some((a) => a.name === p.name))],
    grants: base === "amnesty" ? terms(context.reads, context.text, GRANT, "grant") : [],
    conditions,
    exceptions: terms(context.reads.slice(0, 1), context.text, EXCEPTION, "exception"),
    place: context.place,
    announced: context.announced,
    from: base === "amnesty" || base === "ceasefire" || account.stance === "planned" ? null : context.announced,
    until: until?.interval?.end ?? null,
    until_evidence: until ? { at: [until.span], rule: until.rule } : null,
    hours: hours ? hours.trim() : null,
    status: statusOf(sentence, account.stance),
  };
}
