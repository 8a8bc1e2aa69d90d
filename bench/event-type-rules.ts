// Reads event-type-classes.yaml and says which of the exam's classes a snippet is, by the claims of it and by its words. What
// an event is called is decided there, not here.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Claim } from "../src/model/index.ts";

const phrases = z.array(z.string().min(1)).default([]);
const ruleSchema = z.strictObject({
  class: z.string(),
  told: phrases,
  first: phrases,
  by: phrases,
  words: phrases,
  with: phrases,
  not: phrases,
});
const fileSchema = z.strictObject({ rules: z.array(ruleSchema), otherwise: z.string() });

type Told = Pick<Claim, "event" | "acled" | "stance" | "background" | "actors">;
interface Rule {
  readonly class: string;
  readonly told: ReadonlySet<string>;
  readonly first: ReadonlySet<string>;
  readonly by: RegExp | null;
  readonly words: RegExp | null;
  readonly with: RegExp | null;
  readonly not: RegExp | null;
}
export interface Rules {
  readonly rules: readonly Rule[];
  readonly otherwise: string;
}

/** `a|b` either word, `x*` any ending, `~` up to four words of any kind. */
function pattern(phrase: string): string {
  const words = phrase.split(/\s+/);
  return words
    .map((word, i) => {
      if (word === "~") return String.raw`(?:\S+ ){0,4}?`;
      const either = word
        .split("|")
        .map((w) => w.replace(/[.+?^${}()[\]\\]/g, "\\$&").replaceAll("*", String.raw`[\p{L}-]*`));
      return `(?:${either.join("|")})${i < words.length - 1 ? String.raw`\S? ` : ""}`;
    })
    .join("");
}

const anyOf = (list: readonly string[]): RegExp | null =>
  list.length
    ? new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${list.map(pattern).join("|")})(?![\p{L}\p{N}])`, "iu")
    : null;

export function readRules(file: string = join(import.meta.dirname, "event-type-classes.yaml")): Rules {
  const { rules, otherwise } = fileSchema.parse(parse(readFileSync(file, "utf8")));
  return {
    rules: rules.map((rule) => ({
      class: rule.class,
      told: new Set(rule.told),
      first: new Set(rule.first),
      by: anyOf(rule.by),
      words: anyOf(rule.words),
      with: anyOf(rule.with),
      not: anyOf(rule.not),
    })),
    otherwise,
  };
}

const isOf = ({ event, acled }: Told, types: ReadonlySet<string>): boolean =>
  types.has(event) || (acled !== null && types.has(`${event}/${acled.sub_type}`));

/** The class of a snippet; with `bare`, by its claims alone. */
export function classOf(text: string, claims: readonly Told[], { rules, otherwise }: Rules, bare = false): string {
  const plain = text.replace(/\s+/g, " ");
  const happened = claims.filter(({ stance }) => stance === "asserted");
  const told = happened.length ? happened : claims;
  const first = told.find((c) => !c.background && c.event !== "statement" && c.event !== "casualty_tally") ?? told[0];
  const holds = (rule: Rule): boolean => {
    const claim = first && isOf(first, rule.first) ? first : told.find((c) => isOf(c, rule.told));
    const claimed = claim && (!rule.by || claim.actors.some(({ name }) => rule.by!.test(name)));
    if (rule.with && (bare || !rule.with.test(plain))) return false;
    return claimed || (!bare && rule.words !== null && rule.words.test(plain) && !rule.not?.test(plain));
  };
  return rules.find(holds)?.class ?? otherwise;
}
