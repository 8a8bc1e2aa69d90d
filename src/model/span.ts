// Where words stand: offsets into a document's extracted text, and offsets into the bytes as received. The two are
// different types so that one is never taken for the other.

declare const brand: unique symbol;
/** UTF-16 units from the start of `Document.text`. */
export type TextOffset = number & { readonly [brand]: "text" };
/** Bytes from the start of what was received. */
export type ByteOffset = number & { readonly [brand]: "byte" };

/** Half-open: the text from start up to, not including, end. */
export type Span = readonly [start: TextOffset, end: TextOffset];

export const span = (start: number, end: number): Span => [start as TextOffset, end as TextOffset];

/** A run of the extracted text and the bytes it came from; runs are in order and do not overlap. */
export interface Run {
  readonly text: Span;
  readonly bytes: readonly [start: ByteOffset, end: ByteOffset];
}

/** Why a slot holds what it holds: the words it rests on and the name of the rule that read them. */
export interface Evidence {
  readonly at: readonly Span[];
  readonly rule: string;
}

export const covers = (outer: Span, inner: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];
export const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];
export const words = (text: string, at: Span): string => text.slice(at[0], at[1]);
