// Who struck, in a sentence in Arabic: the name right before the verb of striking, behind 'its source is', or behind the word for
// what struck ('shelling by …', 'a Russian raid'). Whose post or land was struck is no doer.
import type { Registered } from "../../codebook/actors.ts";
import type { ArabicWords } from "../../codebook/arabic.ts";
import type { Codebook } from "../../codebook/load.ts";
import { type Party, span } from "../../model/index.ts";
import { type ArabicWord, isOf, phraseAt } from "./words.ts";

/** How many words may stand between the attack and its doer. */
const NEAR = 5;

interface Named {
  readonly actor: Registered;
  readonly at: number;
  readonly length: number;
}

function namedIn(words: readonly ArabicWord[], { actors, arabic }: Codebook): Named[] {
  const found: Named[] = [];
  for (let at = 0; at < words.length; at++) {
    const hit = phraseAt(words, at, arabic.actors);
    const actor = hit && actors.get(hit.value);
    if (!hit || !actor) continue;
    found.push({ actor, at, length: hit.length });
    at += hit.length - 1;
  }
  return found;
}

const party = (words: readonly ArabicWord[], { actor, at, length }: Named): Party => {
  const name = words
    .slice(at, at + length)
    .map((w) => w.text)
    .join(" ");
  return {
    name: actor.name,
    id: actor.id,
    aliases: [name, ...actor.aliases],
    text: name,
    at: [span(words[at]!.start, words[at + length - 1]!.end)],
    rule: "arabic.doer",
  };
};

/** @param attack index of the word that tells the attack; -1 where only its victims are told. */
export function arabicDoers(words: readonly ArabicWord[], attack: number, codebook: Codebook): Party[] {
  const { sets }: ArabicWords = codebook.arabic;
  const within = (from: number, to: number, set: ReadonlySet<string>): boolean =>
    words.slice(Math.max(0, from), to).some((w) => isOf(w, set));
  const does = ({ at, length }: Named): boolean => {
    if (within(at - 4, at, sets.sources)) return true;
    if (within(at - 2, at, sets.owned)) return false;
    if (isOf(words[at + length], sets.striking) || isOf(words[at + length + 1], sets.striking)) return true;
    // 'the shelling by …', 'Russian raids': behind the attack and before the place that it is on.
    const gap = words.slice(attack + 1, at);
    return attack >= 0 && at > attack && gap.length <= NEAR && !gap.some((w) => w.forms.includes("علي"));
  };
  const seen = new Set<string>();
  return namedIn(words, codebook)
    .filter((n) => does(n) && !seen.has(n.actor.id) && Boolean(seen.add(n.actor.id)))
    .map((n) => party(words, n));
}
