// docs/control.md says every rule by which holdings are judged, as the codebook has it.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { holding } from "../src/serve/shapes.ts";
import { codebook } from "./factories-claims.ts";

const page = readFileSync(join(resolve(import.meta.dirname, ".."), "docs/control.md"), "utf8");
const rules = codebook.judgement;

test("each event's row stands in the table", () => {
  const cell = (text: string | null | boolean): string => (text === true ? "yes" : text === false ? "" : (text ?? ""));
  const rows = rules.control.map((r) =>
    `| ${[r.event, r.holding, r.actor, r.target, r.taken, r.standing].map(cell).join(" | ")} |`.replace(/ {2}/g, " "),
  );
  expect(rows.filter((row) => !page.includes(row))).toEqual([]);
});

test("every limit of days is named with its number", () => {
  const told = Object.entries(rules.control_days).map(([name, n]) => new RegExp(`\`${name}\`\\s+(?:\\()?(${n} days?)`));
  expect(told.filter((t) => !t.test(page)).map(String)).toEqual([]);
});

test("states, bases, kinds that hold nothing and the state of a part are those of the codebook", () => {
  const { state, basis } = holding.shape;
  const names = [...state.options.map((s) => `\`${s}\``), ...basis.options, ...rules.no_holders];
  expect(names.filter((n) => !page.includes(n))).toEqual([]);
  expect(page).toContain(`there who controls is \`${rules.control_part}\``);
});
