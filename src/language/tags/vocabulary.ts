// What is known of a word by its letters alone, computed once for each form and kept in columns: its lower-case hash,
// endings, shape, word classes and the tags it is known to bear. It knows nothing of the words around.
import { hashText } from "../model/hashing.ts";

/** Word classes learnt from raw text (see training/classes.ts): lower-case form to class, fine and coarse. */
export type WordClasses = ReadonlyMap<string, readonly [fine: number, coarse: number]>;

/** Tags that a form bore in training: `only` when it was all but always the same one, -1 otherwise; `all` is a hash of the set. */
export type TagLexicon = ReadonlyMap<string, { readonly only: number; readonly all: number }>;

const COLUMNS = [
  "lower",
  "end1",
  "end2",
  "end3",
  "end4",
  "begin1",
  "begin3",
  "shape",
  "fine",
  "coarse",
  "tags",
  "only",
] as const;
type Column = (typeof COLUMNS)[number];

/** Texts of ever new forms must not fill the memory: past this many the vocabulary begins anew with the next text. */
const MOST = 1 << 18;

/** Digits become 0, apostrophes, quotes and dashes are made one; numbers are told apart by their form only. */
export function plainForm(form: string): string {
  const lower = form
    .toLowerCase()
    .replace(/[’ʼ‘`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—]/g, "-");
  if (!/\d/.test(lower)) return lower;
  if (/^(?:19|20)\d\d$/.test(lower)) return "!year";
  if (/^\d{1,2}$/.test(lower)) return "!day";
  if (/^\d+$/.test(lower)) return "!count";
  if (/^\d+:\d+/.test(lower)) return "!clock";
  if (/^\d[\d.,/-]*$/.test(lower)) return "!decimal";
  return lower.replace(/\d/g, "0");
}

/** Runs of capitals, small letters and digits: 'Xx' for 'Homs', 'X.X.' for 'U.S.'; at most six signs. */
export function shapeOf(form: string): string {
  let shape = "";
  let last = "";
  for (const sign of form) {
    const kind = /\p{Lu}/u.test(sign) ? "X" : /\p{L}/u.test(sign) ? "x" : /\d/.test(sign) ? "d" : sign;
    if (kind !== last) shape += kind;
    last = kind;
    if (shape.length >= 6) break;
  }
  return form.length === 1 && shape === "X" ? "X1" : shape;
}

export class Vocabulary implements Record<Column, Int32Array> {
  lower = new Int32Array(0);
  end1 = new Int32Array(0);
  end2 = new Int32Array(0);
  end3 = new Int32Array(0);
  end4 = new Int32Array(0);
  begin1 = new Int32Array(0);
  begin3 = new Int32Array(0);
  shape = new Int32Array(0);
  fine = new Int32Array(0);
  coarse = new Int32Array(0);
  /** Hash of the set of tags that the form is known with; of its lower-case form's, marked, when only that is known. */
  tags = new Int32Array(0);
  /** The one tag that the form always bears; -1 if there are several or none known. */
  only = new Int32Array(0);
  private ids = new Map<string, number>();
  private readonly classes: WordClasses;
  private readonly lexicon: TagLexicon;

  constructor(classes: WordClasses, lexicon: TagLexicon) {
    this.classes = classes;
    this.lexicon = lexicon;
    this.grow(1 << 14);
  }

  /** Forgets everything when full; ids given before are void then, so it is asked between texts. */
  makeRoom(): void {
    if (this.ids.size > MOST) this.ids = new Map();
  }

  /** The number of a form, under which its columns are found. */
  id(form: string): number {
    return this.ids.get(form) ?? this.add(form);
  }

  private grow(size: number): void {
    for (const column of COLUMNS) {
      const wider = new Int32Array(size);
      wider.set(this[column]);
      this[column] = wider;
    }
  }

  private add(form: string): number {
    const id = this.ids.size;
    if (id >= this.lower.length) this.grow(this.lower.length * 2);
    const plain = plainForm(form);
    this.lower[id] = hashText(plain, 1);
    this.end1[id] = hashText(plain.slice(-1), 2);
    this.end2[id] = hashText(plain.slice(-2), 3);
    this.end3[id] = hashText(plain.slice(-3), 4);
    this.end4[id] = hashText(plain.slice(-4), 5);
    this.begin1[id] = hashText(plain.slice(0, 1), 6);
    this.begin3[id] = hashText(plain.slice(0, 3), 7);
    this.shape[id] = hashText(shapeOf(form), 8);
    const [fine, coarse] = this.classes.get(plain) ?? [0, 0];
    this.fine[id] = hashText(`${fine}`, 9);
    this.coarse[id] = hashText(`${coarse}`, 10);
    const own = this.lexicon.get(form);
    const known = own ?? this.lexicon.get(plain);
    this.tags[id] = known ? (own ? known.all : known.all ^ 0x5bd1e995) : 0;
    this.only[id] = own ? own.only : -1;
    // A slice would keep the whole text it was cut from in memory; what is joined anew stands for itself.
    this.ids.set(form.split("").join(""), id);
    return id;
  }
}
