// Who did it to whom: the phrases that stand as subject, object or behind a preposition of a frame's word, swapped for the
// passive. Position is all it goes by; where nothing stands in the position, nobody is named.
import type { Codebook } from "../codebook/load.ts";
import type { Trigger } from "./frames.ts";
import type { Phrase } from "./parties/phrases.ts";
import { STRUCK, thingStruck } from "./parties/things.ts";
import { clauseAt, type Sentence } from "./sentence.ts";
import { is, isMark } from "./tags.ts";

const QUANTITY =
  /^(dozens|hundreds|thousands|scores|number|tens|group|lot|majority|many|most|some|one|two|three|several|all|half|couple)$/;

/** Phrases joined to `first` by commas and 'and': 'Turkey and Russia', 'A, B and C'. */
function joined(sentence: Sentence, first: Phrase, to: number): Phrase[] {
  const row = [first];
  for (;;) {
    const last = row.at(-1)!;
    const next = sentence.phrases.find((p) => p.from >= last.to && p.from < to);
    if (!next) return row;
    const between = sentence.words.slice(last.to, next.from);
    const glue = between.every((w) =>
      /^(,|and|or|as|well|the|a|an|their|its|his|some|both|&|along|with|alongside)$/.test(w),
    );
    if (!glue || !between.some((w) => /^(and|or|&|well|,|alongside)$/.test(w)) || between.length > 4) return row;
    // 'Lavrov, the foreign minister,' is one man told twice
    if (between.includes(",") && !between.includes("and") && (last.sort === "person") !== (next.sort === "person")) {
      const after = sentence.words[next.to];
      if (after === ",") return row;
    }
    row.push(next);
  }
}

/** 'among them two children': some of those just named, not others. */
const isPart = (p: Phrase, { words }: Sentence): boolean =>
  /^(including|include)$/.test(words[p.from - 1] ?? "") ||
  (words[p.from - 1] === "them" && /^(among|of)$/.test(words[p.from - 2] ?? ""));

const free = (p: Phrase, sentence: Sentence): boolean =>
  !p.modifier &&
  !isPart(p, sentence) &&
  (p.preposition === null ||
    (p.preposition === "of" && QUANTITY.test(sentence.words[p.from - 2] ?? sentence.words[p.from - 1] ?? "")) ||
    QUANTITY.test(sentence.words[p.from - 1] === "of" ? (sentence.words[p.from - 2] ?? "") : ""));

/** Where the verb group that ends at `token` begins: auxiliaries, adverbs and negators before it are part of it. */
export function groupStart(sentence: Sentence, token: number, codebook: Codebook): number {
  const g = codebook.grammar;
  let k = token;
  while (k > 0) {
    const w = sentence.words[k - 1]!;
    const part =
      is(g, "be", w) ||
      is(g, "have", w) ||
      is(g, "modals", w) ||
      is(g, "do", w) ||
      is(g, "adverbs", w) ||
      (/^(most|more)$/.test(w) && /ly$/.test(sentence.words[k] ?? "")) ||
      is(g, "negators", w) ||
      w === "to" ||
      /ly$/.test(w) ||
      /n't$/.test(w);
    if (!part) break;
    k--;
  }
  return k;
}

const PERCEIVED = /^(show|see|film|depict|witness|hear|watch|find)$/;

