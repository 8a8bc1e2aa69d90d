// Noun phrases that can be an actor, a target or a source: registered names, groups by their head noun ('US-backed Kurdish and
// Arab fighters', 'six others'), people by title and capitals, states. What 'the group' leads back to is for coreference.
import type { Registered } from "../../codebook/actors.ts";
import type { Grammar, Head } from "../../codebook/grammar.ts";
import { type ActorMention, type Span, span } from "../../model/index.ts";
import type { Draft } from "../sentence.ts";
import { is } from "../tags.ts";
import {
  bearer,
  beforeCount,
  type Core,
  capital,
  cores,
  joins,
  type PhraseContext,
  resolveName,
  sideWord,
  sortOf,
} from "./phrase-parts.ts";

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

const MAX = 9;

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
    const lead = core;
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
    const ofName = core.head ? ofTail(all, c, end, draft, g) : 0;
    const nameFrom = core.person || core.actor?.kind === "person" ? core.from : from;
    // 'a CNN report' speaks for CNN.
    const outlet =
      core.head?.sort === "source" && /^(?:outlet|agency)$/.test(lead.actor?.kind ?? "") ? lead.actor : null;
    const actor =
      core.actor && !core.head ? core.actor : core.person ? null : (resolveName(draft, from, end, context) ?? outlet);
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
    const pre = beforeCount(draft, g, from);
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
      actor: actor ?? core.known?.actor ?? (ofName ? groupOf(all[c + 1]) : null),
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
            : core.body
              ? "name-of-body"
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
    const shared = sharesHead(draft, from, end, actor, context);
    if (shared) phrases.push({ ...phrases.at(-1)!, ...shared, head: null, modifier: false, also: [] });
    if (ofName) c++;
    while (all[c + 1] && all[c + 1]!.from < (ofName || close)) c++;
  }
  return phrases;
}

/** 'members of IS' are IS; 'residents of Syria' and 'allies of Assad' are neither. */
const groupOf = (core: Core | undefined): Registered | null =>
  core?.actor && core.actor.kind !== "state" && core.actor.kind !== "person" ? core.actor : null;

/** 'fighters of a key Assad ally', 'members of IS': the head's 'of' phrase belongs to its name when it names somebody. */
function ofTail(all: readonly Core[], c: number, end: number, { words, tags }: Draft, g: Grammar): number {
  const next = all[c + 1];
  if (!next || next.from - end > 4) return 0;
  // 'soldiers loyal to General Haftar', 'militias allied with the army'
  if (TIED.test(words[end]!) && /^(to|with)$/.test(words[end + 1]!)) return runEnd(all, c + 1);
  // 'a resident of Homs told the agency': a verb stands between, the agency is not his.
  if (tags.slice(end, next.from).some(Boolean)) return 0;
  // 'fighters from the Lord's Resistance Army'; 'refugees from Sudan' belong to nobody.
  if (words[end] === "from" && all[c]!.head?.sort === "force" && groupOf(next)) return runEnd(all, c + 1);
  if (words[end] !== "of" || !(g.heads.get(words[end - 1]!)?.sort === "force" || OF_SOMEBODY.test(words[end - 1]!)))
    return 0;
  return runEnd(all, c + 1);
}

/** 'Armenian and Azerbaijani troops' are two armies: the first, which has only its adjective, when the registry knows it. */
function sharesHead(
  { words, texts, passage }: Draft,
  from: number,
  end: number,
  actor: Registered | null,
  context: PhraseContext,
): Pick<Phrase, "from" | "to" | "name" | "actor" | "rule" | "at"> | null {
  const { gazetteer, actors } = context.codebook;
  const first = texts[from - 2];
  if (!actor || words[from - 1] !== "and" || !first || end - from < 2) return null;
  if (!gazetteer.demonym(first) || !gazetteer.demonym(texts[from]!)) return null;
  const name = [first, ...texts.slice(from + 1, end)].join(" ");
  const known = bearer(actors.find(name), context);
  if (!known) return null;
  return { from: from - 2, to: from - 1, name, actor: known, rule: "shared-head", at: passage.tokens[from - 2]!.span };
}

/** The phrases, each with the one that shares its head before it. */
export const withShared = (all: readonly Phrase[], some: readonly Phrase[]): Phrase[] =>
  some.flatMap((p) => {
    const other = all.find((q) => q.rule === "shared-head" && q.to === p.from - 1);
    return other && !some.includes(other) ? [other, p] : [p];
  });

const TIED = /^(close|loyal|allied|aligned|affiliated|linked)$/;
const OF_SOMEBODY =
  /^(members?|elements?|supporters?|leaders?|spokesman|spokeswoman|spokesperson|heads?|director|chief|commander|ministers?|residents?|people|loyalists?|cadres?)$/;

/** The end of the cores that touch, from the one at `c` on. */
function runEnd(all: readonly Core[], c: number): number {
  let end = all[c]!.to;
  for (let k = c + 1; all[k] && all[k]!.from === end; k++) end = all[k]!.to;
  return end;
}
