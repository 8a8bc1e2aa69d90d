// The shapes of the answers that the pages read, beyond the ledger's own rows. Types only; the server's requests
// (src/serve) are what fills them.
import type { ActorRow } from "../../src/ledger/view.ts";
import type {
  ActorRelation,
  Claim,
  Decision,
  Document,
  Incident,
  NamedActor,
  Order,
  Relation,
} from "../../src/model/index.ts";

export type {
  ActorRow,
  Change,
  DisputeRow,
  DocumentRow,
  Hit,
  Page,
  PlaceRow,
  SourceRow,
} from "../../src/ledger/view.ts";
export type {
  Claim,
  ClaimPlace,
  Document,
  Evidence,
  Figure,
  Holding,
  Incident,
  Interval,
  Part,
  Party,
  Range,
  Relation,
  SourceLink,
  Span,
  Status,
} from "../../src/model/index.ts";

export interface Rows<T> {
  readonly rows: readonly T[];
  readonly total: number;
  readonly next: string | null;
}
export interface Cited {
  readonly id: string;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly published: string | null;
}
export interface IncidentAnswer extends Incident {
  /** The id that was asked for, where the incident now bears another. */
  readonly asked: string;
  readonly accounts: readonly Claim[];
  readonly relations: readonly Relation[];
  readonly cited: readonly Cited[];
  readonly decisions: readonly Decision[];
}
export interface SplitAnswer {
  readonly id: string;
  readonly split_into: readonly Incident[];
}
export interface ClaimAnswer extends Claim {
  readonly relations: readonly Relation[];
  readonly cited: readonly Cited[];
}
export interface LineageEnd {
  readonly id: string;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly published: string | null;
}
/** One document copies or credits another; `of` is null for an agency whose own document is not here. */
export interface LineageLink {
  readonly document: LineageEnd;
  readonly kind: "copies" | "credits";
  readonly of: LineageEnd | null;
  readonly agency: string | null;
}
export interface DocumentAnswer extends Document {
  readonly claims: readonly Claim[];
  readonly lineage: readonly LineageLink[];
}
export interface ChainLink {
  readonly kind:
    | Relation["kind"]
    | "denied_by"
    | "corrected_by"
    | "updated_by"
    | "copied_by"
    | "includes"
    | "confirms"
    | "repeats"
    | "differs";
  /** The earlier row; null: a claim that is not of this chain. */
  readonly row: number | null;
  readonly claim: string;
  readonly slots: Relation["slots"];
  readonly by: string;
}
export interface Verdict {
  readonly incident: Incident;
  readonly rows: readonly number[];
}
export interface ChainRow {
  readonly row: number;
  readonly told: { readonly at: string; readonly basis: "said" | "published" } | null;
  readonly origin: string | null;
  readonly party: boolean;
  readonly claim: Claim;
  readonly document: Cited;
  readonly incident: string | null;
  readonly links: readonly ChainLink[];
  /** On the last row of an incident, how it stands. */
  readonly verdict: Verdict | null;
}
/** Where words stand: offsets into the document's text. */
export interface Place {
  readonly claim: string;
  readonly document: string;
  readonly start: number;
  readonly end: number;
}
export interface ActorAnswer extends ActorRow {
  readonly kind: string | null;
  /** The days on which it bore that name. */
  readonly from: string | null;
  readonly to: string | null;
  readonly aliases: readonly string[];
  readonly sides: readonly { readonly side: string; readonly from: string | null; readonly to: string | null }[];
  readonly spellings: readonly {
    readonly text: string;
    readonly claims: number;
    readonly first: string | null;
    readonly last: string | null;
    readonly citation: Place | null;
  }[];
  readonly relations: readonly (Omit<ActorRelation, "claims"> & {
    /** The one at the other end, and what this actor is to it, in words. */
    readonly with: NamedActor;
    readonly says: string;
    readonly told: number;
    readonly citations: readonly Place[];
  })[];
  readonly cited: readonly Cited[];
}
export type OrderAtDay = Omit<Order, "status"> & { readonly status: string };
