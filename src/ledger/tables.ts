// The ledger's tables as Kysely sees them; the columns are made in migrations/. Booleans are 0 and 1, columns that say
// so hold JSON, and days and instants are ISO text, so that they compare as text.
import type { Generated } from "kysely";

type Flag = 0 | 1;

export interface OriginalTable {
  sha256: string;
  length: number;
  bytes: Uint8Array;
}

export interface DocumentTable {
  row: Generated<number>;
  id: string;
  version: number;
  /** 1 for the newest version of its id. */
  latest: Flag;
  sha256: string;
  file: string;
  outlet: string | null;
  outlet_plain: string | null;
  title: string | null;
  url: string | null;
  lang: string | null;
  published: string | null;
  published_basis: "given" | "metadata" | "text" | null;
  retrieved: string | null;
  text: string;
  /** Of the text, in UTF-16 units; SQLite's own length() counts code points. */
  length: number;
  /** JSON: Part[] */
  parts: string;
  /** JSON: Run[] */
  map: string;
  /** JSON: string[] */
  credits: string;
  /** JSON: DocumentId[], as last judged */
  copies: string;
  /** Fingerprint of everything that reading made of the bytes. */
  reading: string;
  /** What read and coded it, and what was said of it from outside; the same stamp need not be coded again. */
  stamp: string;
  recorded: string;
  sort: string;
}

export interface NoteTable {
  document: string;
  version: number;
  stage: "read" | "code";
  position: number;
  kind: string;
  message: string;
  start: number | null;
  end: number | null;
}

export interface ClaimTable {
  row: number;
  id: string;
  document: string;
  version: number;
  event: string;
  stance: string;
  background: Flag;
  start: number;
  end: number;
  time_start: string | null;
  time_end: string | null;
  quote: string;
  /** Names of its places, actors, targets and sources, for search. */
  names: string;
  /** JSON: Claim */
  body: string;
  recorded: string;
  /** When it left judgement; null while it is in it. */
  withdrawn: string | null;
  /** Why it left: its document has a newer version, or was coded again. */
  ended: "version" | "coding" | null;
  /** The claim that says the same in the newer version or coding. */
  successor: string | null;
  sort: string;
}

export interface ClaimPlaceTable {
  claim: number;
  key: string;
  id: string | null;
  name: string;
  kind: string | null;
  /** JSON: string[] */
  within: string;
  lat: number | null;
  lon: number | null;
}
export interface ClaimActorTable {
  claim: number;
  key: string;
  id: string | null;
  name: string;
  role: "actor" | "target";
}
export interface ClaimSourceTable {
  claim: number;
  key: string;
  id: string | null;
  name: string;
  kind: string;
}
/** Every spelling met, plain, and the keys it stands for. */
export interface TermTable {
  kind: "place" | "actor" | "source";
  plain: string;
  key: string;
}
export interface PlaceWithinTable {
  place: string;
  container: string;
}

export interface IncidentTable {
  id: string;
  event: string;
  status: string;
  tally: Flag;
  background: Flag;
  time_start: string | null;
  time_end: string | null;
  /** JSON: Incident */
  body: string;
  sort: string;
}
export interface IncidentClaimTable {
  incident: string;
  claim: string;
}
export interface IncidentPlaceTable {
  incident: string;
  key: string;
}
export interface IncidentActorTable {
  incident: string;
  key: string;
}
export interface IncidentLogTable {
  position: Generated<number>;
  version: number;
  at: string;
  id: string;
  change: "minted" | "merged" | "split" | "withdrawn";
  /** JSON: IncidentId[] */
  into: string;
}

export interface RelationTable {
  from_claim: string;
  to_claim: string;
  kind: string;
  /** JSON: Relation */
  body: string;
}
/** Holdings are few: they are kept as JSON and filtered as they are read. */
export interface HoldingTable {
  id: string;
  /** The place whose history it is part of. */
  ground: string;
  sort: string;
  /** JSON: Holding */
  body: string;
}
export interface OrderTable {
  id: string;
  /** The key of the orders that it was gathered with. */
  key: string;
  sort: string;
  /** JSON: Order */
  body: string;
}

/** Where a document or claim was placed by the judge. */
export interface PlacingTable {
  row: Generated<number>;
  kind: "document" | "claim";
  id: string;
  head: string;
  /** JSON: string[] */
  why: string;
  order: string | null;
}
export interface PlacingKeyTable {
  key: number;
  /** 0: found under it; 1: looks under it. */
  side: Flag;
  placing: number;
}
/** The day and place by which parts find their wholes. */
export interface IncidentSiteTable {
  incident: string;
  day: string;
  place: string;
  /** 1 for the place itself, 0 for what contains it. */
  own: Flag;
}
export interface ClaimGroundTable {
  claim: string;
  ground: string;
}
/** What analysts rejected, a row for each claim that it rests on. */
export interface RejectedTable {
  kind: "incident" | "holding" | "order";
  id: string;
  claim: string;
  filed: string;
}
/** What came in, went, or was decided on since the last judgement. */
export interface UnjudgedTable {
  kind: "document" | "claim" | "incident" | "ground" | "order";
  id: string;
}
export interface JudgedByTable {
  stamp: string;
}

export interface DecisionTable {
  position: Generated<number>;
  id: string;
  by: string;
  at: string;
  target_kind: string;
  target_id: string;
  slot: string | null;
  op: string;
  /** JSON */
  value: string;
  reason: string;
  recorded: string;
}

export interface VersionTable {
  version: number;
  at: string;
  /** 'judge' changes what is concluded; the others change what is concluded from. */
  cause: "record" | "decide" | "judge";
}
export interface ChangeTable {
  position: Generated<number>;
  version: number;
  at: string;
  kind: "document" | "claim" | "incident" | "decision";
  id: string;
  change: string;
  /** JSON: string[] */
  into: string;
  summary: string;
}

export interface Tables {
  originals: OriginalTable;
  documents: DocumentTable;
  notes: NoteTable;
  claims: ClaimTable;
  claim_places: ClaimPlaceTable;
  claim_actors: ClaimActorTable;
  claim_sources: ClaimSourceTable;
  terms: TermTable;
  place_within: PlaceWithinTable;
  incidents: IncidentTable;
  incident_claims: IncidentClaimTable;
  incident_places: IncidentPlaceTable;
  incident_actors: IncidentActorTable;
  incident_log: IncidentLogTable;
  relations: RelationTable;
  holdings: HoldingTable;
  orders: OrderTable;
  placings: PlacingTable;
  placing_keys: PlacingKeyTable;
  claim_grounds: ClaimGroundTable;
  incident_sites: IncidentSiteTable;
  rejected: RejectedTable;
  unjudged: UnjudgedTable;
  judged_by: JudgedByTable;
  decisions: DecisionTable;
  versions: VersionTable;
  changes: ChangeTable;
}
