// The pieces that noun phrases are built of: registered names, heads of groups, capitals that may be a person; which words
// join on to them; and whom a name means. How they make a phrase is in phrases.ts.
import type { Registered } from "../../codebook/actors.ts";
import type { Grammar, Head } from "../../codebook/grammar.ts";
import type { Codebook } from "../../codebook/load.ts";
import type { Theatre } from "../../codebook/theatres.ts";
import type { ActorMention, Day } from "../../model/index.ts";
import type { Draft } from "../sentence.ts";
import { is, isMark } from "../tags.ts";

export interface PhraseContext {
  readonly codebook: Codebook;
  readonly theatre: Theatre | null;
  readonly on: Day | null;
  /** Names given to actors in the document itself: acronyms, surnames, longer descriptions. */
  readonly named: ReadonlyMap<
    string,
    { readonly name: string; readonly actor: Registered | null; readonly sort: ActorMention["sort"] }
  >;
  /** Ids of the people whom the document names by more than a surname; null while that is not known yet. */
  readonly full: ReadonlySet<string> | null;
  /** Countries that the document's places lie in. */
  readonly lands: ReadonlySet<string>;
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
export const capital = (text: string | undefined): boolean =>
  text !== undefined && /^(?:(?:al|el|ad|ar|as|ash|az|an|at)-)?\p{Lu}[\p{L}\p{M}'’.-]*$/u.test(text);
/** Of several actors of one name the one that bore it on the day and belongs to the countries that the report is about; else the first. */
export function bearer(actors: readonly Registered[], { on, theatre, lands }: PhraseContext): Registered | null {
  const then = actors.filter((a) => !on || ((!a.from || a.from <= on) && (!a.to || on <= a.to)));
  const near = then.find((a) => a.country !== null && (theatre?.countries.includes(a.country) || lands.has(a.country)));
  return near ?? then[0] ?? actors[0] ?? null;
}

export interface Core {
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
  /** What kind of body a name is that nobody registered; null where it is none. */
  readonly body: "source" | "organisation" | "force" | null;
}

/**
 * Whom a bare surname means: the person of the registry where the document names him in full or is about his country,
 * somebody else where it names another of that surname, and a person without an id where neither is so.
 */
function bySurname(actor: Registered, text: string, context: PhraseContext): Pick<Core, "actor" | "known" | "person"> {
  const settled = { actor, known: null, person: false };
  const { full, theatre, lands, codebook, named } = context;
  if (full === null || full.has(actor.id) || actor.name === text) return settled;
  const other = named.get(text);
  if (other?.sort === "person" && other.name !== text) return { actor: other.actor, known: other, person: true };
  const { country } = actor;
  const foreign =
    country !== null &&
    theatre !== null &&
    !theatre.countries.includes(country) &&
    !lands.has(country) &&
    codebook.theatres.some((t) => t.countries[0] === country);
  return foreign ? { actor: null, known: null, person: true } : settled;
}

function headAt(g: Grammar, words: readonly string[], i: number): { head: Head; length: number } | null {
  const two = g.heads.get(`${words[i]} ${words[i + 1]}`);
  if (two) return { head: two, length: 2 };
  const one = g.heads.get(words[i]!);
  return one ? { head: one, length: 1 } : null;
}

export function cores(draft: Draft, context: PhraseContext, taken: (i: number) => boolean): Core[] {
  const { words, texts, tags } = draft;
  const { grammar: g, actors } = context.codebook;
  const found: Core[] = [];
  // 'Hassan Abdul Ghani' is one man: a surname of the registry behind other names belongs to them.
  const endsName = (at: number): boolean => {
    const hit = actors.longest(words, texts, at);
    return hit !== null && !(hit.length === 1 && hit.actors[0]!.kind === "person" && !g.titles.has(words[at - 1]!));
  };
  for (let i = 0; i < words.length; ) {
    const named = context.named.get(texts[i]!);
    const here = actors.longest(words, texts, i);
    // 'the Coalition of Patriots for Change' is not 'the Coalition': a longer name begins behind the article.
    const behind =
      here && words[i] === "the" && words[i + 1] !== undefined ? actors.longest(words, texts, i + 1) : null;
    const registered = here && behind && behind.length + 1 > here.length ? null : here;
    if (registered && !(registered.length === 1 && taken(i) && registered.actors[0]!.kind !== "state")) {
      const actor = bearer(registered.actors, context);
      // 'the London Based Observatory': where it sits, and nobody there.
      if (actor?.kind === "state" && words[i + registered.length] === "based") {
        i += registered.length + 1;
        continue;
      }
      found.push({
        from: i,
        to: i + registered.length,
        head: null,
        body: null,
        ...(actor?.kind === "person" && registered.length === 1
          ? bySurname(actor, texts[i]!, context)
          : { actor, known: null, person: false }),
      });
      i += registered.length;
      continue;
    }
    if (named && capital(texts[i])) {
      found.push({
        from: i,
        to: i + 1,
        actor: named.actor,
        head: null,
        known: named,
        person: named.sort === "person",
        body: null,
      });
      i++;
      continue;
    }
    const head = tags[i] ? null : headAt(g, words, i);
    if (head && !taken(i)) {
      found.push({
        from: i,
        to: i + head.length,
        actor: null,
        head: head.head,
        known: null,
        person: false,
        body: null,
      });
      i += head.length;
      continue;
    }
    if (
      capital(texts[i]) &&
      !taken(i) &&
      !closedClass(g, words[i]!) &&
      !sideWord(context, words[i]!) &&
      !tags[i] &&
      !context.codebook.gazetteer.demonym(words[i]!)
    ) {
      let end = i + 1;
      while (
        end < words.length &&
        (capital(texts[end]) || particle.test(texts[end]!)) &&
        !closedClass(g, words[end]!) &&
        !sideWord(context, words[end]!) &&
        !endsName(end) &&
        !headAt(g, words, end) &&
        !taken(end)
      )
        end++;
      while (end > i && !capital(texts[end - 1])) end--;
      const named = i > 0 && g.titles.has(words[i - 1]!);
      if (end - i >= 2 || (named && end > i)) {
        const body = end - i >= 2 ? (g.bodies.get(words[end - 1]!) ?? null) : null;
        found.push({ from: i, to: end, actor: null, head: null, known: null, person: body === null, body });
        i = end;
        continue;
      }
    }
    i++;
  }
  return found;
}

const UNJOINED =
  /^(least|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|overnight|alone|close|too|there|here|alongside|according)$/;

const ADVERB = /^(?!famil|all|ital|dail|earl|assemb|mult|hol)[a-z]{3,}ly$/;
const closedClass = (g: Grammar, w: string): boolean =>
  UNJOINED.test(w) ||
  is(g, "prepositions", w) ||
  is(g, "determiners", w) ||
  is(g, "subordinators", w) ||
  is(g, "pronouns", w) ||
  is(g, "adverbs", w) ||
  is(g, "coordinators", w) ||
  is(g, "be", w) ||
  is(g, "have", w) ||
  is(g, "modals", w);

export const joins = (g: Grammar, draft: Draft, i: number): boolean => {
  const word = draft.words[i]!;
  if (word === "'s") return true;
  // 'shot down 29 drones'
  if (draft.tree.words[i]!.relation === "compound:prt") return false;
  if (isMark(word) || UNJOINED.test(word) || ADVERB.test(word)) return false;
  if (draft.tags[i]?.finite || (draft.tags[i] && !g.modifiers.has(word))) return false;
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

const COUNT = /^(least|most|around|about|some|nearly|almost|over|approximately|roughly|than|up)$/;
const NUMBER =
  /^\d|^(one|two|three|four|five|six|seven|eight|nine|ten|dozens|scores|hundreds|thousands|half|a|an|another)/;

/** The token before a phrase's article and count words: 'killed at least two people' has 'killed' before 'people'. */
export function beforeCount({ words, texts }: Draft, g: Grammar, from: number): number {
  const number = NUMBER.test(words[from] ?? "");
  let pre = from - 1;
  while (pre >= 0) {
    const word = words[pre]!;
    const counted = number && COUNT.test(word);
    if (counted && /^(least|most)$/.test(word) && words[pre - 1] === "at") pre--;
    else if (number && word === "to" && words[pre - 1] === "up") pre--;
    else if (!counted && !is(g, "determiners", word) && !is(g, "adverbs", word) && !/^["“'‘]$/.test(texts[pre]!)) break;
    pre--;
  }
  return pre;
}

export const sideWord = (context: PhraseContext, word: string): boolean =>
  context.codebook.grammar.modifiers.has(word) ||
  context.codebook.gazetteer.demonym(word) !== null ||
  /-(backed|led|held|affiliated|linked|aligned|dominated)$/.test(word);

/** Heads that only say whose people or things: 'IS members', 'Hezbollah fighters', 'ELN positions'. */
const isMember = (g: Grammar, word: string): boolean => g.heads.get(word)?.sort === "force" || MEMBERS.test(word);
const MEMBERS = /^(members?|elements?|group|positions|movement|regime|leaders?hip|cadres?|supporters?)$/;

/** The actor that the words from..to name: the registry's longest name that ends there, else the theatre's generic name. */
export function resolveName(draft: Draft, from: number, to: number, context: PhraseContext): Registered | null {
  const { words, texts } = draft;
  const { actors, gazetteer } = context.codebook;
  for (let k = from; k < to; k++) {
    const hit = actors.longest(words, texts, k);
    if (hit && k + hit.length === to) return bearer(hit.actors, context);
  }
  // 'IS members', 'Hezbollah fighters': the actor that stands before a head that only says its people.
  if (isMember(context.codebook.grammar, words[to - 1]!))
    for (let k = from; k < to - 1; k++) {
      const hit = actors.longest(words, texts, k);
      const named = hit && bearer(hit.actors, context);
      if (named && k + hit.length >= to - 2 && named.kind !== "state" && named.kind !== "person") return named;
    }
  const whole = context.theatre?.generic(words.slice(from, to).join(" ").replace(/ 's/g, "'s"), context.on);
  if (whole) return actors.get(whole);
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
