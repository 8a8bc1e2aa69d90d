// Leads pronouns and bare descriptions ('the group', 'the ministry', 'he', 'its forces') back to the last actor in the document
// that fits; where none fits, they stay unresolved and name nobody. Who speaks is led back to who spoke.
import type { Codebook } from "../../codebook/load.ts";
import { matchSteps } from "../../codebook/patterns.ts";
import { findAttributions } from "../saying/attribution.ts";
import { type Draft, spanOf } from "../sentence.ts";
import { is } from "../tags.ts";
import { itsForces, type Sides, standsFor } from "./forces.ts";
import type { Phrase } from "./phrases.ts";

interface Memory {
  person: Phrase | null;
  organisation: Phrase | null;
  plural: Phrase | null;
}

/** Who spoke, the last one at the end, and in which sentence. */
interface Spoken {
  readonly by: Phrase;
  readonly sentence: number;
}
/** How many sentences back 'he said' may lead. */
const REACH = 8;

const STATELY = new Set(["state", "organisation", "force", "source"]);
const HUMAN = new Set(["officials", "journalists", "civilians", "people", "protesters", "women", "children"]);
const HUMAN_SOURCE = /^(source|witness|observer|analyst|expert)$/;

const human = (p: Phrase): boolean =>
  p.sort === "person" ||
  (p.head !== null && !p.head.plural && (HUMAN.has(p.head.group) || HUMAN_SOURCE.test(p.head.word)) && !p.actor);
const bodily = (p: Phrase): boolean => STATELY.has(p.sort) && !human(p) && !(p.head?.plural && !p.actor);
const many = (p: Phrase): boolean => p.head?.plural === true || (p.sort === "force" && p.actor !== null);

/** A paper or agency is told things; nothing else in a report is about it. */
const passesOn = (p: Phrase): boolean =>
  p.actor?.kind === "agency" || p.actor?.kind === "outlet" || p.rule === "name-of-body";

