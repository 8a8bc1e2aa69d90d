// One thing at a time for a reader at a terminal: an incident with its accounts, a claim, a document. Lists are tables
// (columns.ts), an actor is show-actor.ts, an explanation show-explanation.ts.
import { quoted } from "../export/voices.ts";
import type { Explanation } from "../ledger/explain.ts";
import { type LineageLink, lineageText } from "../ledger/lineage.ts";
import type { Claim, Document, Incident } from "../model/index.ts";
import { day } from "../model/index.ts";
import type { ActorAnswer } from "../serve/actor.ts";
import type { Citable } from "../serve/singles.ts";
import { figuresPhrase } from "../wording/counts.ts";
import { longDay, when } from "../wording/english.ts";
import { harmless, marked, out, status, styled, wrapped } from "./print.ts";
import { showActor } from "./show-actor.ts";
import { showExplanation } from "./show-explanation.ts";

const dim = (text: string): string => styled("dim", text);
const bold = (text: string): string => styled("bold", harmless(text));
const published = (d: { readonly published: string | null }): string => {
  const on = day(d.published);
  return on ? longDay(on) : "undated";
};
const chain = (c: Claim): string => c.sources.map((s) => s.name).join(", as told to ");

function accountLines(c: Claim, cited: readonly Citable[]): void {
  const document = cited.find((d) => d.id === c.document);
  const where = [document?.outlet ?? c.document, document ? published(document) : null].filter(Boolean).join(", ");
  const stance = c.stance === "asserted" ? "" : ` ${styled(c.stance === "denied" ? "red" : "yellow", c.stance)}`;
  out(`  ${bold(chain(c) || (document?.outlet ?? c.document))}${stance}  ${dim(harmless(where))}  ${dim(c.id)}`);
  out(wrapped(quoted(c.quote, 600), "    "));
}

function showIncident(answer: Incident & { accounts: readonly Claim[]; cited: readonly Citable[] }): void {
  out(bold(answer.summary));
  const sources = `${answer.independent_sources} independent source${answer.independent_sources === 1 ? "" : "s"}`;
  out(`${status(answer.status)}, ${sources}, grade ${answer.grade}  ${dim(answer.id)}`);
  if (answer.time) out(`when: ${when(answer.time)}`);
  const figures = figuresPhrase(answer.figures);
  if (figures) out(`figures: ${figures}`);
  for (const reason of answer.reasons) out(dim(wrapped(`because ${reason}`, "  ")));
  for (const d of answer.disputes)
    out(wrapped(`${d.slot} disputed: ${d.values.map((v) => `${v.value} (${v.claims.length})`).join(" / ")}`));
  out("");
  for (const c of answer.accounts) accountLines(c, answer.cited);
}

function showDocument(d: Document & { claims: readonly Claim[]; lineage: readonly LineageLink[] }): void {
  out(bold(d.title ?? d.file));
  out(dim(harmless([d.outlet, published(d), d.url, `version ${d.version}`, d.id].filter(Boolean).join("  "))));
  for (const link of d.lineage) out(dim(wrapped(lineageText(link))));
  for (const note of d.notes) out(styled("yellow", harmless(`note, ${note.kind}: ${note.message}`)));
  out("");
  out(
    wrapped(
      marked(
        d.text,
        d.claims.map((c) => [c.start, c.end] as const),
      ),
    ),
  );
  out("");
  for (const c of d.claims) out(`${dim(c.id)}  ${c.event}, ${c.stance}${c.background ? ", background" : ""}`);
}

/** Prints the answer for a reader; false where there is no form for it but JSON. */
export function show(question: string, answer: unknown): boolean {
  if (question === "incident") {
    const split = (answer as { id: string; split_into?: readonly Incident[] }).split_into;
    if (split) {
      out(`${(answer as { id: string }).id} was split into:`);
      for (const i of split) out(`  ${i.id}  ${harmless(i.summary)}`);
    } else showIncident(answer as Parameters<typeof showIncident>[0]);
  } else if (question === "claim") {
    const claim = answer as Claim & { cited: readonly Citable[] };
    out(bold(`${claim.event}${claim.time ? `, ${when(claim.time)}` : ""}`));
    accountLines(claim, claim.cited);
  } else if (question === "document") showDocument(answer as Parameters<typeof showDocument>[0]);
  else if (question === "actor") showActor(answer as ActorAnswer);
  else if (question === "explain") showExplanation(answer as Explanation);
  else return false;
  return true;
}
