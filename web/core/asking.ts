// Questions to the server that serves this page, and to no other. An answer is remembered while the page is open, so
// that going back is instant; the browser checks it again by its tag when it is asked anew.
import { signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";

/** What went wrong, in the server's words (RFC 9457) or in ours where no answer came. */
export interface Trouble {
  readonly title: string;
  readonly detail: string;
  readonly hint: string | null;
  readonly status: number;
}
export type Asked<T> =
  | { readonly state: "loading"; readonly value: T | null; readonly trouble: null }
  | { readonly state: "ready"; readonly value: T; readonly trouble: null }
  | { readonly state: "trouble"; readonly value: null; readonly trouble: Trouble };

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** The path of a question with its parameters, in a fixed order, so that the same question has the same path. */
export function question(path: string, query: Query = {}): string {
  const kept = Object.entries(query)
    .filter(([, v]) => v !== null && v !== undefined && v !== "")
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([k, v]): [string, string] => [k, String(v)]);
  const text = new URLSearchParams(kept).toString();
  return `api/v1/${path}${text ? `?${text}` : ""}`;
}

class Refusal extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble.detail);
    this.trouble = trouble;
  }
}

/** Which state of the ledger the newest answer was given from; every answer is tagged with it. */
export const ledgerVersion = signal<string | null>(null);

async function fetched(path: string): Promise<unknown> {
  const response = await fetch(path, { headers: { accept: "application/json" } }).catch(() => {
    throw new Refusal({
      title: "No answer",
      detail: "The server of this page did not answer.",
      hint: "Is `dateline serve` still running? Then load the page again.",
      status: 0,
    });
  });
  ledgerVersion.value = /^W\/"(\d+)-/.exec(response.headers.get("etag") ?? "")?.[1] ?? ledgerVersion.value;
  const told: unknown = await response.json().catch(() => null);
  if (response.ok && told !== null) return told;
  const problem = (told ?? {}) as Partial<Trouble>;
  throw new Refusal({
    title: problem.title ?? "The question could not be answered",
    detail: problem.detail ?? `The server answered with status ${response.status}.`,
    hint: problem.hint ?? null,
    status: response.status,
  });
}

const answers = new Map<string, unknown>();
const MOST_KEPT = 200;

/** Throws a Refusal, which `troubleOf` reads. */
export async function ask<T>(path: string): Promise<T> {
  const told = await fetched(path);
  answers.delete(path);
  answers.set(path, told);
  if (answers.size > MOST_KEPT) answers.delete(answers.keys().next().value!);
  return told as T;
}

const MOST_PAGES = 10;
/** All rows of a list, page after page, up to ten thousand; `total` says whether there are more. */
export async function askAll<T>(path: string, query: Query): Promise<{ rows: readonly T[]; total: number }> {
  const rows: T[] = [];
  let cursor: string | null = null;
  let total = 0;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const told: { rows: readonly T[]; total: number; next: string | null } = await ask(
      question(path, { ...query, limit: 1000, cursor }),
    );
    rows.push(...told.rows);
    total = told.total;
    cursor = told.next;
    if (!cursor) break;
  }
  return { rows, total };
}

export const troubleOf = (error: unknown): Trouble =>
  error instanceof Refusal
    ? error.trouble
    : { title: "A fault of this page", detail: String(error), hint: null, status: 0 };

/** An answer for a component: the one before is shown on while the next is on its way. Null asks nothing. */
export function useAsking<T>(key: string | null, fetch: () => Promise<T>): Asked<T> {
  const [asked, set] = useState<Asked<T> & { key: string | null }>({
    key: null,
    state: "loading",
    value: null,
    trouble: null,
  });
  useEffect(() => {
    if (key === null) return;
    let current = true;
    fetch().then(
      (value) => current && set({ key, state: "ready", value, trouble: null }),
      (error: unknown) => current && set({ key, state: "trouble", value: null, trouble: troubleOf(error) }),
    );
    return () => {
      current = false;
    };
  }, [key]);
  if (asked.key === key) return asked;
  return { state: "loading", value: asked.value, trouble: null };
}

export function useAnswer<T>(path: string | null): Asked<T> {
  const known = path === null ? undefined : (answers.get(path) as T | undefined);
  const asked = useAsking<T>(path, () => ask<T>(path!));
  if (asked.state === "loading" && known !== undefined) return { state: "ready", value: known, trouble: null };
  return asked;
}

export const useAll = <T>(path: string | null, query: Query): Asked<{ rows: readonly T[]; total: number }> =>
  useAsking(path === null ? null : question(path, query), () => askAll<T>(path!, query));
