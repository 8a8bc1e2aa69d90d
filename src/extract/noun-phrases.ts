// The noun phrase that a word of the tree heads, as somebody or something that can act, suffer or speak: the mention that the
// registry or a list of heads found there, else the words themselves. It names; which role the phrase plays is in roles.ts.
import type { Codebook } from "../codebook/load.ts";
import type { Phrase } from "./parties/phrases.ts";
import { type Sentence, spanOf } from "./sentence.ts";

const INNER = new Set(["amod", "compound", "nummod", "flat", "advmod", "goeswith", "punct"]);
/** The tokens of the phrase itself, without its article and without what follows it. */
function reach(sentence: Sentence, head: number): [from: number, to: number] {
  const { words } = sentence.tree;
  let from = head;
  while (
    from > 0 &&
    INNER.has(words[from - 1]!.relation) &&
    words[from - 1]!.upos !== "PUNCT" &&
    sentence.tree.holds(head, from - 1)
  )
    from--;
  while (
    from < head &&
    /^(at|least|most|about|some|around|nearly|other|up|to|more|than|only|just|even|mostly|mainly)$/.test(
      sentence.words[from]!,
    )
  )
    from++;
  let to = head + 1;
  while (to < words.length && /^(flat|goeswith)$/.test(words[to]!.relation) && words[to]!.head >= from) to++;
  return [from, to];
}

/** The phrase at `token`, or null where nothing there can be named: a pronoun that leads nowhere, a place, a measure of time. */
export function phraseAt(
  sentence: Sentence,
  token: number,
  places: (i: number) => boolean,
  codebook: Codebook,
): Phrase | null {
  const { tree, phrases, words } = sentence;
  const word = tree.words[token]!;
  const g = codebook.grammar;
  const counted =
    g.quantities.has(words[token]!) || /^\d/.test(words[token]!)
      ? tree.under(token, "nmod").find((n) => tree.introduced(n, new Set(["of"])))
      : undefined;
  const known = phrases.find((p) => p.from <= token && token < p.to);
  if (known) return known;
  if (counted !== undefined) return phraseAt(sentence, counted, places, codebook);
  const lower = words[token]!.toLowerCase();
  if (!/^(NOUN|PROPN|ADJ)$/.test(word.upos) || g.whereabouts.has(lower) || g.fired.has(lower)) return null;
  const [own, to] = reach(sentence, token);
  const owner = tree.first(token, "nmod:poss");
  const from = owner === null || owner > own ? own : reach(sentence, owner)[0];
  for (let k = own; k < to; k++)
    // 'the regime's airbase at X' names whose it is, where the thing itself is a place.
    if (places(k)) return owner === null ? null : phraseAt(sentence, owner, places, codebook);
  for (let k = from; k < own; k++) if (places(k)) return null;
  const inside = phrases.find((p) => p.from >= own && p.to <= to && p.to > token);
  if (inside) return inside;
  const tokens = sentence.passage.tokens;
  let name = "";
  for (let k = from; k < to; k++)
    name += (k > from && tokens[k]!.span[0] > tokens[k - 1]!.span[1] ? " " : "") + tokens[k]!.text;
  return {
    from,
    to,
    name,
    actor: null,
    sort: "group",
    head: null,
    rule: word.upos === "PROPN" ? "name" : "noun-phrase",
    preposition: null,
    modifier: false,
    also: [],
    at: spanOf(sentence.passage, from, to),
  };
}

const DOER = /(?:[^s]ers|[^s]er|ors|ists?|ants?|men|man|ians?|ees)$/;

/** Whether a phrase can have done something: somebody whom a list knows, a name, or a noun for one who does. */
export const canAct = (p: Phrase): boolean => p.rule !== "noun-phrase" || namesDoer(p);

/** Whether its noun is one for somebody who does something: 'a spotter', 'traders'. */
export const namesDoer = (p: Phrase): boolean => DOER.test(p.name.toLowerCase());
