// The parameters that questions are asked with, each declared once with its help. The same schema is the flag of a
// command, the query of a route and the input of a tool; only `fromStrings` knows that commands and routes bring text.
import { z } from "zod";
import { day, UserError } from "../model/index.ts";

const calendarDay = z.string().refine((s) => /^\d{4}-\d{2}-\d{2}$/.test(s) && day(s) !== null, {
  message: "is not a day of the calendar, written YYYY-MM-DD",
});
const dayOrInstant = z
  .string()
  .refine(
    (s) => (day(s) !== null && /^\d{4}-\d{2}-\d{2}$/.test(s)) || (day(s) !== null && !Number.isNaN(Date.parse(s))),
    {
      message: "is neither a day (YYYY-MM-DD) nor an instant (YYYY-MM-DDTHH:MM:SSZ)",
    },
  );
const dayInstantOrVersion = z
  .string()
  .refine((s) => /^\d{1,9}$/.test(s) || (day(s) !== null && !Number.isNaN(Date.parse(s))), {
    message: "is neither a day, an instant, nor the number of a ledger version",
  });
const words = z.string().trim().min(1, "is empty").max(400, "is longer than 400 characters");

/** The most rows that one answer holds; `cursor` brings the rest. */
export const MOST_ROWS = 1000;
export const USUAL_ROWS = 100;

export const clocks = {
  known_by: dayOrInstant.optional().describe("only what had been published by this day or instant"),
  recorded_by: dayOrInstant.optional().describe("what this ledger said at this day or instant"),
};
export const paging = {
  limit: z.number().int().min(1).max(MOST_ROWS).optional().describe(`how many rows (${USUAL_ROWS} unless told)`),
  cursor: words.optional().describe("what the page before gave as `next`"),
};
export const window = {
  from: calendarDay.optional().describe("happened on or after this day"),
  to: calendarDay.optional().describe("happened on or before this day"),
};
export const at = calendarDay.describe("as things stood on this day");
export const since = dayInstantOrVersion.describe("a day, an instant, or the number of a ledger version");
export const firstDay = calendarDay.describe("the first day reported on");
export const lastDay = calendarDay.describe("the last day reported on");
export const id = words.describe("the id");
export const q = words.describe("the words to look for");
export const place = words.optional().describe("id, name or alias of a place");
export const documentVersion = z.number().int().min(1).optional().describe("a version other than the newest");

const status = z.enum(["corroborated", "single-source", "disputed", "denied"]);
const stance = z.enum(["asserted", "denied", "planned", "demanded"]);

/** Every filter of view.ts; a question takes those that mean something for its rows. */
export const filters = {
  event: words.optional().describe("an event type's id in the codebook, such as air_strike"),
  status: status.optional().describe("how an incident is judged"),
  stance: stance.optional().describe("how a claim puts it"),
  place,
  actor: words.optional().describe("id, name or alias of an actor or target"),
  source: words.optional().describe("id, name or alias of who says so"),
  outlet: words.optional().describe("who published it"),
  document: words.optional().describe("a document's id"),
  incident: words.optional().describe("an incident's id"),
  ...window,
  at: at.optional().describe("happening on this day"),
  background: z.boolean().optional().describe("true: only what is told as background; false: none of it"),
  tally: z.boolean().optional().describe("true: only running totals; false: none of them"),
  q: words.optional().describe("words for the full-text index"),
};

/** What a field's schema holds once `optional` is taken off. */
function kindOf(field: z.core.$ZodType): string {
  const inner = field instanceof z.ZodOptional || field instanceof z.ZodDefault ? field.unwrap() : field;
  return inner instanceof z.ZodNumber ? "number" : inner instanceof z.ZodBoolean ? "boolean" : "string";
}

/** Text from a flag or a query into what the schema's fields hold; what cannot be turned is left for the schema to refuse. */
export function fromStrings(schema: z.ZodObject, raw: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const turned: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(raw)) {
    const field = schema.shape[name];
    if (value === undefined) continue;
    if (typeof value !== "string" || !field) turned[name] = value;
    else if (kindOf(field) === "number") turned[name] = /^-?\d+$/.test(value) ? Number(value) : value;
    else if (kindOf(field) === "boolean")
      turned[name] = /^(true|yes|1)$/i.test(value) ? true : /^(false|no|0)$/i.test(value) ? false : value;
    else turned[name] = value;
  }
  return turned;
}

const sentence = (issue: z.core.$ZodIssue): string => {
  if (issue.code === "unrecognized_keys") return `'${issue.keys[0]}' is no parameter of this question`;
  if (issue.code === "invalid_type" && issue.input === undefined) return "is missing";
  if (issue.code === "invalid_value") return `is not one of: ${issue.values.join(", ")}`;
  if (issue.code === "invalid_type") return `is not a ${issue.expected}`;
  return issue.message;
};

/** Parameters checked against the schema. Throws a UserError that names the first field that is wrong. */
export function checked<S extends z.ZodObject>(schema: S, raw: unknown): z.infer<S> {
  const result = schema.safeParse(raw, { reportInput: true });
  if (result.success) {
    const { from, to } = result.data as { from?: string; to?: string };
    if (from && to && from > to)
      throw new UserError(`'from' (${from}) is after 'to' (${to})`, { field: "from", hint: "swap the two days" });
    return result.data;
  }
  const issue = result.error.issues[0]!;
  const field = issue.code === "unrecognized_keys" ? issue.keys[0]! : issue.path.join(".");
  const given = issue.input;
  const text = sentence(issue);
  const shown =
    typeof given === "string" || typeof given === "number" ? ` (given: '${String(given).slice(0, 60)}')` : "";
  throw new UserError(issue.code === "unrecognized_keys" ? text : `'${field}' ${text}${shown}`, {
    field,
    ...(issue.code === "unrecognized_keys" ? { hint: `it takes: ${Object.keys(schema.shape).join(", ")}` } : {}),
  });
}

/** The day of publication given from outside for documents that do not say theirs. */
export const published = z.strictObject({ published: dayOrInstant });
