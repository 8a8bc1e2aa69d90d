// The codebook as a question, and the check that an event type asked for is one of its own.
import { basename } from "node:path";
import { z } from "zod";
import type { EventType } from "../codebook/events.ts";
import { type FrameText, frameTexts } from "../codebook/frame-text.ts";
import type { Codebook } from "../codebook/load.ts";
import { nearest } from "../codebook/nearest.ts";
import { UserError } from "../model/index.ts";
import { question } from "./question.ts";

/** An event type as a reader of the codebook sees it: its definition and examples, without the frames that find it. */
export interface TypeRow {
  readonly id: string;
  readonly is: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** 'Battles / Armed clash', in the order in which their conditions are tried. */
  readonly acled: readonly string[];
  readonly plover: string | null;
  readonly order: string | null;
  readonly examples: readonly string[];
}

/** One type asked for by its id: all that its entry says, with the frames in words. */
export interface WholeType extends TypeRow {
  readonly local: boolean;
  readonly acled_rules: readonly {
    readonly type: string;
    readonly sub_type: string;
    /** What a claim must hold for this pair; null: always. */
    readonly when: {
      readonly actor: readonly string[];
      readonly target: readonly string[];
      readonly words: readonly string[];
    } | null;
  }[];
  readonly negatives: readonly string[];
  readonly frames: readonly FrameText[];
  /** Where it stands: 'events.yaml', and the line. */
  readonly file: string;
  readonly line: number;
}

const row = (type: EventType): TypeRow => ({
  id: type.id,
  is: type.is,
  include: type.include,
  exclude: type.exclude,
  acled: type.acled.map((rule) => `${rule.type} / ${rule.sub_type}`),
  plover: type.plover,
  order: type.order,
  examples: type.examples,
});

const whole = (type: EventType): WholeType => ({
  ...row(type),
  local: type.local,
  acled_rules: type.acled.map(({ type: event, sub_type, when }) => ({
    type: event,
    sub_type,
    when: when ? { actor: when.actor ?? [], target: when.target ?? [], words: when.words ?? [] } : null,
  })),
  negatives: type.negatives,
  frames: frameTexts(type.id, type.frames),
  file: basename(type.file),
  line: type.line,
});

const either = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;

/** Throws a UserError that offers the nearest types when `event` is none of the codebook. */
export function knownEvent(codebook: Codebook, event: string | undefined): void {
  if (event === undefined || codebook.events.types.has(event)) return;
  const near = nearest(event, codebook.events.types.keys());
  throw new UserError(`'${event}' is no event type of this codebook`, {
    field: "event",
    hint: near.length > 0 ? `did you mean ${either(near)}?` : "the question 'codebook' lists them",
  });
}

export const codebook = question({
  name: "codebook",
  path: "/codebook",
  command: "codebook show [event]",
  help: "The event types: what each is, what it is not, with examples; one type with its frames and codes",
  parameters: z.strictObject({ event: z.string().optional().describe("one type's id; all of them unless told") }),
  answer: async (_view, book, p) => {
    knownEvent(book, p.event);
    const types: readonly TypeRow[] =
      p.event === undefined ? [...book.events.types.values()].map(row) : [whole(book.events.types.get(p.event)!)];
    return { rows: types, total: types.length, next: null, version: book.version };
  },
});
