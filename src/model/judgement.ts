// What resolve is told and what it answers: the contract between the pure half and the ledger, which hands over what
// it holds and stores what comes back without knowing how it was judged. Everything can be judged at once, or only what
// changed with what lies around it; both come to the same.
import type { Claim } from "./claim.ts";
import type { Decision } from "./decision.ts";
import type { Document } from "./document.ts";
import type { ClaimId, DocumentId, HoldingId, IncidentId, OrderId } from "./ids.ts";
import type { Holding, Incident, IncidentChange, Order, Relation } from "./incident.ts";
import type { Day } from "./when.ts";

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

/** Where a document or claim was placed. */
export interface Placement {
  /** The first of those that it belongs with. */
  readonly head: string;
  readonly why: readonly string[];
  /** A claim of an order: those of one key are gathered together. */
  readonly order: string | null;
}
/** The same, with the keys under which neighbours find each other. */
export interface Placing extends Placement {
  readonly id: string;
  /** Found under these, and looking under those. */
  readonly homes: readonly number[];
  readonly haunts: readonly number[];
}
/** By key, the documents or claims that are found under it, and those that look under it. */
export interface Filed {
  readonly homes: ReadonlyMap<number, readonly string[]>;
  readonly haunts: ReadonlyMap<number, readonly string[]>;
}

export interface Judgement {
  readonly incidents: readonly Incident[];
  readonly relations: readonly Relation[];
  readonly holdings: readonly Holding[];
  readonly orders: readonly Order[];
  readonly changes: readonly IncidentChange[];
  readonly copies: readonly { readonly document: DocumentId; readonly of: readonly DocumentId[] }[];
  /** What judging a part later needs to know of the whole. */
  readonly placed: { readonly documents: readonly Placing[]; readonly claims: readonly Placing[] };
  /** The place, by its key, whose history each holding is part of, and the places whose histories each claim tells. */
  readonly grounds: {
    readonly holdings: ReadonlyMap<HoldingId, string>;
    readonly claims: ReadonlyMap<ClaimId, readonly string[]>;
  };
  /** What analysts rejected: told no more, but its id is still its own, and a decision can take it up again. */
  readonly rejected: readonly Rejected[];
  /** The key that each order was gathered under. */
  readonly orderKeys: ReadonlyMap<OrderId, string>;
  /** The day and place by which parts find their wholes. */
  readonly sites: ReadonlyMap<IncidentId, IncidentSite>;
}

export interface Rejected {
  readonly kind: "incident" | "holding" | "order";
  readonly id: string;
  readonly claims: readonly ClaimId[];
  /** The ground of a holding, the key of an order; empty for an incident. */
  readonly filed: string;
}

export interface IncidentSite {
  readonly day: Day;
  readonly place: string;
  readonly within: readonly string[];
}

/** Something of the ledger that judging a part wants to have at hand. What belongs to one head is handed over whole. */
export type Want =
  /** Documents, or claims, that are found under the key, or that look under it. */
  | { readonly kind: "document_key" | "claim_key"; readonly side: keyof Filed; readonly key: number }
  /** What was judged of all that is here: ids, grounds, parts. Until it is asked for, it may be left out. */
  | { readonly kind: "judged" }
  | { readonly kind: "claim"; readonly claim: ClaimId }
  /** The keys under which a claim was found when it was placed last. */
  | { readonly kind: "former"; readonly claim: ClaimId }
  /** A document's claims. */
  | { readonly kind: "document"; readonly document: DocumentId }
  /** The claims of documents that copy it. */
  | { readonly kind: "copies"; readonly document: DocumentId }
  /** Claims that tell the history of this place. */
  | { readonly kind: "ground"; readonly ground: string }
  /** Incidents of that day at that place, or also within it. */
  | { readonly kind: "day"; readonly day: Day; readonly place: string; readonly within: boolean }
  /** Claims of orders of one key. */
  | { readonly kind: "orders"; readonly key: string };

/** What has changed since the last judgement; of claims also those that are no more, and those newly decided on. */
export interface Changed {
  readonly documents: ReadonlySet<DocumentId>;
  readonly claims: ReadonlySet<ClaimId>;
  readonly incidents: ReadonlySet<IncidentId>;
  readonly grounds: ReadonlySet<string>;
  readonly orders: ReadonlySet<string>;
}

/** A part of the ledger: what changed, and what was wanted around it. */
export interface Surroundings extends Told {
  readonly changed: Changed;
  /** As last judged, of all that is here and of what is here no more. */
  readonly placed: {
    readonly documents: ReadonlyMap<string, Placement>;
    readonly claims: ReadonlyMap<string, Placement>;
  };
  /** What lies under the wanted keys. */
  readonly filed: {
    readonly documents: Filed;
    readonly claims: Filed;
  };
  /** The keys under which what has changed, and what was wanted so, was found. */
  readonly former: ReadonlyMap<string, readonly number[]>;
  /** The grounds that each claim here, or here no more, was filed under. */
  readonly grounds: ReadonlyMap<ClaimId, readonly string[]>;
  /** Parts and wholes as last judged, with an end here. */
  readonly parts: readonly Relation[];
  /** Only what the wanted orders rest on. */
  readonly ordering: readonly Claim[];
  /** Ids given out before that one of these claims could bear. */
  readonly taken: readonly string[];
  has(want: Want): boolean;
}

/** Stands in the place of what was judged before with one of these ids or keys, or of these claims. */
export interface PartJudged extends Judgement {
  readonly replaced: {
    readonly incidents: readonly IncidentId[];
    /** Relations from or to them, of every kind but copies. */
    readonly claims: ReadonlySet<ClaimId>;
    readonly copies: ReadonlySet<ClaimId>;
    readonly grounds: ReadonlySet<string>;
    readonly orders: ReadonlySet<string>;
  };
}

export interface Judge {
  /** Names the rules: what was judged by others is judged anew. */
  readonly stamp: string;
  readonly all: (told: Told) => Judgement;
  /** Says what it lacks, until it has it. A judge without it judges everything, every time. */
  readonly part?: (surroundings: Surroundings) => PartJudged | readonly Want[];
}
