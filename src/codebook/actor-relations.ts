// How registered actors stand to one another, and on whose side each was from when to when (actor-relations.tsv). What
// reports say of it is not here: that is for resolve to read out of claims.
import { dirname } from "node:path";
import { ACTOR_RELATIONS, type ActorRelation, type ActorRelationKind, type Day, day } from "../model/index.ts";
import type { ActorRegistry, Registered } from "./actors.ts";
import { fileIn, type Where } from "./folders.ts";
import { type Check, readRows } from "./rows.ts";
import { actorRelationRow } from "./schema.ts";

/** `side` of actors.tsv, or of a row of its own; from and to are null where it is not known when. */
export interface Siding {
  readonly side: string;
  readonly from: Day | null;
  readonly to: Day | null;
}
export interface ActorRelations {
  /** Those in which the actor stands on either end, in the order of the file. */
  of(id: string): readonly ActorRelation[];
  /** Whose side the actor was on, in order of time; what actors.tsv says where no row does. */
  sides(id: string): readonly Siding[];
  /** Null where nobody says on whose side it was that day, or two rows do. */
  sideOn(id: string, on: Day): string | null;
}

const isKind = (relation: string): relation is ActorRelationKind =>
  (ACTOR_RELATIONS as readonly string[]).includes(relation);

/** @throws CodebookFault naming file, line and column of every fault */
export function loadActorRelations(where: Where, actors: ActorRegistry): ActorRelations {
  const sides = new Set(actors.all.map((a) => a.side));
  // Rows that ship may speak of actors that a table of one's own leaves out: that is no fault of either.
  const together = dirname(fileIn(where, "actor-relations.tsv")) === dirname(fileIn(where, "actors.tsv"));
  const isKnown = (id: string): boolean => actors.get(id) !== null;
  const known: Check<ReturnType<typeof actorRelationRow.parse>> = (rows) =>
    rows.flatMap(({ row, line }) => {
      const side = row.relation === "of_side";
      const faults = [
        together && !isKnown(row.actor) && { key: "actor", says: `there is no actor '${row.actor}'` },
        together && !side && !isKnown(row.other) && { key: "other", says: `there is no actor '${row.other}'` },
        together && side && !sides.has(row.other) && { key: "other", says: `no actor is of the side '${row.other}'` },
        row.actor === row.other && !side && { key: "other", says: "an actor has no relation to itself" },
        row.from !== "" && row.to !== "" && row.to < row.from && { key: "to", says: "ends before it begins" },
      ];
      return faults.filter((f) => f !== false).map((f) => ({ ...f, line }));
    });
  const rows = readRows(where, "actor-relations.tsv", actorRelationRow, known).filter(
    ({ actor, relation, other }) => isKnown(actor) && (relation === "of_side" || isKnown(other)),
  );
  const named = (id: string) => {
    const actor = actors.get(id) as Registered;
    return { id: actor.id, name: actor.name };
  };
  const told = rows.flatMap((row): ActorRelation[] => {
    const { actor, relation, other, note } = row;
    if (!isKind(relation)) return [];
    const ends = { from: day(row.from), to: day(row.to) };
    return [
      {
        actor: named(actor),
        relation,
        other: named(other),
        ...ends,
        basis: "codebook",
        note: note || null,
        claims: [],
      },
    ];
  });
  // Whoever follows somebody by actors.tsv follows him, unless a row says more of the two.
  const paired = new Set(told.flatMap((r) => [`${r.actor.id} ${r.other.id}`, `${r.other.id} ${r.actor.id}`]));
  const followed = actors.all
    .filter((a) => a.successor_of !== null && !paired.has(`${a.id} ${a.successor_of}`))
    .map((a): ActorRelation => {
      const ends = { from: a.from, to: null };
      return {
        actor: named(a.successor_of!),
        relation: "succeeded_by",
        other: named(a.id),
        ...ends,
        basis: "codebook",
        note: null,
        claims: [],
      };
    });
  const byActor = new Map<string, ActorRelation[]>();
  for (const r of [...told, ...followed])
    for (const id of [r.actor.id, r.other.id] as string[]) byActor.set(id, [...(byActor.get(id) ?? []), r]);
  const sided = new Map<string, Siding[]>();
  for (const { actor, relation, other, from, to } of rows)
    if (relation === "of_side")
      sided.set(actor, [...(sided.get(actor) ?? []), { side: other, from: day(from), to: day(to) }]);
  for (const list of sided.values()) list.sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1));
  const sidesOf = (id: string): readonly Siding[] => {
    const side = actors.get(id)?.side ?? null;
    return sided.get(id) ?? (side === null ? [] : [{ side, from: null, to: null }]);
  };
  return {
    of: (id) => byActor.get(id) ?? [],
    sides: sidesOf,
    sideOn(id, on) {
      const standing = sidesOf(id).filter((s) => (s.from === null || s.from <= on) && (s.to === null || s.to >= on));
      return standing.length === 1 ? standing[0]!.side : null;
    },
  };
}
