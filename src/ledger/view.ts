// The questions that the ledger answers, as types: what every face (command line, HTTP, MCP, page, exports) asks
// through. A view is the ledger as of now, or as it was known or recorded by an earlier instant.
import type {
  ActorId,
  Claim,
  ClaimId,
  Decision,
  Document,
  DocumentId,
  Holding,
  Incident,
  IncidentChange,
  Order,
  OrderId,
  PlaceId,
  Relation,
  SourceLink,
} from "../model/index.ts";

/** Two clocks that a question may be asked by (interface.md, Clocks); ISO days or instants, inclusive. */
export interface AsOf {
  readonly known_by?: string;
  readonly recorded_by?: string;
}

/** Every filter is optional, and they are joined by 'and'. `place`, `actor`, `source` match ids, names and aliases. */
export interface Filter {
  readonly event?: string;
  readonly status?: string;
  readonly stance?: string;
  readonly place?: string;
  readonly actor?: string;
  readonly source?: string;
  readonly outlet?: string;
  readonly document?: string;
  readonly incident?: string;
  /** Days, inclusive, of when it happened. */
  readonly from?: string;
  readonly to?: string;
  readonly at?: string;
  readonly background?: boolean;
  readonly tally?: boolean;
  /** Words for the full-text index. */
  readonly q?: string;
  readonly limit?: number;
  /** What the page before gave as `next`. */
  readonly cursor?: string;
}

export interface Page<T> {
  readonly rows: readonly T[];
  readonly total: number;
  readonly next: string | null;
}

/** A document as the ledger lists it: all but the text and its map. */
export type DocumentRow = Omit<Document, "text" | "map"> & {
  readonly recorded: string;
  readonly length: number;
  readonly claims: number;
};
export interface ActorRow {
  readonly id: ActorId | null;
  readonly name: string;
  readonly claims: number;
  readonly incidents: number;
  readonly first: string | null;
  readonly last: string | null;
}
export interface PlaceRow {
  readonly id: PlaceId | null;
  readonly name: string;
  readonly kind: string | null;
  readonly within: readonly string[];
  readonly lat: number | null;
  readonly lon: number | null;
  readonly claims: number;
  readonly incidents: number;
  readonly holder: string | null;
}
export interface SourceRow {
  readonly id: ActorId | null;
  readonly name: string;
  readonly kind: SourceLink["kind"];
  readonly claims: number;
  readonly corroborated: number;
  readonly denied: number;
  readonly outlets: readonly string[];
}
export interface Hit {
  readonly kind: "document" | "claim";
  readonly id: string;
  readonly document: DocumentId;
  readonly title: string | null;
  readonly start: number;
  readonly end: number;
  readonly snippet: string;
}
/** One row of the log of what the ledger newly says, no longer says, or says differently. */
export interface Change {
  readonly version: number;
  readonly at: string;
  readonly kind: "document" | "claim" | "incident" | "decision";
  readonly id: string;
  readonly change: "new" | "revised" | "withdrawn" | IncidentChange["change"];
  readonly into: readonly string[];
  readonly summary: string;
}
/** A claim beside those that deny it. */
export interface DisputeRow {
  readonly incident: Incident;
  readonly slot: string;
  readonly sides: readonly { readonly value: string; readonly claims: readonly Claim[] }[];
}

export interface View {
  incidents(filter?: Filter): Promise<Page<Incident>>;
  /** Follows an id that was merged or split to what it leads to now; empty when it never was one. */
  incident(id: string): Promise<readonly Incident[]>;
  claims(filter?: Filter): Promise<Page<Claim>>;
  claim(id: string): Promise<Claim | null>;
  claimsById(ids: readonly ClaimId[]): Promise<readonly Claim[]>;
  documents(filter?: Filter): Promise<Page<DocumentRow>>;
  document(id: string, version?: number): Promise<Document | null>;
  /** The bytes as received. */
  original(id: string, version?: number): Promise<Uint8Array | null>;
  relations(claims?: readonly ClaimId[]): Promise<readonly Relation[]>;
  holdings(filter?: Filter): Promise<readonly Holding[]>;
  orders(filter?: Filter): Promise<readonly Order[]>;
  order(id: OrderId): Promise<Order | null>;
  disputes(filter?: Filter): Promise<readonly DisputeRow[]>;
  actors(filter?: Filter): Promise<readonly ActorRow[]>;
  places(filter?: Filter): Promise<readonly PlaceRow[]>;
  sources(filter?: Filter): Promise<readonly SourceRow[]>;
  search(q: string, limit?: number): Promise<readonly Hit[]>;
  decisions(target?: { kind: string; id: string }): Promise<readonly Decision[]>;
  /** since: an ISO day or instant, or a ledger version number. */
  changes(since: string): Promise<readonly Change[]>;
}
