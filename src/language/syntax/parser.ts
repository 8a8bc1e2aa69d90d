// Draws the dependency tree of a tagged sentence, from left to right and greedily: at each step the best of shift, left
// arc and right arc, and with each arc its relation. Always a tree, in time linear in the words.
import { ARC_FEATURES, arcFeatures } from "./arc-features.ts";
import { Configuration, LEFT, RIGHT, SHIFT } from "./configuration.ts";
import { hashText } from "../model/hashing.ts";
import { LABEL_FEATURES, labelFeatures } from "./label-features.ts";
import { bestAmong, type Scorer } from "../model/linear.ts";
import type { SentenceColumns } from "./sentence-columns.ts";

/** Relations that may stand between two parts of speech in a direction; all of them where none are listed. */
export type LabelChoices = ReadonlyMap<number, Uint8Array>;

/** The key into LabelChoices. */
export const choiceKey = (headUpos: number, upos: number, rightwards: boolean): number =>
  (headUpos * 32 + upos) * 2 + (rightwards ? 1 : 0);

export interface ParserModel {
  readonly labels: readonly string[];
  readonly arcs: Scorer;
  readonly relations: Scorer;
  readonly labelChoices: LabelChoices;
}

export class Parser {
  readonly configuration: Configuration;
  readonly arcRows = new Int32Array(ARC_FEATURES);
  readonly arcScores = new Float64Array(3);
  readonly labelRows = new Int32Array(LABEL_FEATURES);
  readonly labelScores: Float64Array;
  labelCount = 0;
  private readonly model: ParserModel;
  private readonly all: Uint8Array;
  private readonly root: Uint8Array;

  constructor(model: ParserModel) {
    this.model = model;
    this.configuration = new Configuration(Int32Array.from(model.labels, (label) => hashText(label, 31)));
    this.labelScores = new Float64Array(model.labels.length);
    this.all = Uint8Array.from(model.labels, (_, i) => i);
    this.root = Uint8Array.of(model.labels.indexOf("root"));
  }

  /** Heads (0-based, -1 for the root) and relations (numbers) of the sentence's words into the columns given. */
  parse(x: SentenceColumns, heads: Int32Array, relations: Uint8Array): void {
    const c = this.configuration;
    c.begin(x.n);
    while (!c.done) {
      const allowed = c.allowed();
      const transition = (allowed & (allowed - 1)) === 0 ? only(allowed) : this.decide(x, allowed);
      if (transition === SHIFT) c.shift();
      else c.attach(transition, this.label(x, c.headBy(transition), c.stack[c.size - 1]!));
    }
    for (let i = 1; i <= x.n; i++) {
      heads[i - 1] = c.head[i] === x.n + 1 ? -1 : c.head[i]! - 1;
      relations[i - 1] = c.label[i]!;
    }
  }

  /** The best allowed transition; leaves rows and scores behind for training. */
  decide(x: SentenceColumns, allowed: number): number {
    this.scoreArcs(x);
    return bestAllowed(this.arcScores, allowed);
  }

  /** Number of features; rows and scores are left in arcRows and arcScores. */
  scoreArcs(x: SentenceColumns): number {
    const { arcs } = this.model;
    const count = arcFeatures(this.configuration, x, this.arcRows, arcs.shift);
    arcs.score(this.arcRows, count, this.arcScores);
    return count;
  }

  choices(x: SentenceColumns, h: number, d: number): Uint8Array {
    if (h === x.n + 1) return this.root;
    return this.model.labelChoices.get(choiceKey(x.upos[h]!, x.upos[d]!, h < d)) ?? this.all;
  }

  /** The best relation for an arc; leaves rows and scores (of the choices) behind for training. */
  label(x: SentenceColumns, h: number, d: number): number {
    const choices = this.choices(x, h, d);
    if (choices.length === 1) return choices[0]!;
    const { relations } = this.model;
    this.labelCount = labelFeatures(this.configuration, x, h, d, this.labelRows, relations.shift);
    relations.score(this.labelRows, this.labelCount, this.labelScores, choices);
    return bestAmong(this.labelScores, choices);
  }
}

const only = (allowed: number): number => (allowed === 1 ? SHIFT : allowed === 2 ? LEFT : RIGHT);

export function bestAllowed(scores: Float64Array, allowed: number): number {
  let best = -1;
  for (let t = 0; t < 3; t++) if (allowed & (1 << t) && (best < 0 || scores[t]! > scores[best]!)) best = t;
  return best;
}
