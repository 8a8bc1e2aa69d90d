// Carries a speaker from one sentence to the next: a quotation that runs on over several sentences, and a quotation that goes
// on after its speaker was named; and the agency that a source told, to what the source adds. Nothing else carries a source over.
import type { Phrase } from "../parties/phrases.ts";
import type { Read } from "../slots.ts";
import type { Attribution } from "./attribution.ts";

const marks = (words: readonly string[]): number => words.filter((w) => /^["“”]$/.test(w)).length;
const opens = (words: readonly string[]): boolean => /^["“]$/.test(words[0] ?? "");

/** `attributions[i]` are those of `reads[i]`; the answer has the carried ones added. */
export function carrySources(attributions: readonly Attribution[][], reads: readonly Read[]): Attribution[][] {
  const out = attributions.map((row) => [...row]);
  let open = false;
  const spans: boolean[] = [];
  reads.forEach(({ sentence }) => {
    const odd = marks(sentence.words) % 2 === 1;
    const smart = sentence.words.some((w) => w === "“" || w === "”");
    const starts = open || opens(sentence.words);
    spans.push(starts);
    if (smart) {
      const lastMark = sentence.words.filter((w) => w === "“" || w === "”").at(-1);
      open = lastMark === "“";
    } else if (odd) open = !open;
  });
  for (let i = 0; i < out.length; i++) {
    if (out[i]!.length || !spans[i]) continue;
    const near = (j: number): Attribution | undefined => {
      const from = reads[j];
      if (!from || Math.abs(from.sentence.passage.paragraph - reads[i]!.sentence.passage.paragraph) > 1)
        return undefined;
      const spoken = out[j]!.find((a) => a.sources[0] && marks(from.sentence.words) > 0);
      return spoken;
    };
    const found = near(i - 1) ?? near(i + 1);
    if (!found) continue;
    out[i] = [{ ...found, cue: [0, 0], content: [0, reads[i]!.sentence.words.length], rule: "quote-goes-on" }];
  }
  for (let i = 1; i < out.length; i++) out[i] = out[i]!.map((a) => throughAgency(a, i, out, reads));
  // '— Name (@handle) 6 December': whoever signs a post says what stands in it.
  for (let i = 0; i + 1 < out.length; i++) {
    const [post, sign] = [reads[i]!.sentence, reads[i + 1]!.sentence];
    if (post.passage.kind !== "post" || sign.passage.kind !== "post" || !/^[—–-]+$/.test(sign.words[0] ?? "")) continue;
    const signer = sign.phrases.find((p) => p.from === 1 && (p.sort === "person" || p.actor !== null));
    if (signer)
      out[i] = [{ sources: [signer], kind: "said", cue: [0, 0], content: [0, post.words.length], rule: "post-signed" }];
  }
  return out;
}

/** Sentences back to where a source told an agency. */
const TOLD_WITHIN = 4;
const lastWord = (p: Phrase): string => p.name.toLowerCase().split(" ").at(-1)!;
const AGENCY = /^(?:agency|outlet)$/;

/** 'the source added', 'a second source': speaks to the agency that the first one told. */
function throughAgency(a: Attribution, i: number, all: readonly Attribution[][], reads: readonly Read[]): Attribution {
  const [speaker] = a.sources;
  const { sentence } = reads[i]!;
  if (!speaker || a.sources.length > 1 || speaker.actor || speaker.sort === "person") return a;
  const before = sentence.words.slice(Math.max(0, speaker.from - 2), speaker.to - 1);
  if (!before.some((w) => /^(?:the|second|another|other)$/.test(w))) return a;
  for (let j = i - 1; j >= Math.max(0, i - TOLD_WITHIN); j--) {
    const told = all[j]!.find((b) => b.sources[0] && lastWord(b.sources[0]) === lastWord(speaker));
    const agency = told?.sources.slice(1).find((p) => AGENCY.test(p.actor?.kind ?? ""));
    if (agency) return { ...a, sources: [speaker, agency] };
    if (told) return a;
  }
  return a;
}
