// A reader's words turned into a question for the full-text index. SQLite's own query language is not let through: a
// stray quote or 'AND' in a search box is a word, not an error.

const TERM = /(-?)(?:"([^"]*)"|([^\s"]+))/g;
const WORDS = /[\p{L}\p{N}\p{M}]+(?:['’‘ʼ][\p{L}\p{N}\p{M}]+)*/gu;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/**
 * Words are joined by 'and'; "in quotes" is a phrase, word* a beginning, -word excludes. Null when there is nothing to
 * look for, which finds nothing.
 */
export function matchOf(q: string): string | null {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  for (const [, minus, phrase, word] of q.matchAll(TERM)) {
    const text = (phrase ?? word ?? "").match(WORDS)?.join(" ");
    if (!text) continue;
    const term = quoted(text) + (word?.endsWith("*") ? "*" : "");
    (minus ? unwanted : wanted).push(term);
  }
  if (wanted.length === 0) return null;
  const all = wanted.join(" AND ");
  return unwanted.length === 0 ? all : `(${all}) NOT (${unwanted.join(" OR ")})`;
}
