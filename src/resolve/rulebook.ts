// What judging needs of the codebook, made ready once: the rules, the registry of actors with its sides, the agencies.
import type { JudgementRules } from "../codebook/judgement.ts";
import type { Rarity } from "../codebook/rarity.ts";
import { Actors, type Registered } from "./actors.ts";

export interface JudgeCodebook {
  readonly judgement: JudgementRules;
  readonly actors?: { readonly all: readonly Registered[] } | undefined;
  /** How rare words are; without it no two documents are known to tell one story. */
  readonly rarity?: Rarity | undefined;
  /** News agencies, whose ids documents credit. */
  readonly boilerplate?: { readonly agencies: readonly { readonly id: string; readonly name: string }[] } | undefined;
}

export interface Rulebook {
  readonly rules: JudgementRules;
  readonly actors: Actors;
  readonly rarity: Rarity | null;
  /** Id -> name. */
  readonly agencies: ReadonlyMap<string, string>;
}

export const rulebookOf = ({ judgement, actors, rarity, boilerplate }: JudgeCodebook): Rulebook => ({
  rules: judgement,
  actors: new Actors(actors?.all ?? [], judgement),
  rarity: rarity ?? null,
  agencies: new Map(boilerplate?.agencies.map((a) => [a.id, a.name])),
});