export function subjectOf(sentence: Sentence, token: number, codebook: Codebook, depth = 0): Phrase[] {
  const c = clauseAt(sentence, token);
  const clause = sentence.clauses[c]!;
  const start = groupStart(sentence, token, codebook);
  let low = clause.from;
  for (let k = start - 1; k >= clause.from; k--) {
    const tag = sentence.tags[k];
    if (tag && (tag.finite || tag.form === "base" || tag.form === "ing")) {
      low = k + 1;
      break;
    }
  }
  const before = sentence.phrases.filter((p) => p.from >= low && p.to <= Math.max(start, low));
  // What stands right before the verb goes before what stands further off.
  const touching = before.find((p) => p.to === start && free(p, sentence));
  const open = before.filter((p) => free(p, sentence));
  const lead = touching && open.find((p) => joined(sentence, p, start).includes(touching));
  const plain = lead ?? open[0];
  const seen = sentence.tags[low - 1];
  if (sentence.tags[token]?.form === "ing" && !sentence.tags[token]!.finite) {
    // 'showed supporters celebrating', 'images of people chanting': they do it.
    const own = sentence.phrases.find((p) => p.to === start && p.to === clause.from && !p.modifier);
    const before = sentence.tags.slice(Math.max(0, start - 6), start).find(Boolean);
    if (
      own &&
      (own.preposition === "of" || own.preposition === "with" || PERCEIVED.test(before?.lemma ?? seen?.lemma ?? ""))
    )
      return [own];
  }
  if (plain && clause.kind !== "relative") return joined(sentence, plain, start);
  if (plain && !/^(who|which|that)$/.test(sentence.words[clause.from]!)) return joined(sentence, plain, start);
  if (clause.kind === "relative" && depth < 3) {
    const antecedent = sentence.phrases.filter((p) => p.to <= clause.from && clause.from - p.to <= 6).at(-1);
    if (antecedent) return [antecedent];
  }
  if (low > clause.from && depth < 4) {
    // 'The army said it shelled ... and withdrew': no phrase since the last verb, so that verb's subject
    const previous = low - 1;
    if (sentence.words[start - 1] !== "that" && previous < token)
      return subjectOf(sentence, previous, codebook, depth + 1);
  }
  // ', led by HTS, have seized': a main clause that begins with its verb goes on with the subject of the one before.
  if (depth < 4 && clause.kind === "main" && clause.parent !== null && start - clause.from <= 1) {
    let root = clause.parent;
    while (sentence.clauses[root]!.kind !== "main" && sentence.clauses[root]!.parent !== null)
      root = sentence.clauses[root]!.parent!;
    const main = sentence.clauses[root]!;
    const any = sentence.phrases.find((p) => p.from >= main.from && p.to <= main.to && free(p, sentence));
    if (any) return joined(sentence, any, main.to);
  }
  if (depth < 4 && clause.parent !== null && clause.kind !== "main") {
    let up = clause.parent;
    const bare = (c: number): boolean =>
      !sentence.tags.slice(sentence.clauses[c]!.from, sentence.clauses[c]!.to).some(Boolean);
    while (bare(up) && sentence.clauses[up]!.parent !== null) up = sentence.clauses[up]!.parent!;
    const parent = sentence.clauses[up]!;
    for (let k = parent.to - 1; k >= parent.from; k--)
      if (sentence.tags[k]) return subjectOf(sentence, k, codebook, depth + 1);
    const any = sentence.phrases.find((p) => p.from >= parent.from && p.to <= parent.to && free(p, sentence));
    if (any) return joined(sentence, any, parent.to);
  }
  return [];
}

