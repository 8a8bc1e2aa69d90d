// The model file's inside: a header in JSON and the tables of weights behind it, packed so that the file is small and is
// read in a few hundredths of a second. Weights are kept in 8 bits as signed square roots: small ones, which decide close
// calls, stay exact enough (plain 8 bits lose two points of the parser's accuracy). training/pack.ts writes what this reads.
import { PairTable, SparseRows } from "./linear.ts";

/** The first four bytes of a model: 'DLM1'. */
export const MAGIC = 0x314d4c44;

/** Where a table lies in the file, in bytes from the end of the header, and how many rows and entries it has. */
export interface TablePlan {
  readonly kind: "sparse" | "pairs" | "numbers";
  readonly width: number;
  readonly shift: number;
  readonly sure: number;
  readonly rows: number;
  readonly entries: number;
  readonly at: number;
  readonly bytes: number;
  /** Bytes of the gaps between the features that have rows. */
  readonly gaps: number;
}

export interface Packed<Header> {
  readonly header: Header;
  sparse(name: string): SparseRows;
  pairs(name: string): PairTable;
  numbers(name: string): Int16Array;
}

const unroot = (root: number): number => (root < 0 ? -root * root : root * root);

/** @throws Error when the bytes are no model of this form. */
export function unpack<Header>(bytes: Uint8Array): Packed<Header> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || view.getUint32(0, true) !== MAGIC) throw new Error("these bytes are no language model");
  const length = view.getUint32(4, true);
  if (8 + length > bytes.length) throw new Error("this language model is not whole");
  const text = new TextDecoder().decode(bytes.subarray(8, 8 + length));
  const { header, tables } = JSON.parse(text) as { header: Header; tables: Record<string, TablePlan> };
  const end = Math.max(...Object.values(tables).map((t) => t.at + t.bytes));
  if (8 + length + end !== bytes.length) throw new Error("this language model is not whole");
  const plan = (name: string, kind: TablePlan["kind"]): TablePlan => {
    const found = tables[name];
    if (found?.kind !== kind) throw new Error(`the language model has no table '${name}' of kind ${kind}`);
    return found;
  };
  const from = (at: number, count: number): Uint8Array => bytes.subarray(8 + length + at, 8 + length + at + count);
  return {
    header,
    sparse(name) {
      const p = plan(name, "sparse");
      const features = positions(from(p.at, p.gaps), p.rows);
      const counts = from(p.at + p.gaps, p.rows);
      const classes = from(p.at + p.gaps + p.rows, p.entries);
      const roots = signed(from(p.at + p.gaps + p.rows + p.entries, p.entries));
      const index = new Int32Array(2 ** (32 - p.shift));
      const entries = new Int32Array(1 + p.rows + p.entries);
      let at = 1;
      let k = 0;
      for (let row = 0; row < p.rows; row++) {
        index[features[row]!] = at;
        entries[at++] = counts[row]!;
        for (const last = k + counts[row]!; k < last; k++) entries[at++] = (unroot(roots[k]!) << 8) | classes[k]!;
      }
      return new SparseRows(p.width, p.shift, p.sure, index, entries);
    },
    pairs(name) {
      const p = plan(name, "pairs");
      const features = positions(from(p.at, p.gaps), p.rows);
      const ones = signed(from(p.at + p.gaps, p.rows));
      const twos = signed(from(p.at + p.gaps + p.rows, p.rows));
      const pairs = new Int16Array(2 ** (32 - p.shift));
      for (let row = 0; row < p.rows; row++) pairs[features[row]!] = (ones[row]! << 8) | (twos[row]! & 255);
      return new PairTable(p.shift, p.sure, pairs);
    },
    numbers(name) {
      const p = plan(name, "numbers");
      const found = new Int16Array(p.entries);
      const low = from(p.at, p.entries);
      const high = signed(from(p.at + p.entries, p.entries));
      for (let k = 0; k < p.entries; k++) found[k] = (high[k]! << 8) | low[k]!;
      return found;
    },
  };
}

const signed = (bytes: Uint8Array): Int8Array => new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);

/** The features that have rows, from the gaps between them: seven bits a byte, the eighth says that more follow. */
function positions(gaps: Uint8Array, rows: number): Int32Array {
  const found = new Int32Array(rows);
  let at = -1;
  let k = 0;
  for (let row = 0; row < rows; row++) {
    let gap = 0;
    let shift = 0;
    let byte: number;
    do {
      byte = gaps[k++]!;
      gap |= (byte & 127) << shift;
      shift += 7;
    } while (byte & 128);
    at += gap;
    found[row] = at;
  }
  return found;
}
