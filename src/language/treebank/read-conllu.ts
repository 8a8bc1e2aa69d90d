// Reads CoNLL-U, the Universal Dependencies format. It takes what training and measuring need and checks only that;
// enhanced dependencies and empty nodes are passed over.

/** One annotated sentence; every array has one entry a word. */
export interface GoldSentence {
  readonly text: string;
  readonly forms: readonly string[];
  readonly lemmas: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  /** Index of the head in the sentence; -1 for the root. */
  readonly heads: readonly number[];
  readonly relations: readonly string[];
  /** The MISC column, as it stands. */
  readonly misc: readonly string[];
  /** Whether a space follows the word in the text. */
  readonly spaced: readonly boolean[];
  /** Whether a paragraph (or document) begins here. */
  readonly paragraph: boolean;
  /** Whether a document begins here. */
  readonly document: boolean;
}

const COLUMNS = 10;

function sentence(rows: readonly string[][], comments: readonly string[]): GoldSentence {
  const words = rows.filter((r) => /^\d+$/.test(r[0]!));
  // "can't" stands as a range of two words; the space after it is told at the range, none stands between its words.
  const spaced = words.map((r) => !/(?:^|\|)SpaceAfter=No/.test(r[9]!));
  for (const r of rows) {
    const range = /^(\d+)-(\d+)$/.exec(r[0]!);
    if (!range) continue;
    for (let i = Number(range[1]); i < Number(range[2]); i++) spaced[i - 1] = false;
    spaced[Number(range[2]) - 1] = !/(?:^|\|)SpaceAfter=No/.test(r[9]!);
  }
  const document = comments.some((c) => c.startsWith("# newdoc"));
  return {
    text: comments.find((c) => c.startsWith("# text = "))?.slice(9) ?? "",
    forms: words.map((r) => r[1]!),
    lemmas: words.map((r) => r[2]!),
    upos: words.map((r) => r[3]!),
    xpos: words.map((r) => r[4]!),
    heads: words.map((r) => Number(r[6]) - 1),
    relations: words.map((r) => r[7]!),
    misc: words.map((r) => r[9]!),
    spaced,
    paragraph: document || comments.some((c) => /^# newpar(?!_)/.test(c)),
    document,
  };
}

/**
 * The sentences of a CoNLL-U file, in order.
 * @throws Error naming the line of a row that is not CoNLL-U.
 */
export function readConllu(content: string): GoldSentence[] {
  const found: GoldSentence[] = [];
  let rows: string[][] = [];
  let comments: string[] = [];
  const close = (): void => {
    if (rows.length > 0) found.push(sentence(rows, comments));
    rows = [];
    comments = [];
  };
  for (const [i, line] of content.split(/\r?\n/).entries()) {
    if (line === "") close();
    else if (line.startsWith("#")) comments.push(line);
    else {
      const columns = line.split("\t");
      if (columns.length !== COLUMNS || !/^\d+(?:[-.]\d+)?$/.test(columns[0]!))
        throw new Error(`line ${i + 1} is no CoNLL-U row: ${line.slice(0, 60)}`);
      rows.push(columns);
    }
  }
  close();
  return found;
}
