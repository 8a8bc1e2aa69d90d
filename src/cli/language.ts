// The commands of the language core: `parse` draws or writes what is read of a text, `language eval` measures the model
// against treebanks. The model is loaded when one of them runs, so that no other command waits for it.
import { readFileSync } from "node:fs";
import { text as wholeText } from "node:stream/consumers";
import type { Command } from "commander";
import type { GoldSentence } from "../language/treebank/read-conllu.ts";
import type { NameScores, WordScores } from "../language/treebank/score.ts";
import type { KnownNames, Sentence } from "../language/types.ts";
import { UserError } from "../model/index.ts";
import { drawTrees } from "./draw-tree.ts";
import { type Chosen, chosenBy, codebookOf } from "./ledger-file.ts";
import { harmless, out, styled, table, width } from "./print.ts";

const FORMATS = ["table", "json", "conllu"] as const;

function formatOf(given: string | undefined): (typeof FORMATS)[number] {
  if (given === undefined) return process.stdout.isTTY ? "table" : "json";
  const format = FORMATS.find((f) => f === given);
  if (!format) throw new UserError(`'${given}' is no format`, { hint: "table, json or conllu", field: "format" });
  return format;
}

/** The names of the codebook, which the coder reads with too. */
async function knownHere(chosen: Chosen): Promise<KnownNames> {
  const { codebookNames } = await import("../pipeline/known-names.ts");
  return codebookNames(codebookOf(chosen));
}

interface ParseOptions {
  readonly format?: string;
  readonly known?: boolean;
}

async function parse(words: readonly string[], given: ParseOptions, chosen: Chosen): Promise<void> {
  const format = formatOf(given.format);
  if (words.length === 0)
    throw new UserError("there is nothing to parse", {
      hint: 'give words, or - for standard input: dateline parse "Rebels captured Nawa on Friday."',
    });
  const { loadLanguage } = await import("../language/load.ts");
  const text = words.length === 1 && words[0] === "-" ? await wholeText(process.stdin) : words.join(" ");
  const known = given.known === false ? null : await knownHere(chosen);
  const sentences = loadLanguage(known ? { known } : {}).read(text);
  if (format === "table") out(drawTrees(sentences, width()));
  else if (format === "conllu") {
    const { writeConllu } = await import("../language/treebank/write-conllu.ts");
    const written = writeConllu(sentences, text);
    process.stdout.write(process.stdout.isTTY ? harmless(written) : written);
  } else {
    const shown = sentences.map((s) => ({
      text: text.slice(s.start, s.end),
      ...s,
      names: s.names.map((name) => {
        const [start, end] = [s.words[name.first]!.start, s.words[name.last - 1]!.end];
        return { ...name, start, end, text: text.slice(start, end) };
      }),
    }));
    out(JSON.stringify({ sentences: shown }, null, 2));
  }
}

const HINT =
  "CoNLL-U has ten columns between tabs and a blank line after each sentence, as the treebanks of Universal Dependencies";

/** @throws UserError if there is no such file, or it is no annotated CoNLL-U. */
async function goldOf(file: string): Promise<GoldSentence[]> {
  const { readConllu } = await import("../language/treebank/read-conllu.ts");
  let content: string;
  try {
    content = readFileSync(file, "utf8");
  } catch (error) {
    const folder = (error as NodeJS.ErrnoException).code === "EISDIR";
    throw new UserError(folder ? `${file} is a folder` : `there is no file ${file} that can be read`, {
      hint: "name CoNLL-U files: dateline language eval en_ewt-dev.conllu",
      field: "file",
    });
  }
  let gold: GoldSentence[];
  try {
    gold = readConllu(content);
  } catch (error) {
    throw new UserError(`${file}: ${(error as Error).message}`, { hint: HINT, field: "file" });
  }
  if (gold.length === 0) throw new UserError(`${file} has no sentence`, { hint: HINT, field: "file" });
  const headless = gold.findIndex((s) => s.heads.some((h) => !(h >= -1 && h < s.forms.length)));
  if (headless >= 0)
    throw new UserError(`${file}: sentence ${headless + 1} has a word whose head is none of its words`, {
      hint: "measuring needs the heads and relations of every word, in columns 7 and 8",
      field: "file",
    });
  return gold;
}

interface Measured extends WordScores {
  readonly names: NameScores | null;
}

/** A file as measured; F1 from 0 to 1, `words_a_second` those of the whole chain from the raw text. */
interface FileScores {
  readonly file: string;
  readonly sentences: number;
  readonly words: number;
  readonly gold_words: Measured;
  readonly raw_text: Measured;
  readonly words_a_second: number;
}

