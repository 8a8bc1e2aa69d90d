// What judging needs of the codebook, made ready once: the rules, the registry of actors with its sides, the agencies.
import type { JudgementRules } from "../codebook/judgement.ts";
import { Actors, type Registered } from "./actors.ts";

export interface JudgeCodebook {
  readonly judgement: JudgementRules;
  readonly actors?: { readonly all: readonly Registered[] } | undefined;
  /** News agencies, whose ids documents credit. */
  readonly boilerplate?: { readonly agencies: readonly { readonly id: string; readonly name: string }[] } | undefined;
}

export interface Rulebook {
  readonly rules: JudgementRules;
  readonly actors: Actors;
  /** Id -> name. */
  readonly agencies: ReadonlyMap<string, string>;
}

export const rulebookOf = ({ judgement, actors, boilerplate }: JudgeCodebook): Rulebook => ({
  rules: judgement,
  actors: new Actors(actors?.all ?? [], judgement),
  agencies: new Map(boilerplate?.agencies.map((a) => [a.id, a.name])),
});
