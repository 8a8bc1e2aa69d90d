// The codebook as a question, and the check that an event type asked for is one of its own.
import { z } from "zod";
import type { EventType } from "../codebook/events.ts";
import type { Codebook } from "../codebook/load.ts";
import { UserError } from "../model/index.ts";
import { question } from "./question.ts";

/** An event type as a reader of the codebook sees it: its definition and examples, without the frames that find it. */
interface TypeRow {
  readonly id: string;
  readonly is: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly acled: readonly string[];
  readonly plover: string | null;
  readonly examples: readonly string[];
}

const row = (type: EventType): TypeRow => ({
  id: type.id,
  is: type.is,
  include: type.include,
  exclude: type.exclude,
  acled: type.acled.map((rule) => `${rule.type} / ${rule.sub_type}`),
  plover: type.plover,
  examples: type.examples,
});

/** Letters that must be changed, added or dropped to make b of a. */
function apart(a: string, b: string): number {
  let line = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(next[j - 1]! + 1, line[j]! + 1, line[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    line = next;
  }
  return line[b.length]!;
}

/** Throws a UserError that offers the nearest type when `event` is none of the codebook. */
export function knownEvent(codebook: Codebook, event: string | undefined): void {
  if (event === undefined || codebook.events.types.has(event)) return;
  const near = [...codebook.events.types.keys()]
    .map((id) => ({ id, far: apart(id, event.toLowerCase().replace(/[\s-]/g, "_")) }))
    .sort((a, b) => a.far - b.far || (a.id < b.id ? -1 : 1))[0];
  throw new UserError(`'${event}' is no event type of this codebook`, {
    field: "event",
    hint:
      near && near.far <= Math.min(4, event.length / 2)
        ? `did you mean ${near.id}?`
        : "the question 'codebook' lists them",
  });
}

export const codebook = question({
  name: "codebook",
  path: "/codebook",
  command: "codebook show [event]",
  help: "The event types: what each is, what it is not, with examples",
  parameters: z.strictObject({ event: z.string().optional().describe("one type's id; all of them unless told") }),
  answer: async (_view, book, p) => {
    knownEvent(book, p.event);
    const types = [...book.events.types.values()].filter((t) => !p.event || t.id === p.event).map(row);
    return { rows: types, total: types.length, next: null, version: book.version };
  },
});
