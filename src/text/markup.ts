// What one pass over a page's source gives (scan.ts): every piece of visible text with the place where it stands and
// what surrounds it. Types only, and the way from a character of a node back to the source.

export type ZoneKind = "caption" | "post" | "credit";

export interface TextNode {
  readonly text: string;
  /** Offset in the source where the text begins, one unit to one; or, where entities stand in it, one for each unit. */
  readonly starts: Uint32Array | number;
  /** Offset in the source where the last unit ends. */
  readonly end: number;
  /** Nodes of one block (paragraph, cell, list entry) share its number. */
  readonly block: number;
  readonly zone: { readonly id: number; readonly kind: ZoneKind } | null;
  /** 1 to 6 within a heading, else 0. */
  readonly heading: number;
  readonly inLink: boolean;
  /** Within a paragraph or a list entry. */
  readonly inText: boolean;
  /** White space stood before it, in a node of its own. */
  readonly spaced: boolean;
}

export interface Markup {
  /** Clean mark-up: text node number k stands within <data value="k">. */
  readonly html: string;
  readonly nodes: readonly TextNode[];
  readonly metas: readonly { readonly name: string; readonly content: string }[];
  readonly title: string | null;
  readonly titleAt: readonly [start: number, end: number] | null;
  readonly canonical: string | null;
  readonly lang: string | null;
  readonly jsonLd: readonly string[];
  readonly times: readonly string[];
  readonly tooDeep: boolean;
  /** Why not all of the page is here; null when it is. */
  readonly truncated: string | null;
}

/** Offset in the source where unit `i` of a node begins; past the last unit, where the node ends. */
export const startOf = (node: TextNode, i: number): number =>
  i >= node.text.length ? node.end : typeof node.starts === "number" ? node.starts + i : node.starts[i]!;
