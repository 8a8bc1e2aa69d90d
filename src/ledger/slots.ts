// A claim taken apart into its slots, each with the words and the rule it rests on: what `explain` shows and `verify`
// checks. Pure; it knows the model and nothing of tables.
import type { Claim, ClaimPlace, Evidence, Figure, Party, SourceLink, Span, When } from "../model/index.ts";

export interface SlotEvidence {
  /** 'time', 'figures.0', 'order.until'. */
  readonly slot: string;
  /** In words, for reading; the typed value stands in the claim. */
  readonly value: string;
  readonly rule: string;
  readonly at: readonly Span[];
}

const place = (p: ClaimPlace): string => {
  const known = p.id === null ? "not in the gazetteer, or undecided" : p.id;
  const where = p.within.length > 0 ? `, in ${p.within.join(", ")}` : "";
  return `${p.role === "at" ? "" : `${p.role} `}${p.name}${where} (${known}; ${p.precision})`;
};
const party = (p: Party | SourceLink): string => (p.id === null ? p.name : `${p.name} (${p.id})`);
const source = (s: SourceLink): string => `${party(s)}, ${s.kind.replace("_", " ")}`;
const when = (t: When): string => `${t.start === t.end ? t.start : `${t.start} to ${t.end}`} (to the ${t.grain})`;
const figure = (f: Figure): string => {
  const amount = f.max === null ? `at least ${f.min}` : f.max === f.min ? `${f.min}` : `${f.min} to ${f.max}`;
  return `${f.approx ? "about " : ""}${amount} ${f.group} ${f.measure}${f.of === null ? "" : `, part of ${f.of}`}`;
};

const slot = (name: string, value: string, evidence: Evidence): SlotEvidence => ({
  slot: name,
  value,
  rule: evidence.rule,
  at: evidence.at,
});
const listed = <T extends Evidence>(name: string, list: readonly T[], value: (t: T) => string): SlotEvidence[] =>
  list.map((t, i) => slot(`${name}.${i}`, value(t), t));

function orderSlots(claim: Claim): SlotEvidence[] {
  const o = claim.order;
  if (o === null) return [];
  return [
    ...listed("order.issuer", o.issuer, party),
    ...listed("order.for", o.for, party),
    ...listed("order.grants", o.grants, (t) => t.text),
    ...listed("order.conditions", o.conditions, (t) => t.text),
    ...listed("order.exceptions", o.exceptions, (t) => t.text),
    ...(o.place === null ? [] : [slot("order.place", place(o.place), o.place)]),
    ...(o.until === null || o.until_evidence === null ? [] : [slot("order.until", o.until, o.until_evidence)]),
  ];
}

/** Every slot that is filled and says why, in the order in which a claim is read. */
export function slotsOf(claim: Claim): readonly SlotEvidence[] {
  return [
    slot("event", claim.event, claim.event_evidence),
    ...(claim.stance_evidence === null ? [] : [slot("stance", claim.stance, claim.stance_evidence)]),
    ...(claim.time === null ? [] : [slot("time", when(claim.time), claim.time)]),
    ...(claim.said === null ? [] : [slot("said", when(claim.said), claim.said)]),
    ...listed("places", claim.places, place),
    ...listed("actors", claim.actors, party),
    ...listed("targets", claim.targets, party),
    ...listed("sources", claim.sources, source),
    ...listed("figures", claim.figures, figure),
    ...orderSlots(claim),
  ];
}