function remember(memory: Memory, phrases: readonly Phrase[]): void {
  const free = phrases.filter((p) => !p.modifier);
  // Of a sentence's names the first counts that stands free; one behind a preposition only where no other does.
  const order = [...free.filter((p) => p.preposition === null), ...free.filter((p) => p.preposition !== null)];
  for (const p of order.reverse()) {
    if (p.sort === "person") memory.person = p;
    else if (STATELY.has(p.sort) && (p.actor || p.head === null) && !passesOn(p)) memory.organisation = p;
    if (many(p)) memory.plural = p;
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

/** The pronoun at `i` is the subject of a word of saying: 'he said', 'it later added', 'said she'. */
function speaks(draft: Draft, i: number, codebook: Codebook): boolean {
  const saying = (k: number): boolean =>
    (draft.tags[k]?.finite ?? false) &&
    (codebook.sayings.byVerb.get(draft.tags[k]!.lemma)?.some((x) => TELLING.has(x.kind)) ?? false);
  if (saying(i - 1) && !draft.tags[i + 1]) return true;
  for (let k = i + 1; k < Math.min(draft.words.length, i + 5); k++) {
    if (draft.tags[k] && draft.tags[k]!.lemma !== "be") return saying(k);
    const word = draft.words[k]!;
    if (!is(codebook.grammar, "adverbs", word) && !is(codebook.grammar, "have", word) && !/ly$/.test(word))
      return false;
  }
  return false;
}

/** 'the ministry' is a ministry; 'the group' may be anybody. */
const KINDS: Readonly<Record<string, RegExp>> = {
  ministry: /^ministry$/,
  observatory: /^monitor$/,
  monitor: /^monitor$/,
  agency: /^(agency|un)$/,
  embassy: /^embassy$/,
  coalition: /^(coalition|party)$/,
  party: /^party$/,
  group: /^(?!state|government|ministry|army|police|un|agency|outlet|alliance)/,
  movement: /^(?!state|government|ministry|army|police|un|agency|outlet)/,
  militia: /^(militia|rebel)$/,
  network: /^(monitor|outlet|rebel)$/,
  council: /^(un|party|government|rebel|organisation)$/,
};
const ofKind = (p: Phrase | null, word: string): Phrase | null =>
  p && (!KINDS[word] || !p.actor || KINDS[word].test(p.actor.kind)) ? p : null;

/** Words by which something is told; vows and orders are acts, and whose they are the ordinary way tells. */
const TELLING = new Set(["said", "claimed", "denied", "announced", "warned"]);

const FITS: Readonly<Record<string, (p: Phrase) => boolean>> = { he: human, she: human, it: bodily, they: many };

/** The phrases of each sentence with the references among them led back; pronouns become phrases where they lead somewhere. */
export function resolveReferences(
  drafts: readonly Draft[],
  phrases: readonly (readonly Phrase[])[],
  codebook: Codebook,
  sides: Sides,
): Phrase[][] {
  const memory: Memory = { person: null, organisation: null, plural: null };
  const spoken: Spoken[] = [];
  const g = codebook.grammar;
  let forces: Phrase[] = [];
  return drafts.map((draft, s) => {
    const own = phrases[s]!;
    const out: Phrase[] = [];
    const seen: Memory = { ...memory };
    const byFrom = new Map(own.map((p) => [p.from, p]));
    if (drafts[s - 1] && drafts[s - 1]!.passage.paragraph < draft.passage.paragraph - 1) forces = [];
    /** The last who spoke and fits; in this sentence, who spoke before token `i`. */
    const lastSpeaker = (fits: (p: Phrase) => boolean, i: number): Phrase | null => {
      const here = findAttributions({ ...draft, phrases: out }, codebook).flatMap((a) =>
        a.cue[0] < i ? a.sources.filter((p) => p.to <= i) : [],
      );
      const found = here.filter(fits).at(-1);
      return found ?? spoken.filter((x) => s - x.sentence <= REACH && fits(x.by)).at(-1)?.by ?? null;
    };
    for (let i = 0; i < draft.words.length; i++) {
      const word = draft.words[i]!;
      const phrase = byFrom.get(i);
      if (phrase) {
        const start = draft.words[i - 1] === "the" ? i - 1 : i;
        const bare = start < i && phrase.actor === null && phrase.also.length === 0;
        const fits = (kind: "person" | "organisation"): boolean =>
          bare && g.references[kind].some((steps) => matchSteps(draft.words, start, steps) === phrase.to);
        const titled = (p: Phrase): boolean =>
          [p.name, ...p.also, ...(p.actor?.aliases ?? [])].some((n) => n.toLowerCase().split(" ").includes(word));
        const antecedent = fits("person")
          ? (lastSpeaker((p) => human(p) && titled(p), i) ?? (seen.person && titled(seen.person) ? seen.person : null))
          : fits("organisation")
            ? (lastSpeaker((p) => bodily(p) && titled(p), i) ?? ofKind(seen.organisation, word))
            : itsForces(draft, phrase, seen.organisation, sides);
        const led = antecedent
          ? { ...reach(antecedent, draft, phrase.from, phrase.to, phrase.preposition), modifier: phrase.modifier }
          : standsFor(draft, phrase, own, [...forces, ...out], sides);
        out.push(led);
        remember(seen, [led]);
        continue;
      }
      const fits = FITS[word];
      if (!fits || is(g, "prepositions", draft.words[i - 1])) continue;
      const plain = word === "it" ? seen.organisation : word === "they" ? seen.plural : seen.person;
      const lead = speaks(draft, i, codebook)
        ? (lastSpeaker(fits, i) ?? (plain && fits(plain) && plain.preposition === null ? plain : null))
        : plain;
      if (lead && !(word === "it" && /^(was|is|will|would|has)$/.test(draft.words[i + 1] ?? "") && i === 0))
        out.push(reach(lead, draft, i, i + 1, null));
    }
    out.sort((a, b) => a.from - b.from);
    remember(memory, own.length ? out : []);
    forces = [...forces, ...out].slice(-12);
    for (const a of findAttributions({ ...draft, phrases: out }, codebook))
      for (const by of a.sources.slice(0, 2))
        if (by === a.sources[0] || !passesOn(by)) spoken.push({ by, sentence: s });
    return out;
  });
}
