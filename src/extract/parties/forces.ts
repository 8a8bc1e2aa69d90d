// What bare words for armed people stand for: 'fighters led by X' are X's, 'its troops' are the last one's named, 'soldiers' are
// the army's that the paragraph speaks of. Where the paragraph names none, the theatre says, or nobody.
import type { Registered } from "../../codebook/actors.ts";
import type { Draft } from "../sentence.ts";
import type { Phrase } from "./phrases.ts";

export interface Sides {
  /** Whom a generic name stands for in the document's theatre on its day; null for nobody. */
  readonly generic: (name: string) => Registered | null;
  /** The army of a country; null where the registry has none. */
  readonly army: (country: string) => Registered | null;
}

const ARMY = /^(troops|soldiers?|servicemen|conscripts)$/;
const IRREGULAR = /^(fighters?|rebels?|insurgents?|militants?|gunmen|militiamen|factions?)$/;
const ANY = /^(forces|units)$/;
const generic = (p: Phrase): boolean =>
  p.rule === "generic-by-theatre" ||
  (p.rule === "registry" && p.to - p.from === 1 && IRREGULAR.test(p.name.toLowerCase()));
const bare = (p: Phrase): boolean =>
  p.sort === "force" && p.also.length === 0 && (p.head !== null || (generic(p) && p.to - p.from === 1));

/** 'its forces', 'their troops': those of the last body named; null where the phrase is no such words. */
export function itsForces(draft: Draft, p: Phrase, last: Phrase | null, sides: Sides): Phrase | null {
  if (!bare(p) || p.to - p.from !== 1 || !/^(its|their)$/.test(draft.words[p.from - 1] ?? "")) return null;
  const word = draft.words[p.from]!;
  if (!(ARMY.test(word) || IRREGULAR.test(word) || ANY.test(word)) || !last?.actor) return null;
  const stately = /^(state|government|ministry)$/.test(last.actor.kind);
  const actor = stately && last.actor.country ? sides.army(last.actor.country) : last.actor;
  return last.sort === "force" || last.sort === "organisation" || last.sort === "state"
    ? { ...p, actor, also: [...new Set([...p.also, last.name])], rule: "reference" }
    : null;
}

/**
 * The phrase with the actor that it stands for. `own` are the sentence's phrases, `before` those that went before it in the
 * paragraph, the nearest last.
 */
export function standsFor(
  draft: Draft,
  p: Phrase,
  own: readonly Phrase[],
  before: readonly Phrase[],
  sides: Sides,
): Phrase {
  if (!bare(p)) return p;
  const { words } = draft;
  // 'fighters led by Hayat Tahrir al-Sham', 'insurgents led by'
  if (words[p.to] === "led" && words[p.to + 1] === "by") {
    const leader = own.find((o) => o.from >= p.to + 2 && o.from <= p.to + 3);
    if (leader?.actor && leader.actor.kind !== "person" && (!p.actor || generic(p)))
      return { ...p, actor: leader.actor, also: [...p.also, leader.name], rule: "led-by" };
  }
  if (p.actor || p.to - p.from > 1) return p;
  const word = words[p.from]!;
  const kinds = ARMY.test(word) ? ["army", "police"] : IRREGULAR.test(word) ? ["rebel", "militia", "coalition"] : null;
  if (!kinds && !ANY.test(word)) return p;
  const named = before.filter((o) => o.actor && o.sort === "force" && (!kinds || kinds.includes(o.actor.kind))).at(-1);
  const actor = named?.actor ?? sides.generic(word) ?? sides.generic(`${word}s`);
  return actor ? { ...p, actor, rule: named ? "reference" : "generic-by-theatre" } : p;
}