export function objectOf(sentence: Sentence, at: number, _codebook: Codebook): Phrase[] {
  const clause = sentence.clauses[clauseAt(sentence, Math.max(0, at - 1))]!;
  for (const p of sentence.phrases) {
    if (p.from < at || p.from >= clause.to) continue;
    for (let k = at; k < p.from; k++)
      if (
        sentence.tags[k] ||
        (isMark(sentence.words[k]) && sentence.words[k] !== "," && !/["“”'‘’(]/.test(sentence.words[k]!))
      )
        return [];
    if (free(p, sentence)) return joined(sentence, p, clause.to);
    if (p.preposition && p.preposition !== "of") return [];
  }
  return [];
}

/** 'from government control': the holder stands before the word for holding. */
const HELD = /^(control|hands|rule)$/;

/** Phrases behind `preposition` right of `at`, within the clause (or, for 'by', the next one too). */
export function behind(sentence: Sentence, preposition: string, at: number): Phrase[] {
  const c = clauseAt(sentence, Math.max(0, at - 1));
  let end = sentence.clauses[c]!.to;
  // 'raids on a town held by X': X holds the town. 'raids carried out by X' is the raid's own.
  for (let k = at + 3; k < end; k++) if (sentence.tags[k] && sentence.tags[k]!.lemma !== "be") end = k;
  const first = sentence.phrases.find(
    (p) =>
      p.from >= at &&
      p.from < end &&
      p.preposition === preposition &&
      (!p.modifier || HELD.test(sentence.words[p.to] ?? "")),
  );
  return first ? joined(sentence, first, end) : [];
}

/** 'Turkish shelling', 'Russian air strikes': the state whose people the word before names. */
function byDemonym(sentence: Sentence, from: number, codebook: Codebook): Phrase[] {
  for (let k = from - 1; k >= Math.max(0, from - 2); k--) {
    const word = sentence.words[k]!;
    const country = codebook.gazetteer.demonym(word);
    const state = country ? codebook.actors.all.find((a) => a.kind === "state" && a.country === country) : undefined;
    if (!state) continue;
    const at = sentence.passage.tokens[k]!.span;
    const name = sentence.texts[k]!;
    return [
      {
        from: k,
        to: k + 1,
        name,
        actor: state,
        sort: "state",
        head: null,
        rule: "demonym",
        preposition: null,
        modifier: true,
        also: [`${name} forces`],
        at,
      },
    ];
  }
  return [];
}

/** 'targeting X', 'between A and B' and the like are prepositions here too. */
function afterWord(sentence: Sentence, word: string, at: number): Phrase[] {
  const c = sentence.clauses[clauseAt(sentence, Math.max(0, at - 1))]!;
  for (let k = at; k < Math.min(sentence.words.length, c.to + 10); k++)
    if (sentence.words[k] === word) {
      const first = sentence.phrases.find((p) => p.from > k && p.from <= k + 4);
      return first ? joined(sentence, first, sentence.words.length) : [];
    }
  return [];
}

function inRole(sentence: Sentence, trigger: Trigger, role: string, codebook: Codebook): Phrase[] {
  const { verb, from, to } = trigger;
  const g = codebook.grammar;
  if (role === "subject") {
    if (verb) return subjectOf(sentence, from, codebook);
    const clause = sentence.clauses[trigger.clause]!;
    for (let k = from - 1; k >= clause.from; k--) {
      const tag = sentence.tags[k];
      if (!tag) continue;
      if (tag.passive || !g.light.has(tag.lemma)) return [];
      return subjectOf(sentence, k, codebook);
    }
    return [];
  }
  if (role === "object") {
    if (verb) {
      // 'urged its citizens to leave': the object stands within a pattern that has a gap.
      const inside = to > from + 1 ? objectOf(sentence, from + 1, codebook) : [];
      return inside.length && inside[0]!.from < to ? inside : objectOf(sentence, to, codebook);
    }
    const clause = sentence.clauses[trigger.clause]!;
    // 'the officers were granted safe passage': they receive it.
    const given = sentence.tags.slice(clause.from, from).findLastIndex(Boolean) + clause.from;
    const giving = given >= clause.from ? sentence.tags[given] : null;
    if (giving?.passive && /^(grant|give|offer|promise|guarantee)$/.test(giving.lemma))
      return subjectOf(sentence, given, codebook);
    // 'the convoy was hit by an air strike', 'people living under siege': they undergo it.
    if (
      giving?.passive &&
      g.hurting.has(giving.lemma) &&
      sentence.words.slice(given, from).includes("by")
    )
      return subjectOf(sentence, given, codebook);
    if (giving && sentence.words.slice(Math.max(given, from - 3), from).includes("under"))
      return subjectOf(sentence, given, codebook);
    // 'an operation to oust X': whom its own verb takes.
    if (
      sentence.words[to - 2] === "to" &&
      /^(oust|expel|clear|drive|dismantle|defeat|isolate)$/.test(sentence.words[to - 1]!)
    )
      return objectOf(sentence, to, codebook);
    const end = Math.min(sentence.words.length, clause.to + 2);
    for (let k = to; k < end; k++) {
      const tag = sentence.tags[k];
      if (!tag || tag.lemma === "be") continue;
      return tag.passive || !g.hurting.has(tag.lemma) ? [] : objectOf(sentence, k + 1, codebook);
    }
    return [];
  }
  if (role === "modifier") {
    const near = sentence.phrases
      .filter((p) => p.to <= from && from - p.to <= 2 && p.from >= sentence.clauses[trigger.clause]!.from)
      .at(-1);
    if (!near) return byDemonym(sentence, from, codebook);
    const between = sentence.words.slice(near.to, from);
    return between.every(
      (w) =>
        w === "'s" ||
        (!isMark(w) && !is(g, "prepositions", w) && !is(g, "coordinators", w) && !is(g, "determiners", w)),
    ) &&
      (near.modifier || between.includes("'s") || near.to === from) &&
      !sentence.tags.slice(near.to, from).some(Boolean)
      ? [near]
      : [];
  }
  if (/^(between|targeting|to)$/.test(role)) return afterWord(sentence, role, to);
  return behind(sentence, role, to);
}

const first = (sentence: Sentence, trigger: Trigger, roles: readonly string[], codebook: Codebook): Phrase[] => {
  for (const role of roles) {
    const found = inRole(sentence, trigger, role, codebook);
    if (found.length) return found;
  }
  return [];
};

/** Doers and those done to. A passive verb's subject is done to; its doer stands behind 'by', or nowhere. */
export function argumentsOf(
  sentence: Sentence,
  trigger: Trigger,
  codebook: Codebook,
): { actors: Phrase[]; targets: Phrase[] } {
  const { frame, verb } = trigger;
  if (verb?.lemma === "die") return { actors: [], targets: subjectOf(sentence, trigger.from, codebook) };
  if (verb?.passive) {
    const subject = subjectOf(sentence, trigger.from, codebook);
    const doer = behind(sentence, "by", trigger.to);
    if (frame.actor.includes("object") || frame.actor[0] === "by")
      return { actors: frame.actor[0] === "by" ? doer : subject, targets: [] };
    return {
      actors: doer,
      targets: frame.target.includes("object") ? subject : first(sentence, trigger, frame.target, codebook),
    };
  }
  const actors = first(sentence, trigger, frame.actor, codebook);
  const people = first(sentence, trigger, frame.target, codebook).filter((t) => !actors.includes(t));
  const targets = people.length || !STRUCK.has(frame.event) ? people : thingStruck(sentence, trigger, codebook);
  return { actors, targets };
}
