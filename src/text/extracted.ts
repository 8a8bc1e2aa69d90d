// What every form of document is brought to: text, its parts, the way back to the bytes, and what was said beside it.
// Types only; forms.ts chooses the reader.
import type { Note, Part, Run } from "../model/index.ts";

export interface Metadata {
  readonly outlet: string | null;
  readonly url: string | null;
  readonly lang: string | null;
  /** Dates that the metadata offers, the likeliest first, as written. */
  readonly published: readonly string[];
}

export interface Extracted {
  readonly text: string;
  readonly parts: readonly Part[];
  readonly map: readonly Run[];
  readonly title: string | null;
  /** YYYY-MM-DD from the text's own head. */
  readonly published: string | null;
  readonly credits: readonly string[];
  readonly metadata: Metadata;
  readonly notes: readonly Note[];
}
