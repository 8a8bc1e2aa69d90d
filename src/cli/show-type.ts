// One event type of the codebook for a reader at a terminal: what it is and is not, its codes, the frames that find it,
// and sentences that are and are not it.
import type { WholeType } from "../serve/codebook.ts";
import { harmless, labelled, out, styled, width, wrapped } from "./print.ts";

const LABEL = 10;

type Condition = NonNullable<WholeType["acled_rules"][number]["when"]>;

/** 'where the actor is state, and the words hold one of …'. */
function condition(when: Condition | null, last: boolean): string {
  if (!when) return last ? ", otherwise" : "";
  const parts = [
    when.actor.length > 0 ? `the actor is ${when.actor.join(" or ")}` : null,
    when.target.length > 0 ? `the target is told with ${when.target.join(" or ")}` : null,
    when.words.length > 0 ? `the words hold ${when.words.map((w) => `'${w}'`).join(" or ")}` : null,
  ].filter((p) => p !== null);
  return parts.length > 0 ? `, where ${parts.join(" and ")}` : "";
}

/** `path`: the file that the type stands in. */
export function showType(type: WholeType, path: string): void {
  const most = Math.min(width(), 110);
  const line = (label: string, text: string): void => out(labelled(label, text, LABEL, "", most));
  out(`${styled("bold", type.id)}  ${styled("dim", harmless(`${path}:${type.line}`))}`);
  out(wrapped(type.is, "", most));
  out("");
  if (type.include.length > 0) line("includes", type.include.join(", "));
  if (type.exclude.length > 0) line("excludes", type.exclude.join(", "));
  const several = type.acled_rules.length > 1;
  for (const [n, rule] of type.acled_rules.entries())
    line(
      n === 0 ? "ACLED" : "",
      `${several ? `${n + 1}. ` : ""}${rule.type} / ${rule.sub_type}${condition(rule.when, several)}`,
    );
  if (type.acled_rules.length === 0) line("ACLED", "has no such event");
  line("PLOVER", type.plover ?? "has no such event");
  line("order", type.order ?? "none");
  line("place", type.local ? "one; what a report goes on to tell happened there too" : "not always one");
  out("");
  out(styled("bold", "Frames"));
  for (const frame of type.frames) {
    out(`  ${styled("dim", frame.rule)}`);
    out(wrapped(frame.pattern, "    ", most));
    out(styled("dim", wrapped(frame.narrowed.join("; "), "      ", most)));
  }
  out("");
  out(styled("bold", "Coded as it"));
  for (const text of type.examples) out(labelled("+", text, 2, "  ", most));
  out(styled("bold", "Not coded as it"));
  for (const text of type.negatives) out(labelled("-", text, 2, "  ", most));
}