const percent = (f1: number | undefined): string | null => (f1 === undefined ? null : (100 * f1).toFixed(2));

/** A number a column, percent, as `table` prints them. */
function scoreTable(results: readonly FileScores[], of: (r: FileScores) => Measured, raw: boolean): string {
  type Row = FileScores;
  const measured = (head: string, f1: (m: Measured) => number | undefined) => ({
    head,
    cell: (r: Row) => percent(f1(of(r))),
    whole: true,
  });
  return table(
    [
      { head: "file", cell: (r: Row) => r.file },
      ...(raw
        ? [measured("words", (m) => m.words.f1), measured("sentences", (m) => m.sentences.f1)]
        : [
            { head: "sentences", cell: (r: Row) => r.sentences, whole: true },
            { head: "words", cell: (r: Row) => r.words, whole: true },
          ]),
      measured("UPOS", (m) => m.upos.f1),
      measured("XPOS", (m) => m.xpos.f1),
      measured("UAS", (m) => m.uas.f1),
      measured("LAS", (m) => m.las.f1),
      measured("with subtypes", (m) => m.las_subtypes.f1),
      measured("names", (m) => m.names?.exact.f1),
      measured("overlap", (m) => m.names?.overlap.f1),
      ...(raw ? [{ head: "words/s", cell: (r: Row) => r.words_a_second, whole: true }] : []),
    ],
    results,
  );
}

async function evaluate(files: readonly string[], given: { readonly json?: boolean }): Promise<void> {
  // Every file is read before any is measured: a wrong name should not cost a minute.
  const gold = await Promise.all(files.map(goldOf));
  const { loadLanguage } = await import("../language/load.ts");
  const { asGiven, rawText, scoreNames, scoreWords } = await import("../language/treebank/score.ts");
  const language = loadLanguage();
  const results = files.map((file, i): FileScores => {
    const sentences = gold[i]!;
    const text = rawText(sentences);
    const measure = (own: readonly GoldSentence[], read: readonly Sentence[]): Measured => {
      try {
        return { ...scoreWords(own, read), names: scoreNames(own, read) };
      } catch (error) {
        throw new UserError(`${file}: ${(error as Error).message}`, {
          hint: "the words of each sentence must add up to its # text",
          field: "file",
        });
      }
    };
    const raw = language.read(text); // This run also warms the machine up for the one that is timed.
    const began = performance.now();
    language.read(text);
    const seconds = (performance.now() - began) / 1000;
    return {
      file,
      sentences: sentences.length,
      words: sentences.reduce((n, s) => n + s.forms.length, 0),
      gold_words: measure(asGiven(sentences), language.analyse(sentences.map((s) => s.forms))),
      raw_text: measure(sentences, raw),
      words_a_second: Math.round(raw.reduce((n, s) => n + s.words.length, 0) / seconds),
    };
  });
  if (given.json) out(JSON.stringify({ model: language.version, files: results }, null, 2));
  else {
    const titled = (title: string, body: string): void => out(`${styled("bold", title)}\n${body}`);
    titled(
      "With the words and sentences of the treebank, percent right:",
      scoreTable(results, (r) => r.gold_words, false),
    );
    out("");
    titled(
      "From the raw text, F1 in percent:",
      scoreTable(results, (r) => r.raw_text, true),
    );
  }
}

export function addLanguage(program: Command): void {
  program
    .command("parse [words...]")
    .description("Show the words, tags, dependency tree and names of a text, sentence by sentence")
    .option("--format <table|json|conllu>", "a drawing on a terminal, JSON in a pipe unless told")
    .option("--no-known", "find names by what was learnt alone, without those of the codebook")
    .addHelpText("after", "\n- reads standard input.\n\nThin in this version: English only.")
    .action((words: string[], given: ParseOptions, command: Command) => parse(words, given, chosenBy(command)));
  const language = program.command("language").description("The model that reads English");
  language
    .command("eval <files...>")
    .description("Measure the model against CoNLL-U treebanks, as the CoNLL 2018 shared task counts")
    .option("--json", "everything that was counted, as JSON")
    .addHelpText(
      "after",
      `
Words are aligned by their characters. LAS leaves out the subtypes of relations (nsubj:pass counts as nsubj). Names are
those that a treebank marks (Entity=, Name=): the same span and type, or, as overlap, spans that meet.`,
    )
    .action((files: string[], given: { json?: boolean }) => evaluate(files, given));
}
