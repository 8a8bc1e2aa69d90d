// What judging needs of the codebook, made ready once: the rules, the registry of actors with its sides, the agencies.
import type { JudgementRules } from "../codebook/judgement.ts";
import type { Rarity } from "../codebook/rarity.ts";
import { Actors, type Registered } from "./actors.ts";
import { wordsOf } from "./names.ts";

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

/** The names of a war's parties are in all its reports: by their words no story is known again. */
function withoutNames(rarity: Rarity, registered: readonly Registered[]): Rarity {
  const names = new Set(registered.flatMap((a) => [a.name, ...a.aliases].flatMap(wordsOf)));
  return { unlisted: rarity.unlisted, of: (word) => (names.has(word) ? 0 : rarity.of(word)) };
}

export const rulebookOf = ({ judgement, actors, rarity, boilerplate }: JudgeCodebook): Rulebook => ({
  rules: judgement,
  actors: new Actors(actors?.all ?? [], judgement),
  rarity: rarity ? withoutNames(rarity, actors?.all ?? []) : null,
  agencies: new Map(boilerplate?.agencies.map((a) => [a.id, a.name])),
});
