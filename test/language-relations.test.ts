// Who did what to whom, and who says so, in sentences of war news that were written for this test and that no training
// text holds: the parser and roles.ts measured together. Which constructions fail in the first two sets was known when some
// training sentences were written; the blind set's misses were never looked at, and it is the cleanest measure.
// RELATIONS=1 prints the misses.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadLanguage } from "../src/language/load.ts";
import { rolesOf } from "../src/language/syntax/roles.ts";
import type { Sentence } from "../src/language/types.ts";

/** The share of sentences that must have all four roles right, by table; raised when the parser gets better. */
const FLOORS = { relations: 0.86, "relations-second": 0.63, "relations-blind": 0.86 } as const;

const ROLES = ["subject", "object", "agent", "speaker"] as const;
type Role = (typeof ROLES)[number];

interface Row {
  readonly id: string;
  readonly text: string;
  /** The form of the verb asked about, and which of its occurrences. */
  readonly form: string;
  readonly nth: number;
  /** The forms that are right, the first of them preferred; "-" where there must be none. */
  readonly expected: Readonly<Record<Role, readonly string[]>>;
}

const table = (name: string): Row[] =>
  readFileSync(join(import.meta.dirname, `corpus/${name}.tsv`), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [id = "", text = "", predicate = "", subject = "", object = "", agent = "", speaker = ""] =
        line.split("\t");
      const [form = "", nth = "1"] = predicate.split("#");
      const either = (cell: string) => cell.split("|");
      const expected = {
        subject: either(subject),
        object: either(object),
        agent: either(agent),
        speaker: either(speaker),
      };
      return { id, text, form, nth: Number(nth), expected };
    });

/** The head of each role as it stands in the sentence, or null where no word of the parse is the predicate. */
function headsIn(sentences: readonly Sentence[], { form, nth }: Row): Record<Role, string> | null {
  const places = sentences.flatMap((sentence) =>
    [...sentence.words.keys()]
      .filter((index) => sentence.words[index]!.form === form)
      .map((index) => ({ sentence, index })),
  );
  const place = places[nth - 1];
  if (!place) return null;
  const roles = rolesOf(place.sentence, place.index);
  const head = ([first]: readonly number[]) => (first === undefined ? "-" : place.sentence.words[first]!.form);
  return {
    subject: head(roles.subject),
    object: head(roles.object),
    agent: head(roles.agent),
    speaker: head(roles.speaker),
  };
}

const TABLES = Object.entries(FLOORS);

test.each(TABLES)("%s is whole", (name) => {
  const rows = table(name);
  expect(rows.length).toBeGreaterThanOrEqual(50);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect(new Set(rows.map(({ text }) => text)).size).toBe(rows.length);
  for (const { id, text, form, expected } of rows) {
    for (const word of [form, ...Object.values(expected).flat()])
      expect(word === "-" || text.includes(word), `${id}: ${word}`).toBe(true);
  }
});

test.each(TABLES)("%s: at least %d of the sentences have all four roles right", (name, floor) => {
  const language = loadLanguage();
  const rows = table(name);
  const right = { subject: 0, object: 0, agent: 0, speaker: 0 };
  const misses: string[] = [];
  for (const row of rows) {
    const found = headsIn(language.read(row.text), row);
    const wrong = ROLES.filter((role) => !found || !row.expected[role].includes(found[role]));
    for (const role of ROLES) if (!wrong.includes(role)) right[role] += 1;
    if (wrong.length === 0) continue;
    const said = wrong.map(
      (role) => `${role} ${found?.[role] ?? "(no such word)"}, not ${row.expected[role].join("|")}`,
    );
    misses.push(`${row.id} ${row.form}: ${said.join("; ")}\n     ${row.text}`);
  }
  const share = 1 - misses.length / rows.length;
  const each = ROLES.map((role) => `${role} ${(right[role] / rows.length).toFixed(2)}`).join(", ");
  console.log(`${name}: all four ${share.toFixed(2)}; ${each}`);
  if (process.env.RELATIONS === "1") console.log(misses.join("\n"));
  expect(share).toBeGreaterThanOrEqual(floor);
});
