// Noun phrases that can be an actor, a target or a source: registered names, groups by their head noun ('US-backed Kurdish and
// Arab fighters', 'six others'), people by title and capitals, states. What 'the group' leads back to is for coreference.
import type { Registered } from "../codebook/actors.ts";
import type { Grammar, Head } from "../codebook/grammar.ts";
import type { Codebook } from "../codebook/load.ts";
import type { Theatre } from "../codebook/theatres.ts";
import { type ActorMention, type Day, type Span, span } from "../model/index.ts";
import type { Draft } from "./sentence.ts";
import { is, isMark } from "./tags.ts";

export interface Phrase {
  /** Token indices, half-open, without the article. */
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly actor: Registered | null;
  readonly sort: ActorMention["sort"];
  readonly head: Head | null;
  readonly rule: string;
  /** The preposition or 's' that it hangs on, null where it stands free. */
  readonly preposition: string | null;
  /** Stands before another noun: 'Syrian government air strikes'. */
  readonly modifier: boolean;
  /** Other words for the same in the sentence: an appositive's office, a bracketed acronym. */
  readonly also: readonly string[];
  /** Where it stands in the document; it may be carried to another sentence. */
  readonly at: Span;
}

export interface PhraseContext {
  readonly codebook: Codebook;
  readonly theatre: Theatre | null;
  readonly on: Day | null;
  /** Names given to actors in the document itself: acronyms, surnames, longer descriptions. */
  readonly named: ReadonlyMap<
    string,
    { readonly name: string; readonly actor: Registered | null; readonly sort: ActorMention["sort"] }
  >;
}

const SORT_OF_KIND: Readonly<Record<string, ActorMention["sort"]>> = {
  person: "person",
  state: "state",
  army: "force",
  rebel: "force",
  militia: "force",
  police: "force",
  coalition: "force",
  outlet: "source",
  agency: "source",
  monitor: "source",
  social_media: "source",
};
export const sortOf = (actor: Registered): ActorMention["sort"] => SORT_OF_KIND[actor.kind] ?? "organisation";

