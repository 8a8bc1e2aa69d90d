// What the words in a role of a frame are: people, an armed force, a state, a place, a thing. It answers what a frame asks
// for (`needs`, `subject`); which words stand in the role is read off the tree in roles.ts.
import type { Need, NeedClass } from "../codebook/events.ts";
import type { Codebook } from "../codebook/load.ts";
import type { Phrase } from "./parties/phrases.ts";
import type { Sentence } from "./sentence.ts";

const OFFICIAL = new Set(["person", "government", "ministry", "un", "embassy"]);
const ARMED = ["army", "rebel", "militia", "police", "coalition"];

function classesOf(p: Phrase): Set<NeedClass> {
  const found = new Set<NeedClass>();
  const group = p.head?.group;
  if (p.sort === "force" || (p.actor && ARMED.includes(p.actor.kind))) found.add("force");
  if (p.sort === "state" || p.actor?.kind === "state" || p.actor?.kind === "alliance")
    found.add("state").add("organisation");
  if (p.sort === "organisation" || p.sort === "source") found.add("organisation");
  if (p.sort === "source") found.add("source");
  if (p.sort === "person" || group === "officials" || (p.actor && OFFICIAL.has(p.actor.kind))) found.add("officials");
  if (p.sort === "group" && p.head) found.add("people");
  if (p.sort === "person") found.add("people");
  return found;
}

/** What a pronoun may stand for; a relative one stands for the phrase before it. */
function meant(sentence: Sentence, at: number): readonly NeedClass[] {
  const word = sentence.words[at]!;
  if (word === "he" || word === "she") return ["officials", "people"];
  if (word === "they" || word === "it") return ["officials", "force", "people", "organisation"];
  if (/^(anyone|anybody|someone|somebody)$/.test(word)) return ["people", "force", "officials"];
  if (/^(him|them|us)$/.test(word)) return ["people", "force", "officials"];
  if (word !== "who") return [];
  const before = sentence.phrases.find((p) => p.to <= at && at - p.to <= 1 && !p.modifier);
  return before ? [...classesOf(before)] : ["officials", "force", "people", "organisation"];
}

/** What the word of the tree at `token` is, and what it counts: 'dozens of villages' are villages. */
function classesAt(sentence: Sentence, token: number, codebook: Codebook, isPlace: IsPlace): Set<NeedClass> {
  const { tree, words, phrases } = sentence;
  const { sites, objects } = codebook.grammar;
  const found = new Set<NeedClass>(meant(sentence, token));
  // 'Gunmen killed 15': a bare number counts people.
  if (tree.words[token]!.upos === "NUM") found.add("people");
  // 'the rebels in Homs' are no place, 'a group of villages' are places.
  const counted = tree.under(token, "nmod").filter((k) => tree.introduced(k, OF));
  for (const k of [token, ...counted, ...tree.under(token, "conj", "flat", "appos", "compound", "nmod:poss")]) {
    if (isPlace(k)) found.add("place");
    if (sites.has(words[k]!)) found.add("site");
    if (objects.has(words[k]!)) found.add("thing");
    // 'an army post' and 'the embassy's stores' are a site and things, and nobody armed.
    if (/^(compound|nmod:poss)$/.test(tree.words[k]!.relation) && k !== token) continue;
    const p = phrases.find((q) => q.from <= k && k < q.to);
    if (p) for (const c of classesOf(p)) found.add(c);
  }
  return found;
}

const OF = new Set(["of"]);

export type IsPlace = (token: number) => boolean;

/** Whether the words in a role are of one of the classes; null where nothing stands in it. */
export function fits(
  sentence: Sentence,
  tokens: readonly number[],
  classes: Need,
  codebook: Codebook,
  isPlace: IsPlace,
): boolean | null {
  if (!tokens.length) return null;
  return tokens.some((t) => {
    const there = classesAt(sentence, t, codebook, isPlace);
    return classes.some((n) => there.has(n));
  });
}

/** Whether somebody of one of the classes stands left of a token: all that is left to ask where the tree gives no subject. */
export function standsBefore(sentence: Sentence, at: number, classes: Need): boolean {
  const before = sentence.phrases.filter((p) => p.to <= at && !p.modifier);
  const words = Array.from({ length: at }, (_, i) => meant(sentence, i)).flat();
  return classes.some((n) => words.includes(n) || before.some((p) => classesOf(p).has(n)));
}
