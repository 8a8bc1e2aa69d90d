// What resolve is told and what it answers: the contract between the pure half and the ledger, which hands over what
// it holds and stores what comes back without knowing how it was judged.
import type { Claim } from "./claim.ts";
import type { Decision } from "./decision.ts";
import type { Document } from "./document.ts";
import type { ClaimId, DocumentId, IncidentId, OrderId } from "./ids.ts";
import type { Holding, Incident, IncidentChange, Order, Relation } from "./incident.ts";

/** An id given out before, and the claims it then headed. */
export interface Minted<Id> {
  readonly id: Id;
  readonly claims: readonly ClaimId[];
}

export interface Told {
  /** The newest version of each document. */
  readonly documents: readonly Document[];
  readonly claims: readonly Claim[];
  readonly decisions: readonly Decision[];
  readonly incidents: readonly Minted<IncidentId>[];
  readonly orders: readonly Minted<OrderId>[];
}

export interface Judgement {
  readonly incidents: readonly Incident[];
  readonly relations: readonly Relation[];
  readonly holdings: readonly Holding[];
  readonly orders: readonly Order[];
  readonly changes: readonly IncidentChange[];
  readonly copies: readonly { readonly document: DocumentId; readonly of: readonly DocumentId[] }[];
}

export type Judge = (told: Told) => Judgement;
