// Leads pronouns and bare descriptions ('the group', 'the ministry', 'he') back to the last actor in the document that fits;
// where none fits, they stay unresolved and name nobody.
import type { Codebook } from "../codebook/load.ts";
import { matchSteps } from "../codebook/patterns.ts";
import type { Phrase } from "./phrases.ts";
import { type Draft, spanOf } from "./sentence.ts";
import { is } from "./tags.ts";

interface Memory {
  person: Phrase | null;
  organisation: Phrase | null;
  plural: Phrase | null;
}

const STATELY = new Set(["state", "organisation", "force", "source"]);

function remember(memory: Memory, phrases: readonly Phrase[]): void {
  const free = phrases.filter((p) => !p.modifier);
  for (const p of [...free].reverse()) {
    if (p.sort === "person") memory.person = p;
    else if (STATELY.has(p.sort) && (p.actor || p.head === null)) memory.organisation = p;
    if (p.head?.plural || (p.sort === "force" && p.actor)) memory.plural = p;
  }
}

const reach = (p: Phrase, draft: Draft, from: number, to: number, preposition: string | null): Phrase => ({
  ...p,
  at: spanOf(draft.passage, from, to),
  from,
  to,
  rule: "reference",
  preposition,
  modifier: false,
});

/** The phrases of each sentence with the references among them led back; pronouns become phrases where they lead somewhere. */
export function resolveReferences(
  drafts: readonly Draft[],
  phrases: readonly (readonly Phrase[])[],
  codebook: Codebook,
): Phrase[][] {
  const memory: Memory = { person: null, organisation: null, plural: null };
  const g = codebook.grammar;
  return drafts.map((draft, s) => {
    const own = phrases[s]!;
    const out: Phrase[] = [];
    const seen: Memory = { ...memory };
    const byFrom = new Map(own.map((p) => [p.from, p]));
    for (let i = 0; i < draft.words.length; i++) {
      const word = draft.words[i]!;
      const phrase = byFrom.get(i);
      if (phrase) {
        const start = draft.words[i - 1] === "the" ? i - 1 : i;
        const bare = start < i && phrase.actor === null && phrase.also.length === 0;
        const fits = (rows: readonly (readonly unknown[])[], kind: "person" | "organisation"): boolean =>
          bare &&
          g.references[kind].some((steps) => matchSteps(draft.words, start, steps) === phrase.to) &&
          rows.length >= 0;
        const antecedent = fits([], "person") ? seen.person : fits([], "organisation") ? seen.organisation : null;
        const led = antecedent
          ? { ...reach(antecedent, draft, phrase.from, phrase.to, phrase.preposition), modifier: phrase.modifier }
          : phrase;
        out.push(led);
        remember(seen, [led]);
        continue;
      }
      const lead = /^(he|she)$/.test(word)
        ? seen.person
        : word === "it"
          ? seen.organisation
          : word === "they"
            ? seen.plural
            : null;
      if (
        lead &&
        !is(g, "prepositions", draft.words[i - 1]) &&
        !(word === "it" && /^(was|is|will|would|has)$/.test(draft.words[i + 1] ?? "") && i === 0)
      )
        out.push(reach(lead, draft, i, i + 1, null));
    }
    remember(memory, own.length ? [...out].sort((a, b) => a.from - b.from) : []);
    return out.sort((a, b) => a.from - b.from);
  });
}
