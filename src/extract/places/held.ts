// What is taken, held or left, beside the place's name: 'it', which is the place told of, or a part of the place - 'a base in
// Homs', 'parts of the town', 'three villages in the province' - which is not the place. It picks no place.
import type { Codebook } from "../../codebook/load.ts";
import { overlaps, type PlaceKind, type PlaceMention } from "../../model/index.ts";
import type { Trigger } from "../frames.ts";
import { headOf, roleTokens } from "../roles.ts";
import type { Read } from "../slots.ts";

/** `mixed`: 'Aleppo and a string of towns in Idlib province' - the town is whole, the province is not. */
export type Held = "it" | "part" | "mixed" | null;

const SITES = new Set<PlaceKind>(["base", "airport", "prison", "crossing", "hill"]);

/** The words for what it is that is taken: the object, or what the control is of. */
function things(read: Read, trigger: Trigger, codebook: Codebook): number[] {
  const { sentence } = read;
  const { tree } = sentence;
  const { verb } = trigger;
  const first = verb?.lemma === "be" ? [] : [verb?.passive ? "subject" : "object"];
  const roles = verb ? [...first, "of", "over", "from", "subject"] : ["of", "object", "from"];
  for (const role of roles) {
    const found = roleTokens(sentence, trigger, role, codebook).filter(
      (k) => !codebook.grammar.powers.has(tree.lower(k)),
    );
    // Somebody is driven out and no place; 'the presidential palace' is a body by its name, and a place.
    const somebody = (k: number): boolean =>
      sentence.phrases.some((p) => p.from <= k && k < p.to && !(p.sort === "organisation" && p.actor === null));
    const row = found.filter((k) => !somebody(k));
    if (row.length) return row;
  }
  return trigger.verb ? [] : [headOf(tree, trigger)];
}

export function heldIn(read: Read, trigger: Trigger, codebook: Codebook): Held {
  const { sentence, places } = read;
  const { tree, passage } = sentence;
  const { called, parts, wholes } = codebook.grammar;
  const mentions = (k: number): PlaceMention[] => places.filter((m) => overlaps(m.span, passage.tokens[k]!.span));
  const partly = (k: number): boolean => {
    const own = mentions(k);
    // 'Hama airbase' is no town, where only the town is known.
    if (own.length)
      return own.every((m) => m.said !== null && SITES.has(m.said) && m.place !== null && !SITES.has(m.place.kind));
    const word = tree.lower(k);
    const under = tree.under(k, "nmod", "flat", "appos", "compound", "amod").filter((c) => mentions(c).length > 0);
    if (wholes.has(word)) return false;
    if (tree.words[k]!.upos === "NUM") return true;
    if (!/^NNS?$/.test(tree.words[k]!.xpos)) return false;
    const single = tree.words[k]!.xpos === "NN";
    // 'The town of Binnish', 'the Bab Amr district': the name is the thing's own.
    const named = under.some(
      (c) =>
        (single && (tree.words[c]!.relation !== "nmod" || tree.introduced(c, OF)) && !parts.has(word)) ||
        mentions(c).some((m) => kindOf(word, codebook) === (m.place?.kind ?? m.said)),
    );
    return !named && !(single && called.has(word));
  };
  const found = things(read, trigger, codebook);
  if (!found.length) {
    // 'The army regained control': of what, the words leave to be understood.
    const words = sentence.words.slice(trigger.from, trigger.to);
    return words.some((w) => codebook.grammar.powers.has(w)) ? "it" : null;
  }
  if (found.some((k) => tree.lower(k) === "it")) return "it";
  const within = found.filter((k) => partly(k));
  return within.length === found.length ? "part" : within.length ? "mixed" : null;
}

const OF = new Set(["of"]);
/** The kind that a noun says, in the singular or plural: 'neighbourhoods'. */
function kindOf(word: string, { gazetteer }: Codebook): string | undefined {
  const heads = gazetteer.words("head");
  return heads.get(word) ?? heads.get(word.replace(/s$/, ""));
}
