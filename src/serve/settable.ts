// Which slots an analyst may set, and what a value of each has to be. A decision is kept for good and every judgement reads
// it again, so a value that does not fit its slot is refused here, before it is appended; what it changes is resolve's.
import { z } from "zod";
import { type Decision, day, UserError } from "../model/index.ts";
import { claim, holding, incident, order } from "./shapes.ts";

const calendarDay = z.string().refine((s) => s.length === 10 && day(s) !== null, "is not a day, written YYYY-MM-DD");
const shortTime = /^(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?$/;

/** '2024-12-06' and '2024-12-06..2024-12-08' are times too; the words they rest on are the analyst's reason. */
function spelledOut(value: unknown): unknown {
  const [, start, end = start] = typeof value === "string" ? (shortTime.exec(value) ?? []) : [];
  if (start === undefined) return value;
  return { start, end, grain: start === end ? "day" : "span", text: value, at: [], rule: "decision" };
}
const timeLike = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    spelledOut,
    schema.refine((t) => {
      const { start, end } = t as { start: string; end: string };
      return calendarDay.safeParse(start).success && calendarDay.safeParse(end).success && start <= end;
    }, "is no time: YYYY-MM-DD, YYYY-MM-DD..YYYY-MM-DD, or {start, end, grain, …} with start before end"),
  );

const { event, acled, plover, stance, background, hedge, places, actors, targets, sources, figures } = claim.shape;
const happened = incident.shape;
const bound = order.shape;
const status = z.enum(["proposed", "in_force", "extended", "lifted", "broken", "expired"]);
const days = { announced: calendarDay, from: calendarDay, until: calendarDay };
const orderTerms = claim.shape.order.unwrap().extend({
  ...{ announced: calendarDay.nullable(), from: calendarDay.nullable(), until: calendarDay.nullable() },
  status,
});
/** The command that shows a value of the kind's slots. */
const SHOWN = {
  claim: "claim ID",
  incident: "incident ID",
  order: "orders --at DAY",
  holding: "control",
  document: "",
};

/** By kind of target, then slot; a slot that is not here is the ledger's own (ids, evidence, counts) and is not set. */
const SETTABLE: Readonly<Record<Decision["target"]["kind"], Readonly<Record<string, z.ZodType>>>> = {
  claim: {
    ...{ event, acled, plover, stance, background, hedge, places, actors, targets, sources, figures },
    time: timeLike(claim.shape.time.unwrap()),
    said: timeLike(claim.shape.said.unwrap()),
    order: orderTerms,
    holding: holding.shape.state,
  },
  incident: {
    ...{ event: happened.event, acled: happened.acled, status: happened.status, grade: happened.grade },
    ...{ tally: happened.tally, background: happened.background, places: happened.places, actors: happened.actors },
    ...{ targets: happened.targets, figures: happened.figures, summary: happened.summary },
    time: timeLike(happened.time.unwrap()),
  },
  order: {
    ...{ kind: bound.kind, issuer: bound.issuer, for: bound.for, grants: bound.grants, conditions: bound.conditions },
    ...{ exceptions: bound.exceptions, place: bound.place, hours: bound.hours, status },
    ...days,
    lifted: calendarDay,
  },
  holding: {
    ...{ holder: holding.shape.holder, state: holding.shape.state, basis: holding.shape.basis },
    from: calendarDay,
    to: calendarDay,
  },
  document: {},
};

/**
 * The value as the slot holds it.
 * @throws UserError for a slot that is not set by hand, or a value that is none for it
 */
export function settableValue(kind: Decision["target"]["kind"], slot: string, value: unknown): unknown {
  const schema = Object.hasOwn(SETTABLE[kind], slot) ? SETTABLE[kind][slot] : undefined;
  if (!schema) {
    const slots = Object.keys(SETTABLE[kind]).sort();
    throw new UserError(`'${slot}' is no slot of a ${kind} that can be set`, {
      field: "slot",
      hint:
        slots.length === 0
          ? `a ${kind} can be accepted or rejected`
          : `these can, each as a whole: ${slots.join(", ")}`,
    });
  }
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  const where = [slot, ...issue.path].join(".");
  const why = issue.code === "invalid_value" ? `is not one of: ${issue.values.join(", ")}` : issue.message;
  throw new UserError(`'value' does not fit: ${where}: ${why}`, {
    field: "value",
    hint: `\`dateline ${SHOWN[kind]} --format json\` shows what a value of '${slot}' looks like`,
  });
}
