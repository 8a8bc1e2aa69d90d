// The words of attribution (sayings.tsv): which verbs carry what somebody says, and how - said, denied, urged, vowed.
import type { Where } from "./folders.ts";
import { literal, type Steps } from "./patterns.ts";
import { readRows } from "./rows.ts";
import { type sayingKinds, sayingRow } from "./schema.ts";

export type SayingKind = (typeof sayingKinds)[number];
export interface Saying {
  readonly phrase: string;
  readonly kind: SayingKind;
  readonly firm: boolean;
  readonly steps: Steps;
}
export interface Sayings {
  /** By the lemma of the first word; longer phrases first. */
  readonly byVerb: ReadonlyMap<string, readonly Saying[]>;
}

/** @throws CodebookFault naming file, line and column of every fault */
export function loadSayings(where: Where): Sayings {
  const byVerb = new Map<string, Saying[]>();
  for (const row of readRows(where, "sayings.tsv", sayingRow)) {
    const steps = literal(row.phrase);
    const lemma = row.phrase.split(" ")[0]!;
    byVerb.set(lemma, [
      ...(byVerb.get(lemma) ?? []),
      { phrase: row.phrase, kind: row.kind, firm: row.firmness === "firm", steps },
    ]);
  }
  for (const row of byVerb.values()) row.sort((a, b) => b.steps.length - a.steps.length);
  return { byVerb };
}
