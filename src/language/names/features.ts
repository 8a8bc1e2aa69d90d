// The features by which words are labelled as parts of names, and names given types: rows of one table of weights. They
// speak of words as numbers of the vocabulary, of tags, and of what NameColumns saw; nothing is decided here.
import { row1, row2, row3 } from "../model/hashing.ts";
import type { Vocabulary } from "../tags/vocabulary.ts";
import type { NameColumns } from "./columns.ts";
import type { SeenWords } from "./seen-words.ts";

/** Where there is no word. */
const NONE = 0x3b9aca07;
export const NAME_FEATURES = 64;

/** The row of the label before, which scores what may follow it. */
export const followRow = (label: number, shift: number): number => row1(190, label, shift);

export class NameFeatures {
  readonly rows = new Int32Array(NAME_FEATURES);
  private readonly words: Vocabulary;
  private readonly seen: SeenWords;
  private readonly shift: number;

  constructor(words: Vocabulary, seen: SeenWords, shift: number) {
    this.words = words;
    this.seen = seen;
    this.shift = shift;
  }

  /** Rows of word `i`; answers how many there are. */
  ofWord(columns: NameColumns, sentence: number, i: number): number {
    const { lower, end2, end3, end4, begin3, shape, fine, coarse, tags: usual } = this.words;
    const { rows, shift: s } = this;
    const { ids, tags, known } = columns;
    const begin = columns.starts[sentence]!;
    const n = columns.starts[sentence + 1]!;
    const w = ids[i]!;
    const l1 = i > begin ? ids[i - 1]! : -1;
    const l2 = i > begin + 1 ? ids[i - 2]! : -1;
    const r1 = i + 1 < n ? ids[i + 1]! : -1;
    const r2 = i + 2 < n ? ids[i + 2]! : -1;
    const w0 = lower[w]!;
    const wl = l1 < 0 ? NONE : lower[l1]!;
    const wr = r1 < 0 ? NONE : lower[r1]!;
    const f0 = fine[w]!;
    const fl = l1 < 0 ? NONE : fine[l1]!;
    const fr = r1 < 0 ? NONE : fine[r1]!;
    const t0 = tags[i]!;
    const tl = i > begin ? tags[i - 1]! : 255;
    const tr = i + 1 < n ? tags[i + 1]! : 255;
    const tr2 = i + 2 < n ? tags[i + 2]! : 255;
    const k0 = known[i]!;
    const kl = i > begin ? known[i - 1]! : 0;
    const kr = i + 1 < n ? known[i + 1]! : 0;
    const first = columns.runFirst[i]!;
    const last = columns.runLast[i]!;
    const cased = columns.cases[sentence]!;
    // A capital at the head of a sentence, and in a title, says less; shapes are told apart by it.
    const stand = cased * 4 + (i === begin ? 1 : i === begin + 1 ? 2 : 0);
    const form = (shape[w]! + stand) | 0;
    const sl = l1 < 0 ? NONE : shape[l1]!;
    const sr = r1 < 0 ? NONE : shape[r1]!;
    const within = (i === first ? 1 : 0) + (i === last ? 2 : 0) + 4 * Math.min(3, last - first);
    const lw = ids[last]!;
    const fw = ids[first]!;
    const before = first > begin ? ids[first - 1]! : -1;
    const after = last + 1 < n ? ids[last + 1]! : -1;
    const seen = this.seen.of(w0);
    let k = 0;
    rows[k++] = row1(101, w0, s);
    rows[k++] = row2(102, w0, form, s);
    rows[k++] = row1(103, end2[w]!, s);
    rows[k++] = row1(104, end3[w]!, s);
    rows[k++] = row1(105, end4[w]!, s);
    rows[k++] = row1(106, begin3[w]!, s);
    rows[k++] = row1(107, form, s);
    rows[k++] = row1(108, f0, s);
    rows[k++] = row1(109, coarse[w]!, s);
    rows[k++] = row1(110, wl, s);
    rows[k++] = row1(111, wr, s);
    rows[k++] = row2(112, wl, w0, s);
    rows[k++] = row2(113, w0, wr, s);
    rows[k++] = row1(114, l2 < 0 ? NONE : lower[l2]!, s);
    rows[k++] = row1(115, r2 < 0 ? NONE : lower[r2]!, s);
    rows[k++] = row1(117, fl, s);
    rows[k++] = row1(118, fr, s);
    rows[k++] = row2(119, fl, f0, s);
    rows[k++] = row2(120, f0, fr, s);
    rows[k++] = row2(123, t0, stand, s);
    rows[k++] = row2(124, tl, t0, s);
    rows[k++] = row2(125, t0, tr, s);
    rows[k++] = row2(128, tr, tr2, s);
    rows[k++] = row2(130, usual[w]!, form, s);
    rows[k++] = row2(131, usual[w]!, t0, s);
    rows[k++] = row2(132, form, sl, s);
    rows[k++] = row2(133, form, sr, s);
    rows[k++] = row2(135, within, form, s);
    rows[k++] = row2(136, within, t0, s);
    rows[k++] = row2(137, lower[lw]!, within, s);
    rows[k++] = row2(138, fine[lw]!, within, s);
    rows[k++] = row2(139, coarse[lw]!, last - i, s);
    rows[k++] = row2(140, lower[fw]!, within, s);
    rows[k++] = row1(142, before < 0 ? NONE : lower[before]!, s);
    rows[k++] = row2(143, before < 0 ? NONE : fine[before]!, within, s);
    rows[k++] = row1(144, after < 0 ? NONE : lower[after]!, s);
    rows[k++] = row2(145, after < 0 ? NONE : fine[after]!, within, s);
    rows[k++] = row2(146, k0, t0, s);
    rows[k++] = row3(147, kl, k0, kr, s);
    rows[k++] = row2(148, k0, wl, s);
    rows[k++] = row2(149, k0, wr, s);
    rows[k++] = row2(150, k0, within, s);
    rows[k++] = row2(152, k0, w0, s);
    rows[k++] = row2(153, seen, stand, s);
    rows[k++] = row3(154, seen, stand, t0, s);
    // What no lexicon knows and has no people's ending is rather a name than an adjective ("the Assad regime").
    rows[k++] = row3(158, usual[w]!, t0, end2[w]!, s);
    rows[k++] = row3(159, usual[w]!, t0, wr, s);
    const head = columns.head[i]!;
    rows[k++] = row2(156, head, within, s);
    rows[k++] = row3(157, head, k0, i === last ? 1 : 0, s);
    return k;
  }
}
