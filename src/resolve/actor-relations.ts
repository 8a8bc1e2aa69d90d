// How actors stand to one another by what claims tell: of events that tell of it (a designation, a defection, a split), and
// their drawing together with what the codebook says. Words about a name alone are named-relations.ts's. Nothing is made
// of a claim that denies, plans or demands.
import type { ActorRelationRules } from "../codebook/judgement.ts";
import { type ActorRelation, type Claim, type Day, daysBetween, type NamedActor, type Party } from "../model/index.ts";
import { byKeys, fold, grouped } from "./names.ts";

/** Relations whose two ends are the same to each other. */
const MUTUAL = new Set(["allied_with", "agreed_with"]);
/** A longer time than this tells no day; accounts of one beginning may differ as much. */
const NEAR = 3;

/** 'Fighters' and 'the opposition' are nobody in particular. */
const isSomebody = (p: Pick<Party, "id" | "name">): boolean => p.id !== null || /^\p{Lu}/u.test(p.name);
const named = ({ id, name }: Party): NamedActor => ({ id, name });
export const actorKey = (a: NamedActor): string => a.id ?? `~${fold(a.name)}`;

/** Whether one of the words stands in the text; word* is a beginning, several words stand side by side. */
function tells(text: string, words: readonly string[]): boolean {
  const folded = ` ${fold(text)} `;
  return words.some((w) => folded.includes(w.endsWith("*") ? ` ${fold(w)}` : ` ${fold(w)} `));
}

/** What the claim's event says of its parties. */
export function eventRelations(claim: Claim, rules: ActorRelationRules): ActorRelation[] {
  if (claim.stance !== "asserted") return [];
  const rule = rules.events.find(
    (r) => r.event === claim.event && (r.words.length === 0 || tells(claim.quote, r.words)),
  );
  if (!rule) return [];
  const { time } = claim;
  const on: Day | null = time !== null && daysBetween(time.start, time.end) < NEAR ? time.start : null;
  const ended = tells(claim.quote, rule.ends);
  const ends = ended ? { from: null, to: on } : { from: on, to: null };
  const of = claim[rule.of].filter(isSomebody);
  const others = claim[rule.with].filter(isSomebody);
  const pairs =
    rule.of === rule.with
      ? of.flatMap((a, i) => others.slice(i + 1).map((b) => [a, b] as const))
      : of.flatMap((a) => others.map((b) => [a, b] as const));
  return pairs
    .filter(([a, b]) => actorKey(a) !== actorKey(b))
    .map(([a, b]) => ({
      actor: named(a),
      relation: rule.relation,
      other: named(b),
      ...ends,
      basis: "claims",
      note: null,
      claims: [claim.id],
    }));
}

const pairOf = (r: ActorRelation): string => {
  const ends = [actorKey(r.actor), actorKey(r.other)];
  return [r.relation, ...(MUTUAL.has(r.relation) ? ends.sort() : ends)].join("\t");
};
const near = (a: Day | null, b: Day | null): boolean => a !== null && b !== null && Math.abs(daysBetween(a, b)) <= NEAR;
const withClaims = (r: ActorRelation, more: ActorRelation, ends: Partial<ActorRelation> = {}): ActorRelation => ({
  ...r,
  ...ends,
  claims: [...new Set([...r.claims, ...more.claims])].sort(),
});

/** Of one pair and relation: what begins, then what ends it, then what tells of it without a day. */
function drawn(rows: readonly ActorRelation[]): ActorRelation[] {
  const found: ActorRelation[] = rows.filter((r) => r.basis === "codebook");
  const told = rows
    .filter((r) => r.basis === "claims")
    .sort(
      byKeys(
        (r) => (r.from !== null ? 0 : r.to !== null ? 1 : 2),
        (r) => r.from ?? r.to ?? "",
        (r) => r.claims[0] ?? "",
      ),
    );
  for (const r of told) {
    const dated = r.from !== null || r.to !== null;
    const at = found.findLastIndex((f) =>
      r.from !== null
        ? near(f.from, r.from)
        : r.to !== null
          ? near(f.to, r.to) || (f.to === null && (f.from === null || f.from <= r.to))
          : true,
    );
    if (at < 0) found.push(r);
    else if (dated || found.length === 1)
      found[at] = withClaims(found[at]!, r, r.from === null && r.to !== null ? { to: found[at]!.to ?? r.to } : {});
    else {
      const undated = found.findIndex((f) => f.from === null && f.to === null);
      if (undated < 0) found.push(r);
      else found[undated] = withClaims(found[undated]!, r);
    }
  }
  return found;
}

/** Every relation once, with all claims that tell of it, in order of time; the undated last. */
export const drawTogether = (relations: readonly ActorRelation[]): ActorRelation[] =>
  [...grouped(relations, pairOf).values()].flatMap(drawn).sort(
    byKeys(
      (r) => r.from ?? r.to ?? "~",
      (r) => r.relation,
      (r) => actorKey(r.actor),
      (r) => actorKey(r.other),
    ),
  );
