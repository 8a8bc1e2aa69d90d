// The shapes of the answers that the pages read, beyond the ledger's own rows. Types only; the server's requests
// (src/serve) are what fills them.
import type { Claim, Decision, Document, Incident, Order, Relation } from "../../src/model/index.ts";

export type { Change, DisputeRow, DocumentRow, Hit, Page, PlaceRow, SourceRow } from "../../src/ledger/view.ts";
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
export interface DocumentAnswer extends Document {
  readonly claims: readonly Claim[];
}
export type OrderAtDay = Omit<Order, "status"> & { readonly status: string };
