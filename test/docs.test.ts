// README and its companions say what is so: links lead somewhere, commands exist, and README's example is what comes out.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { loadCodebook } from "../src/codebook/load.ts";
import { codeDocument } from "../src/pipeline/code.ts";
import { read } from "../src/text/read.ts";

const root = resolve(import.meta.dirname, "..");
const page = (name: string): string => readFileSync(join(root, name), "utf8");
const PAGES = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "EVALUATION.md",
  "CHANGELOG.md",
  "codebook/README.md",
  "examples/README.md",
  "docs/judgement.md",
  "docs/control.md",
  "docs/language.md",
  "docs/reference.md",
];

test.each(PAGES)("%s links only to what is there", (name) => {
  const links = [...page(name).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((m) => join(dirname(name), m[1]!));
  expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
});

test.each(["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "EVALUATION.md", "codebook/README.md"])(
  "%s names only commands that exist",
  (name) => {
    const reference = page("docs/reference.md");
    const named = [...page(name).matchAll(/npm run -s dateline -- (\w+)|`dateline (\w+)/g)].map((m) => m[1] ?? m[2]!);
    expect(named.filter((command) => !reference.includes(`dateline ${command}`))).toEqual([]);
    const scripts = (JSON.parse(page("package.json")) as { scripts: Record<string, string> }).scripts;
    const run = [...page(name).matchAll(/npm run (?:-s )?([\w:]+)/g)].map((m) => m[1]!);
    expect(run.filter((script) => !(script in scripts))).toEqual([]);
  },
);

test.each(["ARCHITECTURE.md", "CONTRIBUTING.md", "codebook/README.md"])("%s names only files that exist", (name) => {
  const files = [
    ...page(name).matchAll(
      /`((?:src|test|codebook|docs|examples|text|extract|resolve|ledger|pipeline|serve)\/[\w./-]+\.\w+)`/g,
    ),
  ].map((m) => m[1]!);
  expect(files.filter((f) => !existsSync(join(root, f)) && !existsSync(join(root, "src", f)))).toEqual([]);
});

test("README's example is what comes out", () => {
  const readme = page("README.md");
  const report = /echo '([^']+)'/.exec(readme)![1]!;
  const published = /--published (\S+)/.exec(readme)![1]!;
  const shown = JSON.parse(/```json\n([\s\S]+?)```/.exec(readme)![1]!) as object;
  const codebook = loadCodebook();
  const document = read(
    {
      id: "-",
      file: "-",
      bytes: new TextEncoder().encode(`${report}\n`),
      form: "text",
      charset: null,
      given: { outlet: null, title: null, url: null, lang: null, published },
    },
    codebook.boilerplate,
  );
  const { claims } = codeDocument(document, codebook);
  expect(claims).toHaveLength(1);
  expect(claims[0]).toMatchObject(shown);
});

test("docs/judgement.md names every rule by which standing, grades and counts are judged", () => {
  const text = page("docs/judgement.md");
  const rules = loadCodebook().judgement;
  const keys = [
    ...["casualties", "grades", "denials", "tally", "copies", "one_voice", "speaks_for", "allied", "denial_days"],
    ...["hearsay", "hearsay_heads", "speaker_words", "press_words", "casualties.rule", rules.casualties.rule],
    ...Object.keys(rules.casualties.raised).map((key) => `casualties.raised.${key}`),
  ];
  expect(keys.filter((key) => !text.includes(`\`${key}\``))).toEqual([]);
  const grades = Object.keys(rules.grades.means);
  expect(grades.filter((grade) => !text.includes(`| ${grade} |`))).toEqual([]);
});
