// The words by which text that is no report is known (boilerplate.yaml) and the news agencies that are credited
// (agencies.tsv), read, checked and made ready to match. What to do with a match is the text half's business.
import { z } from "zod";
import type { Where } from "./folders.ts";
import { readYaml } from "./read-yaml.ts";
import { readRows, unique } from "./rows.ts";

const expressionsWith = (flags: string) =>
  z.array(
    z.string().transform((source, context) => {
      try {
        return new RegExp(source, flags);
      } catch (fault) {
        context.addIssue({ code: "custom", message: `no regular expression: ${(fault as Error).message}` });
        return z.NEVER;
      }
    }),
  );
const expressions = expressionsWith("iu");
// Names begin with capitals, so here case counts; (?i:...) lifts that for a group.
const cased = expressionsWith("u");
const phrases = z.array(z.string().min(1));

const shape = z.strictObject({
  lines: phrases,
  starts: phrases,
  patterns: expressions,
  heads: expressions,
  tails: expressions,
  menu: phrases,
  closes: phrases,
  links: phrases,
  tags: phrases,
  sentence_starts: phrases,
  credits: cased,
  credit_tails: cased,
  posts: expressions,
  post_links: expressions,
  captions: expressions,
  caption_longest: z.number().int().positive(),
});
const agencyRow = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string().min(1),
  aliases: z.string(),
});

export interface Agency {
  readonly id: string;
  readonly name: string;
  /** The name and every other spelling. */
  readonly spellings: readonly string[];
}

/** Phrases are in their plain form (see `plainLine`); expressions ignore case, those of credits apart. */
export interface Boilerplate {
  readonly lines: ReadonlySet<string>;
  readonly starts: readonly string[];
  readonly patterns: readonly RegExp[];
  readonly heads: readonly RegExp[];
  readonly tails: readonly RegExp[];
  readonly menu: readonly string[];
  readonly closes: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  readonly tags: readonly string[];
  readonly sentence_starts: readonly string[];
  readonly credits: readonly RegExp[];
  readonly credit_tails: readonly RegExp[];
  readonly posts: readonly RegExp[];
  readonly post_links: readonly RegExp[];
  readonly captions: readonly RegExp[];
  /** Characters; a longer line is no caption. */
  readonly caption_longest: number;
  readonly agencies: readonly Agency[];
}

/** Lower case, one space, straight apostrophes, no bullets before and no stops or arrows after: how lines are compared. */
export const plainLine = (line: string): string =>
  line
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/\s+/g, " ")
    .replace(/^[\s•*#>|·\-–—]+|[\s.:;!»›>…→*|·]+$/gu, "");

/** Reads `boilerplate.yaml` and `agencies.tsv` of a codebook. @throws CodebookFault naming file and line of every fault */
export function loadBoilerplate(where: Where): Boilerplate {
  const words = readYaml(where, "boilerplate.yaml", shape);
  const plain = (list: readonly string[]): string[] => list.map(plainLine);
  return {
    ...words,
    lines: new Set(plain(words.lines)),
    starts: plain(words.starts),
    menu: plain(words.menu),
    closes: new Set(plain(words.closes)),
    links: new Set(plain(words.links)),
    agencies: readRows(where, "agencies.tsv", agencyRow, unique("id")).map(({ id, name, aliases }) => ({
      id,
      name,
      spellings: [name, ...aliases.split("|").filter(Boolean)],
    })),
  };
}
