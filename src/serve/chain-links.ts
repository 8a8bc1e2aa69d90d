// How a row of a chain stands to the rows before it: the ledger's relations, told from the later row, and what follows
// from the incident that both are judged to be about: borne out by an independent origin, told again by the same one, or
// at odds on one slot.
import type { Claim, ClaimId, Incident, Relation, Slot } from "../model/index.ts";

const INVERSE = {
  denies: "denied_by",
  corrects: "corrected_by",
  updates: "updated_by",
  copies: "copied_by",
  part_of: "includes",
} as const satisfies Record<Relation["kind"], string>;

export type LinkKind = Relation["kind"] | (typeof INVERSE)[Relation["kind"]] | "confirms" | "repeats" | "differs";
export const LINK_KINDS = [
  "denies",
  "denied_by",
  "corrects",
  "corrected_by",
  "updates",
  "updated_by",
  "copies",
  "copied_by",
  "confirms",
  "repeats",
  "differs",
  "part_of",
  "includes",
] as const satisfies readonly LinkKind[];

export interface ChainLink {
  readonly kind: LinkKind;
  /** The earlier row; null where that claim is not of this chain. */
  readonly row: number | null;
  readonly claim: ClaimId;
  readonly slots: readonly Slot[];
  /** The rule's name, or `decision <id>`. */
  readonly by: string;
}

/** A claim with whose knowledge it is; `counted`: the incident counts it as an origin by that name. */
export interface Voice {
  readonly claim: Claim;
  readonly incident: Incident | undefined;
  readonly name: string | null;
  readonly counted: boolean;
}

/** The relation from the later of its two rows; a claim outside the chain counts as earlier. */
function related(r: Relation, numbers: ReadonlyMap<string, number>): readonly [ClaimId, ChainLink] | null {
  const [from, to] = [numbers.get(r.from) ?? null, numbers.get(r.to) ?? null];
  const rest = { slots: r.slots, by: r.by };
  if (from !== null && (to === null || to < from)) return [r.from, { kind: r.kind, row: to, claim: r.to, ...rest }];
  return to === null ? null : [r.to, { kind: INVERSE[r.kind], row: from, claim: r.from, ...rest }];
}

/** The first voice of each origin so far, by incident and stance. */
class Firsts {
  private readonly byCase = new Map<string, Map<string, Voice>>();

  private of({ incident, claim }: Voice): Map<string, Voice> {
    const key = `${incident?.id} ${claim.stance}`;
    const found = this.byCase.get(key) ?? new Map<string, Voice>();
    this.byCase.set(key, found);
    return found;
  }
  before(voice: Voice): ReadonlyMap<string, Voice> {
    return this.of(voice);
  }
  add(voice: Voice): void {
    const found = this.of(voice);
    if (voice.name !== null && !found.has(voice.name)) found.set(voice.name, voice);
  }
}

/** The first earlier row of each other origin that bears it out, or the first of its own. */
function agreeing(
  voice: Voice,
  firsts: ReadonlyMap<string, Voice>,
  numbers: ReadonlyMap<string, number>,
): readonly ChainLink[] {
  if (voice.name === null || voice.incident === undefined || voice.incident.tally) return [];
  const link = (kind: LinkKind, v: Voice, by: string): ChainLink => ({
    kind,
    row: numbers.get(v.claim.id)!,
    claim: v.claim.id,
    slots: [],
    by,
  });
  const own = firsts.get(voice.name);
  if (own) return [link("repeats", own, "same incident, same origin")];
  // Two who deny confirm nothing, and what somebody plans is not borne out by another's saying so.
  if (voice.claim.stance !== "asserted" || !voice.counted) return [];
  return [...firsts.values()]
    .filter((v) => v.counted)
    .map((v) => link("confirms", v, "same incident, independent origin"));
}

/** For each disputed slot, the first earlier row that stands with another value. */
function differing(voice: Voice, numbers: ReadonlyMap<string, number>): readonly ChainLink[] {
  const row = numbers.get(voice.claim.id)!;
  return (voice.incident?.disputes ?? []).flatMap(({ slot, values }): ChainLink[] => {
    if (slot === "stance" || slot === "event" || !values.some((v) => v.claims.includes(voice.claim.id))) return [];
    const others = values
      .filter((v) => !v.claims.includes(voice.claim.id))
      .flatMap((v) => v.claims)
      .filter((id) => (numbers.get(id) ?? row) < row)
      .sort((a, b) => numbers.get(a)! - numbers.get(b)!);
    const [first] = others;
    return first
      ? [{ kind: "differs", row: numbers.get(first)!, claim: first, slots: [slot], by: "accounts differ" }]
      : [];
  });
}

const sorted = (links: readonly ChainLink[]): readonly ChainLink[] =>
  [...links].sort((a, b) => LINK_KINDS.indexOf(a.kind) - LINK_KINDS.indexOf(b.kind) || (a.row ?? 0) - (b.row ?? 0));

/** The links of each claim of the chain; voices in order of telling, numbered from 1. */
export function linksOf(
  voices: readonly Voice[],
  numbers: ReadonlyMap<string, number>,
  relations: readonly Relation[],
): ReadonlyMap<string, readonly ChainLink[]> {
  const found = new Map<string, ChainLink[]>(voices.map((v) => [v.claim.id, []]));
  for (const r of relations) {
    const placed = related(r, numbers);
    if (placed) found.get(placed[0])?.push(placed[1]);
  }
  const firsts = new Firsts();
  for (const voice of voices) {
    const links = found.get(voice.claim.id)!;
    const answered = new Set(links.map((l) => l.claim));
    if (!links.some((l) => l.kind === "copies")) links.push(...agreeing(voice, firsts.before(voice), numbers));
    links.push(...differing(voice, numbers).filter((l) => !answered.has(l.claim)));
    if (voice.incident) firsts.add(voice);
  }
  return new Map([...found].map(([id, links]) => [id, sorted(links)]));
}