const particle = /^(al|el|bin|ibn|abu|de|van|von|der|du|abd|abdul|ould|ben|af)$|^(al|el|ad|ar|as|ash|az|an|at)-\p{L}/iu;
const capital = (text: string | undefined): boolean => text !== undefined && /^\p{Lu}[\p{L}\p{M}'’.-]*$/u.test(text);
const MAX = 9;

/** Of several actors of one name, the one that bore it on the day; else the first. */
const onDay = (actors: readonly Registered[], on: Day | null): Registered | null =>
  actors.find((a) => !on || ((!a.from || a.from <= on) && (!a.to || on <= a.to))) ?? actors[0] ?? null;

interface Core {
  readonly from: number;
  readonly to: number;
  readonly actor: Registered | null;
  readonly head: Head | null;
  readonly known: {
    readonly name: string;
    readonly actor: Registered | null;
    readonly sort: ActorMention["sort"];
  } | null;
  readonly person: boolean;
}

function headAt(g: Grammar, words: readonly string[], i: number): { head: Head; length: number } | null {
  const two = g.heads.get(`${words[i]} ${words[i + 1]}`);
  if (two) return { head: two, length: 2 };
  const one = g.heads.get(words[i]!);
  return one ? { head: one, length: 1 } : null;
}

function cores(draft: Draft, context: PhraseContext, taken: (i: number) => boolean): Core[] {
  const { words, texts, tags } = draft;
  const { grammar: g, actors } = context.codebook;
  const found: Core[] = [];
  for (let i = 0; i < words.length; ) {
    const named = context.named.get(texts[i]!);
    const registered = actors.longest(words, texts, i);
    if (registered && !(registered.length === 1 && taken(i) && registered.actors[0]!.kind !== "state")) {
      found.push({
        from: i,
        to: i + registered.length,
        actor: onDay(registered.actors, context.on),
        head: null,
        known: null,
        person: false,
      });
      i += registered.length;
      continue;
    }
    if (named && capital(texts[i])) {
      found.push({ from: i, to: i + 1, actor: named.actor, head: null, known: named, person: named.sort === "person" });
      i++;
      continue;
    }
    const head = tags[i] ? null : headAt(g, words, i);
    if (head && !taken(i)) {
      found.push({ from: i, to: i + head.length, actor: null, head: head.head, known: null, person: false });
      i += head.length;
      continue;
    }
    if (
      capital(texts[i]) &&
      !taken(i) &&
      !is(g, "determiners", words[i]) &&
      !tags[i] &&
      !context.codebook.gazetteer.demonym(words[i]!)
    ) {
      let end = i + 1;
      while (
        end < words.length &&
        (capital(texts[end]) || particle.test(texts[end]!)) &&
        !actors.longest(words, texts, end) &&
        !headAt(g, words, end) &&
        !taken(end)
      )
        end++;
      while (end > i && !capital(texts[end - 1])) end--;
      const named = i > 0 && g.titles.has(words[i - 1]!);
      if (end - i >= 2 || (named && end > i)) {
        found.push({ from: i, to: end, actor: null, head: null, known: null, person: true });
        i = end;
        continue;
      }
    }
    i++;
  }
  return found;
}

const joins = (g: Grammar, draft: Draft, i: number): boolean => {
  const word = draft.words[i]!;
  if (word === "'s") return true;
  if (isMark(word)) return false;
  if (draft.tags[i] && !g.modifiers.has(word)) return false;
  if (is(g, "determiners", word) && !/^(several|many|few|other|another|more)$/.test(word)) return false;
  return !(
    is(g, "prepositions", word) ||
    is(g, "subordinators", word) ||
    is(g, "coordinators", word) ||
    is(g, "pronouns", word) ||
    is(g, "adverbs", word) ||
    is(g, "modals", word) ||
    is(g, "have", word) ||
    is(g, "be", word) ||
    is(g, "negators", word)
  );
};

const sideWord = (context: PhraseContext, word: string): boolean =>
  context.codebook.grammar.modifiers.has(word) ||
  context.codebook.gazetteer.demonym(word) !== null ||
  /-(backed|led|held|affiliated|linked|aligned|dominated)$/.test(word);

/** The actor that the words from..to name: the registry's longest name that ends there, else the theatre's generic name. */
function resolveName(draft: Draft, from: number, to: number, context: PhraseContext): Registered | null {
  const { words, texts } = draft;
  const { actors, gazetteer } = context.codebook;
  for (let k = from; k < to; k++) {
    const hit = actors.longest(words, texts, k);
    if (hit && k + hit.length === to) return onDay(hit.actors, context.on);
  }
  const foreign = words.slice(from, to).some((w) => {
    const country = gazetteer.demonym(w);
    return country !== null && context.theatre !== null && !context.theatre.countries.includes(country);
  });
  if (foreign || !context.theatre) return null;
  for (let k = from; k < to; k++) {
    const id = context.theatre.generic(words.slice(k, to).join(" ").replace(/ 's/g, "'s"), context.on);
    if (id) return actors.get(id);
    // A modifier that names a side of its own ends the search: 'Iran-backed forces' are not 'forces'.
    if (actors.longest(words, texts, k) || /-(backed|led)$/.test(words[k]!)) return null;
  }
  return null;
}

const textOf = (draft: Draft, from: number, to: number): string => {
  let out = "";
  for (let i = from; i < to; i++) {
    const token = draft.passage.tokens[i]!;
    const gap = i > from && token.span[0] > draft.passage.tokens[i - 1]!.span[1];
    out += (gap ? " " : "") + token.text;
  }
  return out;
};

/** `places` marks the tokens that name a place: such a name alone is no person and no group. */
export function findPhrases(draft: Draft, context: PhraseContext, places: (i: number) => boolean): Phrase[] {
  const { words, texts } = draft;
  const g = context.codebook.grammar;
  const all = cores(draft, context, places);
  const phrases: Phrase[] = [];
  for (let c = 0; c < all.length; c++) {
    let core = all[c]!;
    let from = core.from;
    // Cores that touch make one phrase; its last one says what it is ('Observatory director Rami Abdel Rahman').
    let end = core.to;
    let last = core;
    for (;;) {
      const next = all[c + 1];
      if (!next || next.from - from > MAX) break;
      const between = Array.from({ length: next.from - end }, (_, k) => end + k);
      if (
        !between.every(
          (k) =>
            joins(g, draft, k) && (words[k] === "'s" || g.modifiers.has(words[k]!) || sideWord(context, words[k]!)),
        )
      )
        break;
      if (core.actor?.kind === "state" && between.length === 0 && next.actor?.kind === "state") break;
      c++;
      last = next;
      end = next.to;
    }
    core = last;
    while (
      from > 0 &&
      end - from < MAX &&
      joins(g, draft, from - 1) &&
      !places(from - 1) &&
      words[from - 1] !== "'s" &&
      !(capital(texts[from - 1]) && core.person && !g.titles.has(words[from - 1]!))
    ) {
      if (core.actor && !core.head && !sideWord(context, words[from - 1]!) && !g.titles.has(words[from - 1]!)) break;
      from--;
    }
    // 'Kurdish and Arab fighters', 'Iraqi and Iran-backed militias'
    if (
      core.head &&
      end - from >= 2 &&
      from > 1 &&
      /^(and|or)$/.test(words[from - 1]!) &&
      sideWord(context, words[from - 2]!) &&
      !g.heads.has(words[from - 2]!)
    ) {
      from -= 2;
      while (from > 0 && joins(g, draft, from - 1) && sideWord(context, words[from - 1]!)) from--;
    }
    const ofName = core.head && words[end] === "of" ? ofTail(all, c, end, words) : 0;
    const nameFrom = core.person || core.actor?.kind === "person" ? core.from : from;
    const actor = core.actor && !core.head ? core.actor : resolveName(draft, from, end, context);
    const sort = core.person
      ? "person"
      : actor
        ? core.head && core.head.sort === "source"
          ? "source"
          : sortOf(actor)
        : core.known
          ? core.known.sort
          : (core.head?.sort ?? "group");
    let close = end;
    const also: string[] = [];
    if (words[end] === "(" && words[end + 2] === ")") {
      also.push(texts[end + 1]!);
      close = end + 3;
    }
    if (nameFrom > from) also.push(textOf(draft, from, core.from).replace(/['’]s$/, ""));
    if (core.known && core.known.name !== textOf(draft, nameFrom, end)) also.push(core.known.name);
    let pre = from - 1;
    while (
      pre >= 0 &&
      (is(g, "determiners", words[pre]) ||
        is(g, "adverbs", words[pre]) ||
        /^["“'‘]$/.test(texts[pre]!) ||
        /^(least|most|around|about|some)$/.test(words[pre]!))
    )
      pre--;
    const preposition =
      pre >= 0 &&
      is(g, "prepositions", words[pre]) &&
      !/^(including|after|before|while|since|as|than)$/.test(words[pre]!)
        ? words[pre]!
        : null;
    const after = words[close];
    const tokens = draft.passage.tokens;
    phrases.push({
      at: span(tokens[from]!.span[0], tokens[(ofName || close) - 1]!.span[1]),
      from,
      to: ofName || close,
      name: ofName && !actor ? textOf(draft, nameFrom, ofName) : textOf(draft, nameFrom, end),
      actor: actor ?? core.known?.actor ?? (ofName ? (all[c + 1]?.actor ?? null) : null),
      sort,
      head: core.head,
      rule: core.known
        ? "named-in-document"
        : actor
          ? core.head && !core.actor
            ? "generic-by-theatre"
            : "registry"
          : core.person
            ? "person"
            : "head-noun",
      preposition,
      modifier:
        after !== undefined &&
        close < words.length &&
        (after === "'s" ||
          (joins(g, draft, close) &&
            !draft.tags[close] &&
            !/^\d/.test(after) &&
            !places(close) &&
            !context.codebook.gazetteer.demonym(after) &&
            !/^(reportedly|allegedly)$/.test(after))),
      also,
    });
    if (ofName) c++;
  }
  return phrases;
}

/** 'fighters of a key Assad ally', 'members of IS': the head's 'of' phrase belongs to its name when it names somebody. */
function ofTail(all: readonly Core[], c: number, end: number, words: readonly string[]): number {
  const next = all[c + 1];
  if (
    !next ||
    next.from - end > 4 ||
    !/^(members?|fighters?|elements?|supporters?|leaders?|spokesman|spokeswoman|spokesperson|head|heads|director|chief|commander|ministers?|militants?|forces?|soldiers?|jihadists?|residents?|people|loyalists?)$/.test(
      words[end - 1]!,
    )
  )
    return 0;
  return next.to;
}
