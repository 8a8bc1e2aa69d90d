// One actor's page: what it is by the registry, every spelling that documents use for it, whose side it was on, and how
// it stands to other actors, each with its date, its basis and the claims that tell so.
import { z } from "zod";
import type { Siding } from "../codebook/actor-relations.ts";
import type { Codebook } from "../codebook/load.ts";
import type { NamedInDocuments, Spelling, View } from "../ledger/view.ts";
import {
  type ActorId,
  type ActorRelation,
  type Claim,
  type ClaimId,
  type Day,
  type DocumentId,
  type NamedActor,
  UserError,
} from "../model/index.ts";
import { actorKey, drawTogether, eventRelations } from "../resolve/actor-relations.ts";
import { type Naming, namedRelations, wordsAboutNames } from "../resolve/named-relations.ts";
import { relationWords } from "../wording/actor-relations.ts";
import { at, clocks, id } from "./parameters.ts";
import { all, missing, question } from "./question.ts";
import { type Citable, cited } from "./singles.ts";

/** Where words stand: offsets into the document's text. */
export interface Place {
  readonly claim: ClaimId;
  readonly document: DocumentId;
  readonly start: number;
  readonly end: number;
}
export interface ActorAnswer {
  readonly id: ActorId | null;
  readonly name: string;
  readonly kind: string | null;
  readonly country: string | null;
  /** The days on which it bore that name. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly aliases: readonly string[];
  readonly sides: readonly Siding[];
  readonly claims: number;
  readonly incidents: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly spellings: readonly (Omit<Spelling, "claim"> & { readonly citation: Place | null })[];
  readonly relations: readonly (Omit<ActorRelation, "claims"> & {
    /** The one at the other end, and what this actor is to it, in words: 'is backed by'. */
    readonly with: NamedActor;
    readonly says: string;
    /** How many claims tell of it; some of them are cited. */
    readonly told: number;
    readonly citations: readonly Place[];
  })[];
  readonly cited: readonly Citable[];
}

/** Claims cited for one relation; the rest are counted. */
const MOST_CITED = 5;

/** The name as the registry has it, or the state whose nationals are called so. */
export function namingBy(codebook: Codebook): Naming {
  return (name) => {
    const found = codebook.actors.find(name);
    if (found.length === 1) return { id: found[0]!.id, name: found[0]!.name };
    const iso = found.length > 1 || !/^\p{Lu}/u.test(name) ? null : codebook.gazetteer.demonym(name);
    const state = iso && codebook.actors.all.find((a) => a.kind === "state" && a.country === iso && a.to === null);
    return state ? { id: state.id, name: state.name } : null;
  };
}

/** Claims that name the actor and may tell how it stands to others. */
async function tellingClaims(view: View, key: string, codebook: Codebook): Promise<readonly Claim[]> {
  const rules = codebook.judgement.actor_relations;
  const filters = [
    ...[...new Set(rules.events.map((r) => r.event))].map((event) => ({ event })),
    ...wordsAboutNames(rules).map((q) => ({ q })),
  ];
  const found = new Map<string, Claim>();
  for (const filter of filters)
    for (const claim of await all((cursor) =>
      view.claims({ actor: key, ...filter, limit: 1000, ...(cursor ? { cursor } : {}) }),
    ))
      found.set(claim.id, claim);
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function standsOn(on: string | undefined): (span: { from: Day | null; to: Day | null }) => boolean {
  return ({ from, to }) => on === undefined || ((from === null || from <= on) && (to === null || to >= on));
}

async function answered(
  view: View,
  codebook: Codebook,
  who: NamedActor,
  told: NamedInDocuments | null,
  on: string | undefined,
): Promise<ActorAnswer> {
  const key = actorKey(who);
  const registered = who.id === null ? null : codebook.actors.get(who.id);
  const rules = codebook.judgement.actor_relations;
  const naming = namingBy(codebook);
  const telling = told === null ? [] : await tellingClaims(view, who.id ?? who.name, codebook);
  const relations = drawTogether([
    ...(who.id === null ? [] : codebook.actorRelations.of(who.id)),
    ...telling.flatMap((c) => [...eventRelations(c, rules), ...namedRelations(c, rules, naming)]),
  ])
    .filter((r) => actorKey(r.actor) === key || actorKey(r.other) === key)
    .filter(standsOn(on));
  // A claim may name it 'Kurdish-led forces'.
  const known = (a: NamedActor): NamedActor => ({
    id: a.id,
    name: (a.id && codebook.actors.get(a.id)?.name) || a.name,
  });
  const spellings = told?.spellings ?? [];
  const needed = [...spellings.map((s) => s.claim), ...relations.flatMap((r) => r.claims.slice(0, MOST_CITED))];
  const claims = await view.claimsById(needed);
  const byId = new Map(claims.map((c) => [c.id, c]));
  const place = (claim: ClaimId, text?: string): Place | null => {
    const c = byId.get(claim);
    if (!c) return null;
    const party = [...c.actors, ...c.targets, ...c.sources].find((p) => p.text === text);
    const [start, end] = party?.at[0] ?? [c.start, c.end];
    return { claim, document: c.document, start, end };
  };
  return {
    id: who.id,
    name: registered?.name ?? who.name,
    kind: registered?.kind ?? null,
    country: registered?.country ?? null,
    from: registered?.from ?? null,
    to: registered?.to ?? null,
    aliases: registered?.aliases ?? [],
    sides: who.id === null ? [] : codebook.actorRelations.sides(who.id).filter(standsOn(on)),
    claims: told?.claims ?? 0,
    incidents: told?.incidents ?? 0,
    first: told?.first ?? null,
    last: told?.last ?? null,
    spellings: spellings.map(({ claim, ...s }) => ({ ...s, citation: place(claim, s.text) })),
    relations: relations.map(({ claims: tell, ...r }) => ({
      ...r,
      actor: known(r.actor),
      other: known(r.other),
      with: known(actorKey(r.actor) === key ? r.other : r.actor),
      says: relationWords(r.relation, actorKey(r.actor) === key ? "from" : "to"),
      told: tell.length,
      citations: tell
        .slice(0, MOST_CITED)
        .map((c) => place(c))
        .filter((p) => p !== null),
    })),
    cited: await cited(view, claims),
  };
}

export const actor = question({
  name: "actor",
  path: "/actors/{id}",
  command: "actor <id>",
  help: "One actor: the spellings that documents use, whose side it was on, and what it is to others, dated and cited",
  parameters: z.strictObject({
    id: id.describe("id, name or alias of the actor"),
    at: at.optional().describe("only sides and relations that stood on this day"),
    ...clocks,
  }),
  answer: async (view, codebook, p) => {
    const known = codebook.actors.get(p.id);
    const told = await view.namedInDocuments(p.id);
    // The registry is asked last: it knows armies of that name whom no claim is about.
    const registered = told.length > 0 ? told : known ? [known] : codebook.actors.find(p.id);
    const whos = registered.map(({ id, name }): NamedActor => ({ id, name }));
    if (whos.length === 0) throw missing("actor", p.id);
    if (whos.length > 1)
      throw new UserError(
        `'${p.id}' may be ${whos.map((w) => `${w.name} (${w.id ?? "not registered"})`).join(" or ")}`,
        {
          hint: "ask by the id",
          field: "id",
          exit: 2,
        },
      );
    return answered(view, codebook, whos[0]!, told[0] ?? null, p.at);
  },
});
