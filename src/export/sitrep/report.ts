// A report before it has a form: sections of lines, and the citations they rest on. Markdown and HTML are written from
// it, so that neither can say what the other does not. Nothing is escaped here; that is for the writers.
import type { Claim, ClaimId, DocumentId } from "../../model/index.ts";

export type Inline =
  | string
  | { readonly strong: string }
  | { readonly em: string }
  | { readonly cite: readonly number[] };
export type Line = readonly Inline[];
/** A line, or a short head over several lines that share it. */
export type Entry = Line | { readonly head: string; readonly lines: readonly Line[] };
export type Block =
  | { readonly kind: "paragraph"; readonly line: Line }
  | { readonly kind: "list"; readonly lines: readonly Entry[] }
  | { readonly kind: "heading"; readonly text: string };

export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export interface Citation {
  readonly n: number;
  readonly document: DocumentId;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly file: string;
  /** Verbatim; null where the whole document is meant. */
  readonly quote: string | null;
  readonly claim: ClaimId | null;
}

export interface Report {
  readonly title: string;
  readonly subtitle: readonly string[];
  readonly sections: readonly Section[];
  readonly citations: readonly Citation[];
}

export const isHeaded = (entry: Entry): entry is Exclude<Entry, Line> => !Array.isArray(entry);

/** Lines under the head that they share: told once, where more than one line has it. */
export function underHeads(rows: readonly { readonly head: string; readonly line: Line }[]): Entry[] {
  const groups = new Map<string, Line[]>();
  for (const { head, line } of rows) groups.set(head, [...(groups.get(head) ?? []), line]);
  return [...groups].map(([head, lines]) =>
    lines.length === 1 ? [{ strong: `${head}.` }, " ", ...lines[0]!] : { head, lines },
  );
}

/** What a citation needs of a document. */
export interface Cited {
  readonly id: DocumentId;
  readonly file: string;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly title: string | null;
  readonly url: string | null;
}

/** The most citations that stand behind one sentence; the incident's own page has all of them. */
const MOST = 4;

/** Numbers citations in the order of their first use; one quote of one document has one number. */
export class Citations {
  readonly #documents: ReadonlyMap<string, Cited>;
  readonly #claims: ReadonlyMap<string, Claim>;
  readonly #numbers = new Map<string, number>();
  readonly #list: Citation[] = [];

  constructor(documents: readonly Cited[], claims: ReadonlyMap<string, Claim>) {
    this.#documents = new Map(documents.map((d) => [d.id as string, d]));
    this.#claims = claims;
  }

  #add(document: Cited, claim: Claim | null): number {
    const key = `${document.id}\u001f${claim?.quote ?? ""}`;
    const known = this.#numbers.get(key);
    if (known) return known;
    const n = this.#list.length + 1;
    this.#numbers.set(key, n);
    const { outlet, published, title, url, file } = document;
    this.#list.push({
      n,
      document: document.id,
      outlet,
      published,
      title,
      url,
      file,
      quote: claim?.quote ?? null,
      claim: claim?.id ?? null,
    });
    return n;
  }

  /** Cites up to four of the claims: the earliest of each outlet first, and a denial always among them. */
  claims(ids: readonly ClaimId[]): Inline {
    const found = ids
      .map((id) => this.#claims.get(id))
      .filter((c): c is Claim => c !== undefined && this.#documents.has(c.document));
    const stamp = (c: Claim): string =>
      `${this.#documents.get(c.document)?.published ?? "9999"} ${c.document} ${c.start}`;
    const sorted = [...found].sort((a, b) => (stamp(a) < stamp(b) ? -1 : 1));
    const outlets = new Set<string>();
    const first: Claim[] = [];
    const rest: Claim[] = [];
    for (const c of sorted) {
      const outlet = this.#documents.get(c.document)?.outlet ?? c.document;
      (outlets.has(outlet) ? rest : first).push(c);
      outlets.add(outlet);
    }
    const denial = sorted.find((c) => c.stance === "denied");
    const chosen = [...new Set([...(denial ? [denial] : []), ...first, ...rest])].slice(0, MOST);
    return {
      cite: [...new Set(chosen.map((c) => this.#add(this.#documents.get(c.document)!, c)))].sort((a, b) => a - b),
    };
  }

  /** Cites whole documents. */
  documents(ids: readonly DocumentId[]): Inline {
    const found = ids.map((id) => this.#documents.get(id)).filter((d): d is Cited => d !== undefined);
    return { cite: found.map((d) => this.#add(d, null)) };
  }

  list(): readonly Citation[] {
    return this.#list;
  }
}
