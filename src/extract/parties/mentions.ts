// The phrases of a document as mentions of actors in the shape of the model, and the names that the document itself gives:
// acronyms in brackets, the full name that a surname leads back to.
import type { Registered } from "../../codebook/actors.ts";
import type { Codebook } from "../../codebook/load.ts";
import type { ActorMention } from "../../model/index.ts";
import { type Draft, type Sentence, spanOf } from "../sentence.ts";
import { type PhraseContext, sortOf } from "./phrase-parts.ts";
import type { Phrase } from "./phrases.ts";

type Named = PhraseContext["named"] extends ReadonlyMap<string, infer N> ? N : never;

/** 'Homs Media Centre (HMC)': the letters in brackets are the initials of the capitals before. */
export function findAcronyms(drafts: readonly Draft[], codebook: Codebook): Map<string, Named> {
  const named = new Map<string, Named>();
  for (const { texts, words } of drafts)
    for (let i = 2; i < texts.length - 1; i++) {
      const short = texts[i]!;
      if (
        texts[i - 1] !== "(" ||
        texts[i + 1] !== ")" ||
        !/^\p{Lu}[\p{Lu}\p{Ll}]{1,7}$/u.test(short) ||
        !/\p{Lu}\p{L}*\p{Lu}/u.test(short)
      )
        continue;
      const letters = short.toUpperCase();
      let k = i - 1;
      let n = letters.length;
      while (n > 0 && k > 0) {
        k--;
        const word = texts[k]!;
        if (/^(of|the|and|for|in|to)$/.test(word)) continue;
        const at =
          word.toUpperCase()[0] === letters[n - 1] || word.toUpperCase().replace(/^AL-/, "")[0] === letters[n - 1];
        if (!at) break;
        n--;
      }
      if (n > 0 || i - k > 10) continue;
      const name = texts.slice(k, i - 1).join(" ");
      const hit = codebook.actors.longest(words, texts, k);
      const actor: Registered | null = hit ? hit.actors[0]! : (codebook.actors.find(short)[0] ?? null);
      named.set(short, { name, actor, sort: actor ? sortOf(actor) : "organisation" });
    }
  return named;
}

/** Surnames of people once named in full: 'Zaher Sahloul ... Sahloul'. The first full name with that surname counts. */
export function findSurnames(sentences: readonly { readonly phrases: readonly Phrase[] }[]): Map<string, Named> {
  const named = new Map<string, Named>();
  for (const { phrases } of sentences)
    for (const p of phrases) {
      if (p.sort !== "person") continue;
      const last = p.name.split(" ").at(-1)!;
      if (last.length < 3 || last === p.name || named.has(last)) continue;
      named.set(last, { name: p.name, actor: p.actor, sort: "person" });
    }
  return named;
}

/** Ids of the registry's people whom the document names by more than a surname. */
export const namedInFull = (sentences: readonly { readonly phrases: readonly Phrase[] }[]): Set<string> =>
  new Set(
    sentences.flatMap(({ phrases }) =>
      phrases.flatMap((p) => (p.actor?.kind === "person" && p.name.includes(" ") ? [p.actor.id] : [])),
    ),
  );

/** Names of people whom the document calls an official: 'Elizabeth Hoff, the WHO representative', 'Mr Colville, a spokesman'. */
export function findOffices(sentences: readonly { readonly phrases: readonly Phrase[] }[]): Set<string> {
  const held = new Set<string>();
  for (const { phrases } of sentences)
    phrases.forEach((p, i) => {
      if (p.sort !== "person") return;
      const beside = [phrases[i - 1], phrases[i + 1]].some(
        (o) => o?.head?.group === "officials" && Math.min(Math.abs(o.from - p.to), Math.abs(p.from - o.to)) <= 3,
      );
      if (!beside && !p.also.some((a) => OFFICE.test(a))) return;
      held.add(p.name);
      held.add(p.name.split(" ").at(-1)!);
    });
  return held;
}
const OFFICE =
  /president|minister|secretary|spokes|envoy|ambassador|general|director|chief|head|commander|leader|king|prince|senator|chancellor|governor|premier|representative|commissioner|coordinator|admiral|colonel|officer|mp\b|gen\b|adviser|advisor/i;

/** Mentions of the phrases, for those who count or show them. */
export const actorMentions = (sentence: Sentence): ActorMention[] =>
  sentence.phrases.map((p) => {
    const at = spanOf(sentence.passage, p.from, p.to);
    return { kind: "actor", span: at, rule: p.rule, text: p.name, name: p.name, actor: p.actor, sort: p.sort };
  });
