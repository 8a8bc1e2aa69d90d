// The texts of several documents at once, for pages that show passages out of many.

import { address } from "./address.ts";
import type { DocumentAnswer } from "./answers.ts";
import { type Asked, ask, question, useAsking } from "./asking.ts";

/** Documents by id; one that cannot be fetched is left out, and its passages fall back on their quotes. */
export function useDocuments(ids: readonly string[]): Asked<ReadonlyMap<string, DocumentAnswer>> {
  const { known_by, recorded_by } = address.value.parameters;
  const wanted = [...new Set(ids)].sort();
  return useAsking(wanted.length ? wanted.join(" ") : null, async () => {
    const told = await Promise.allSettled(
      wanted.map((id) =>
        ask<DocumentAnswer>(question(`documents/${encodeURIComponent(id)}`, { known_by, recorded_by })),
      ),
    );
    return new Map(told.flatMap((t) => (t.status === "fulfilled" ? [[t.value.id as string, t.value] as const] : [])));
  });
}
