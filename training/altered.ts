// Sentences as scraped news and the coder's own cutting of words have them: compounds as one word ("US-backed"), commas lost.
// Copies of annotated sentences, changed by rule, so that the parser learns to do without what such texts lack.
import type { GoldSentence } from "../src/language/treebank/read-conllu.ts";

/** The sentence with only the words at these places, `forms` and `tags` given anew; what hung on a word left out hangs above it. */
function keep(
  sentence: GoldSentence,
  places: readonly number[],
  changed: ReadonlyMap<number, { readonly form: string; readonly upos: string; readonly xpos: string }> = new Map(),
): GoldSentence {
  const at = new Map(places.map((place, i) => [place, i]));
  const head = (place: number): number => {
    let above = sentence.heads[place]!;
    while (above >= 0 && !at.has(above)) above = sentence.heads[above]!;
    return above < 0 ? -1 : at.get(above)!;
  };
  const pick = <T>(row: readonly T[]): T[] => places.map((place) => row[place]!);
  return {
    ...sentence,
    forms: places.map((p) => changed.get(p)?.form ?? sentence.forms[p]!),
    lemmas: places.map((p) => changed.get(p)?.form.toLowerCase() ?? sentence.lemmas[p]!),
    upos: places.map((p) => changed.get(p)?.upos ?? sentence.upos[p]!),
    xpos: places.map((p) => changed.get(p)?.xpos ?? sentence.xpos[p]!),
    heads: places.map(head),
    relations: pick(sentence.relations),
    misc: pick(sentence.misc),
    spaced: pick(sentence.spaced),
  };
}

const isHyphen = (form: string): boolean => form === "-" || form === "‐" || form === "‑";
const LETTERS = /^[\p{L}.'’]+$/u;

/** Compounds joined; null where the sentence has none. */
export function joined(sentence: GoldSentence): GoldSentence | null {
  const { forms, spaced, heads, upos, xpos, relations } = sentence;
  const places: number[] = [];
  const changed = new Map<number, { form: string; upos: string; xpos: string }>();
  for (let i = 0; i < forms.length; ) {
    let end = i + 1;
    while (
      end + 1 < forms.length &&
      !spaced[end - 1] &&
      isHyphen(forms[end]!) &&
      !spaced[end] &&
      LETTERS.test(forms[end - 1]!) &&
      LETTERS.test(forms[end + 1]!)
    )
      end += 2;
    if (end === i + 1) {
      places.push(i++);
      continue;
    }
    const inside = Array.from({ length: end - i }, (_, k) => i + k);
    const leads = inside.filter((k) => heads[k]! < i || heads[k]! >= end);
    // One that hangs together by two words is no compound.
    if (leads.length !== 1) return null;
    const lead = leads[0]!;
    const adjective = relations[lead] === "amod" && /^VB[NG]$/.test(xpos[lead]!);
    changed.set(lead, {
      form: inside.map((k) => forms[k]!).join(""),
      upos: adjective ? "ADJ" : upos[lead]!,
      xpos: adjective ? "JJ" : xpos[lead]!,
    });
    places.push(lead);
    i = end;
  }
  return changed.size ? keep(sentence, places, changed) : null;
}

/** The sentence without its commas; null where it has none or is short. */
export function withoutCommas(sentence: GoldSentence): GoldSentence | null {
  const { forms, heads } = sentence;
  const commas = forms.filter((f) => f === ",").length;
  if (!commas || forms.length < 12) return null;
  // A comma that anything hangs on is a slip of the annotation.
  if (forms.some((_, i) => heads[i]! >= 0 && forms[heads[i]!] === ",")) return null;
  return keep(sentence, forms.flatMap((f, i) => (f === "," ? [] : [i])));
}

/** The sentences, and behind them their joined copies and every third one's copy without commas. */
export function withAltered(sentences: readonly GoldSentence[]): GoldSentence[] {
  const copies = sentences.flatMap((s, i) => {
    const whole = joined(s);
    const bare = i % 3 === 0 ? withoutCommas(whole ?? s) : null;
    return [whole, bare].filter((c) => c !== null);
  });
  return [...sentences, ...copies];
}
