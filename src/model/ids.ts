// Branded ids: a claim's id cannot be handed where an incident's is asked for. Ids are made here and nowhere else,
// by hashing what they stand for, so that the same input always bears the same ids.
import { createHash } from "node:crypto";

declare const brand: unique symbol;
type Branded<T, B extends string> = T & { readonly [brand]: B };

export type DocumentId = Branded<string, "document">;
export type ClaimId = Branded<string, "claim">;
export type IncidentId = Branded<string, "incident">;
export type OrderId = Branded<string, "order">;
export type HoldingId = Branded<string, "holding">;
export type DecisionId = Branded<string, "decision">;
export type PlaceId = Branded<string, "place">;
export type ActorId = Branded<string, "actor">;
/** An event type's id in the codebook, such as `air_strike`. */
export type EventId = Branded<string, "event">;
/** SHA-256 in lower-case hex. */
export type Sha256 = Branded<string, "sha256">;

export const documentId = (given: string): DocumentId => given as DocumentId;
export const placeId = (given: string): PlaceId => given as PlaceId;
export const actorId = (given: string): ActorId => given as ActorId;
export const eventId = (given: string): EventId => given as EventId;

export const sha256 = (bytes: string | Uint8Array): Sha256 =>
  createHash("sha256").update(bytes).digest("hex") as Sha256;

// Sixteen hex digits (64 bits) keep links short; a ledger of ten million rows meets a collision about once in 370,000.
const short = (kind: string, parts: readonly (string | number)[]): string =>
  `${kind}-${sha256(parts.join("\u001f")).slice(0, 16)}`;

/** A document without an id of its own is named by its bytes. */
export const documentIdOfBytes = (hash: Sha256): DocumentId => `d-${hash.slice(0, 16)}` as DocumentId;

/** `discriminator` tells apart claims of one event and span that differ in who says so (see interface.md, Identity). */
export const claimId = (
  document: DocumentId,
  version: number,
  event: EventId,
  start: number,
  end: number,
  discriminator = "",
): ClaimId => short("c", [document, version, event, start, end, discriminator]) as ClaimId;

/** Minted once, from the first claim that made the incident; kept from then on whatever joins it. */
export const mintIncidentId = (first: ClaimId): IncidentId => short("i", [first]) as IncidentId;
export const mintOrderId = (first: ClaimId): OrderId => short("o", [first]) as OrderId;
export const holdingId = (place: string, holder: string, from: string, basis: string): HoldingId =>
  short("h", [place, holder, from, basis]) as HoldingId;
export const decisionId = (parts: readonly string[]): DecisionId => short("x", parts) as DecisionId;
