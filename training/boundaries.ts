// Learns the weights of src/language/words/boundaries.ts from treebanks: logistic regression over the open questions, and
// over those that rules settle in the end, which teach as well. The same sentences in the same order give the same weights.

import type { GoldSentence } from "../src/language/treebank/read-conllu.ts";
import {
  BOUNDARY_FEATURES,
  BOUNDARY_WEIGHTS,
  BoundaryContext,
  boundaryScore,
  isOpenQuestion,
} from "../src/language/words/boundaries.ts";
import { gapKind, PARAGRAPH } from "../src/language/words/lines.ts";
import { tokenise } from "../src/language/words/tokens.ts";

const EPOCHS = 12;
const RATE = 0.25;
const DECAY = 1e-4;
/** Weights are kept as whole multiples of 1/256. */
const SCALE = 256;

interface Page {
  text: string;
  /** Offsets at which sentences begin. */
  starts: Set<number>;
}

/** The documents as raw text, with `joint` between paragraphs and a space between sentences. */
export function pagesOf(sentences: readonly GoldSentence[], joint: string): Page[] {
  const pages: Page[] = [];
  let page: Page | undefined;
  let glued = false;
  for (const sentence of sentences) {
    if (page === undefined || sentence.document) {
      page = { text: "", starts: new Set() };
      pages.push(page);
    } else if (sentence.paragraph) page.text += joint;
    else if (!glued) page.text += " ";
    page.starts.add(page.text.length);
    const last = sentence.forms.length - 1;
    for (const [i, form] of sentence.forms.entries()) page.text += form + (sentence.spaced[i]! && i < last ? " " : "");
    glued = !sentence.spaced[last]!;
  }
  return pages;
}

interface Examples {
  features: Int32Array;
  labels: Uint8Array;
}

function examplesOf(pages: readonly Page[]): Examples {
  const features: number[] = [];
  const labels: number[] = [];
  const one = new Int32Array(BOUNDARY_FEATURES);
  for (const { text, starts } of pages) {
    const tokens = tokenise(text);
    const context = new BoundaryContext(text, tokens);
    for (let i = 0; i < tokens.length; i++) {
      const begins = starts.has(tokens[i]!.start);
      if (i > 0) {
        const gap = gapKind(text, tokens[i - 1]!.end, tokens[i]!.start);
        if (gap !== PARAGRAPH && isOpenQuestion(text, tokens, i, gap)) {
          context.features(i, gap, one);
          for (const feature of one) features.push(feature);
          labels.push(begins ? 1 : 0);
        }
      }
      if (begins) context.open(i);
      context.pass(i);
    }
  }
  return { features: Int32Array.from(features), labels: Uint8Array.from(labels) };
}

/** A shuffle of 0 to `length` - 1 that depends on `seed` alone. */
function order(length: number, seed: number): Int32Array {
  const found = Int32Array.from({ length }, (_, i) => i);
  let state = seed >>> 0 || 1;
  for (let i = length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = Math.floor((state / 0x1_0000_0000) * (i + 1));
    const held = found[i]!;
    found[i] = found[j]!;
    found[j] = held;
  }
  return found;
}

/**
 * Weights for `splitSentences`, learnt from sentences in their order, with paragraphs told and with paragraphs run
 * together. A BOUNDARY_WEIGHTS long array, in steps of 1/256.
 */
export function trainBoundaries(sentences: readonly GoldSentence[], epochs = EPOCHS, seed = 1): Int16Array {
  const { features, labels } = examplesOf([...pagesOf(sentences, "\n\n"), ...pagesOf(sentences, " ")]);
  const weights = new Float32Array(BOUNDARY_WEIGHTS);
  const squares = new Float32Array(BOUNDARY_WEIGHTS);
  const sums = new Float64Array(BOUNDARY_WEIGHTS);
  const one = new Int32Array(BOUNDARY_FEATURES);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const example of order(labels.length, seed + epoch)) {
      one.set(features.subarray(example * BOUNDARY_FEATURES, (example + 1) * BOUNDARY_FEATURES));
      const error = labels[example]! - 1 / (1 + Math.exp(-boundaryScore(weights, one)));
      for (const feature of one) {
        const slope = error - DECAY * weights[feature]!;
        squares[feature]! += slope * slope;
        weights[feature]! += (RATE * slope) / Math.sqrt(squares[feature]! + 1);
      }
    }
    // The mean of the later epochs is steadier than the last one.
    if (epoch >= epochs / 2) for (let i = 0; i < BOUNDARY_WEIGHTS; i++) sums[i]! += weights[i]!;
  }
  const taken = epochs - Math.ceil(epochs / 2);
  return Int16Array.from(sums, (sum) => Math.max(-32768, Math.min(32767, Math.round((sum / taken) * SCALE))));
}
