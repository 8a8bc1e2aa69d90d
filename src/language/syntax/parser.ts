// Draws the dependency tree of a tagged sentence, from left to right and greedily: at each step the best of shift, left
// arc and right arc, and with each arc its relation. Always a tree, in time linear in the words.

import { hashText } from "../model/hashing.ts";
import { allClasses, Ranking, type Scorer } from "../model/linear.ts";
import { ARC_FEATURES, firstArcFeatures, moreArcFeatures } from "./arc-features.ts";
import { Configuration, SHIFT } from "./configuration.ts";
import { firstLabelFeatures, LABEL_FEATURES, moreLabelFeatures } from "./label-features.ts";
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
  arcCount = 0;
  labelCount = 0;
  private readonly model: ParserModel;
  private readonly ranking = new Ranking();
  private readonly all: Uint8Array;
  private readonly root: Uint8Array;

  constructor(model: ParserModel) {
    this.model = model;
    this.configuration = new Configuration(Int32Array.from(model.labels, (label) => hashText(label, 31)));
    this.labelScores = new Float64Array(model.labels.length);
    this.all = allClasses(model.labels.length);
    this.root = Uint8Array.of(model.labels.indexOf("root"));
  }

  /** Heads (0-based, -1 for the root) and relations (numbers) of the sentence's words into the columns given. */
  parse(x: SentenceColumns, heads: Int32Array, relations: Uint8Array): void {
    const c = this.configuration;
    c.begin(x.n);
    while (!c.done) {
      const allowed = c.allowed();
      const transition = allowed.length === 1 ? allowed[0]! : this.decide(x, allowed);
      if (transition === SHIFT) c.shift();
      else c.attach(transition, this.label(x, c.headBy(transition), c.stack[c.size - 1]!));
    }
    for (let i = 1; i <= x.n; i++) {
      heads[i - 1] = c.head[i] === x.n + 1 ? -1 : c.head[i]! - 1;
      relations[i - 1] = c.label[i]!;
    }
  }

  /** The best transition among some; leaves features, their number and scores behind for training. */
  decide(x: SentenceColumns, allowed: Uint8Array): number {
    const { arcs } = this.model;
    const { configuration, ranking, arcRows, arcScores } = this;
    this.arcCount = firstArcFeatures(configuration, x, arcRows, arcs.shift);
    arcScores.fill(0);
    arcs.add(arcRows, 0, this.arcCount, arcScores);
    ranking.rank(arcScores, allowed);
    if (ranking.lead <= arcs.sure) {
      const first = this.arcCount;
      this.arcCount = moreArcFeatures(configuration, x, arcRows, first, arcs.shift);
      arcs.add(arcRows, first, this.arcCount, arcScores);
      ranking.rank(arcScores, allowed);
    }
    return ranking.best;
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
    const { configuration, ranking, labelRows, labelScores } = this;
    this.labelCount = firstLabelFeatures(configuration, x, h, d, labelRows, relations.shift);
    labelScores.fill(0);
    relations.add(labelRows, 0, this.labelCount, labelScores, choices);
    ranking.rank(labelScores, choices);
    if (ranking.lead <= relations.sure) {
      const first = this.labelCount;
      this.labelCount = moreLabelFeatures(configuration, x, h, d, labelRows, first, relations.shift);
      relations.add(labelRows, first, this.labelCount, labelScores, choices);
      ranking.rank(labelScores, choices);
    }
    return ranking.best;
  }
}
