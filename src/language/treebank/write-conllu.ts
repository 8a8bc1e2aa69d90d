// Writes what was read as CoNLL-U, so that other programs, and read-conllu.ts, can read it again. Names stand in the last
// column as `Name=B-person` and `Name=I-person`, a mark of our own.
import type { Sentence, Word } from "../types.ts";

/** A column holds no white space other than a blank, and is never empty. */
const column = (text: string): string => text.replace(/\s+/g, " ").trim() || "_";

function misc(sentence: Sentence, index: number, text: string): string {
  const word = sentence.words[index]!;
  const name = sentence.names.find((n) => n.first <= index && index < n.last);
  const notes = [
    ...(name ? [`Name=${name.first === index ? "B" : "I"}-${name.type}`] : []),
    ...(word.end < text.length && !/\s/.test(text[word.end]!) ? ["SpaceAfter=No"] : []),
  ];
  return notes.join("|") || "_";
}

const row = (word: Word, index: number, note: string): string =>
  [
    index + 1,
    column(word.form),
    column(word.lemma),
    column(word.upos),
    column(word.xpos),
    "_",
    word.head + 1,
    column(word.relation),
    "_",
    note,
  ].join("\t");

/** CoNLL-U of the sentences of `text`, which their offsets count in; a blank line in it begins a paragraph. */
export function writeConllu(sentences: readonly Sentence[], text: string): string {
  let written = "";
  for (const [i, sentence] of sentences.entries()) {
    const before = text.slice(sentences[i - 1]?.end ?? 0, sentence.start);
    if (i === 0 || /\n\s*\n/.test(before)) written += "# newpar\n";
    written += `# sent_id = ${i + 1}\n# text = ${column(text.slice(sentence.start, sentence.end))}\n`;
    for (const [at, word] of sentence.words.entries()) written += `${row(word, at, misc(sentence, at, text))}\n`;
    written += "\n";
  }
  return written;
}
