// Learns the parser with a dynamic oracle (Goldberg and Nivre 2013): in every state, however wrong the way there was, it is
// told which steps still lead to the best tree in reach, and it mostly follows its own choices, so that it learns to go
// on from its own mistakes.

import { uposNumbers } from "../src/language/model/model.ts";
import { type Configuration, LEFT, SHIFT } from "../src/language/syntax/configuration.ts";
import { choiceKey, type LabelChoices, Parser } from "../src/language/syntax/parser.ts";
import { SentenceColumns } from "../src/language/syntax/sentence-columns.ts";
import { Vocabulary } from "../src/language/tags/vocabulary.ts";
import type { Example, Setting } from "./example.ts";
import { Perceptron, type Rows, seeded, shuffled } from "./perceptron.ts";

export interface ParsingOptions {
  readonly arcBits: number;
  readonly labelBits: number;
  readonly epochs: number;
  readonly seed: number;
  /** Corrects not only mistakes but also what was right by less than this. */
  readonly margin: number;
  /** Share of steps, after the first epoch, in which the learner follows its own choice though it is wrong. */
  readonly follow: number;
  readonly least: number;
  /** Leads after a first look that need no second one. */
  readonly sureOfArcs: number;
  readonly sureOfLabels: number;
}

export const PARSING: ParsingOptions = {
  arcBits: 22,
  labelBits: 20,
  epochs: 6,
  seed: 1,
  margin: 1,
  follow: 0.9,
  least: 2,
  sureOfArcs: 20,
  sureOfLabels: 6,
};

/** Relations seen between two parts of speech, for pairs seen often; what came once in 2,000 is taken for a slip. */
export function labelChoices(examples: readonly Example[], uposOf: Uint8Array): LabelChoices {
  const counts = new Map<number, Map<number, number>>();
  for (const { tags, heads, labels } of examples)
    for (let i = 0; i < tags.length; i++) {
      const h = heads[i]!;
      if (h < 0) continue;
      const key = choiceKey(uposOf[tags[h]!]!, uposOf[tags[i]!]!, h < i);
      const seen = counts.get(key) ?? new Map<number, number>();
      counts.set(key, seen.set(labels[i]!, (seen.get(labels[i]!) ?? 0) + 1));
    }
  const choices = new Map<number, Uint8Array>();
  for (const [key, seen] of [...counts].sort((a, b) => a[0] - b[0])) {
    const total = [...seen.values()].reduce((a, b) => a + b, 0);
    if (total < 50) continue;
    const kept = [...seen].filter(([, n]) => n / total > 0.0005 && n > 1).map(([label]) => label);
    choices.set(key, Uint8Array.from(kept.sort((a, b) => a - b)));
  }
  return choices;
}

/** Arcs of the gold tree that a transition puts out of reach. */
function cost(c: Configuration, gold: Int32Array, transition: number): number {
  const { stack, size, next, n } = c;
  let lost = 0;
  if (transition === SHIFT) {
    for (let i = 0; i < size; i++) if (gold[stack[i]!] === next) lost++;
    for (let i = 0; i < size - 1; i++) if (stack[i] === gold[next]) lost++;
    return lost;
  }
  const top = stack[size - 1]!;
  const head = gold[top]!;
  if (transition === LEFT) {
    if (head !== next && (head > next || (size > 1 && head === stack[size - 2]))) lost++;
  } else if (head >= next) lost++;
  for (let i = next; i <= n; i++) if (gold[i] === top) lost++;
  return lost;
}

export interface Parsing {
  readonly arcs: Rows;
  readonly relations: Rows;
}

/** Learns from examples that have outlooks. */
export function trainParser(
  examples: readonly Example[],
  setting: Setting,
  choices: LabelChoices,
  options: ParsingOptions,
): Parsing {
  const { labels } = setting;
  const uposOf = uposNumbers(setting.tags);
  const words = new Vocabulary(setting.classes, setting.lexicon);
  const ids = examples.map((e) => Int32Array.from(e.forms, (form) => words.id(form)));
  const arcs = new Perceptron(options.arcBits, 3, options.sureOfArcs, options.least);
  const relations = new Perceptron(options.labelBits, labels.length, options.sureOfLabels, options.least);
  const parser = new Parser({ labels, arcs, relations, labelChoices: choices });
  const c = parser.configuration;
  const x = new SentenceColumns(setting.tags, uposOf);
  const random = seeded(options.seed);
  let gold = new Int32Array(512);
  const costs = [0, 0, 0];
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const at of shuffled(examples.length, random)) {
      const e = examples[at]!;
      const n = e.forms.length;
      if (n + 2 > gold.length) gold = new Int32Array(n + 2);
      for (let i = 1; i <= n; i++) gold[i] = e.heads[i - 1]! < 0 ? n + 1 : e.heads[i - 1]! + 1;
      x.load(words, ids[at]!, e.tags, e.rivals, n);
      x.foretold(e.outlooks!);
      c.begin(n);
      while (!c.done) {
        const allowed = c.allowed();
        let transition = allowed[0]!;
        if (allowed.length > 1) {
          const chosen = parser.decide(x, allowed);
          const scores = parser.arcScores;
          arcs.tick();
          let least = Infinity;
          for (const t of allowed) {
            costs[t] = cost(c, gold, t);
            if (costs[t]! < least) least = costs[t]!;
          }
          let good = -1;
          let bad = -1;
          for (const t of allowed) {
            if (costs[t] === least) {
              if (good < 0 || scores[t]! > scores[good]!) good = t;
            } else if (bad < 0 || scores[t]! > scores[bad]!) bad = t;
          }
          if (bad >= 0 && scores[good]! - scores[bad]! <= options.margin)
            arcs.correct(parser.arcRows, parser.arcCount, good, bad);
          if (costs[chosen] === least) transition = chosen;
          else transition = epoch > 0 && random() < options.follow ? chosen : good;
        }
        if (transition === SHIFT) {
          c.shift();
          continue;
        }
        const d = c.stack[c.size - 1]!;
        const h = c.headBy(transition);
        let label = parser.label(x, h, d);
        if (gold[d] === h) {
          const truth = e.labels[d - 1]!;
          learnLabel(parser, relations, parser.choices(x, h, d), truth, options.margin);
          if (epoch === 0) label = truth;
        }
        c.attach(transition, label);
      }
    }
  }
  return { arcs: arcs.averaged(), relations: relations.averaged() };
}

function learnLabel(parser: Parser, relations: Perceptron, choices: Uint8Array, truth: number, margin: number): void {
  if (choices.length === 1) return;
  relations.tick();
  const scores = parser.labelScores;
  let rival = -1;
  let among = false;
  for (const c of choices) {
    if (c === truth) among = true;
    else if (rival < 0 || scores[c]! > scores[rival]!) rival = c;
  }
  if (among && scores[truth]! - scores[rival]! <= margin)
    relations.correct(parser.labelRows, parser.labelCount, truth, rival);
}
