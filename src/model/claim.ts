// One event as one source tells it in one document: the ledger's atom. Every slot carries the words it rests on (`at`)
// and the rule that read them (`rule`); every unknown is null or empty, never a guess.
import type { ActorId, ClaimId, DocumentId, EventId, PlaceId } from "./ids.ts";
import type { Group, Measure, PlaceKind, PlaceRole, Precision } from "./mention.ts";
import type { Evidence, TextOffset } from "./span.ts";
import type { Day, When } from "./when.ts";

export type Stance = "asserted" | "denied" | "planned" | "demanded";
export type Hedge = "reportedly" | "unverified" | "allegedly" | "apparently" | "possibly";

export interface ClaimPlace extends Evidence {
  readonly name: string;
  /** The name as this text spells it, where that differs from the gazetteer's. */
  readonly aliases: readonly string[];
  /** Null where the name is in no gazetteer, or fits several places equally. */
  readonly id: PlaceId | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly kind: PlaceKind | null;
  /** Containers' names, the nearest first. */
  readonly within: readonly string[];
  readonly within_ids: readonly PlaceId[];
  readonly precision: Precision;
  readonly role: PlaceRole;
  readonly text: string;
  /** Other places that the name could have meant, best first. */
  readonly runners_up: readonly { readonly id: PlaceId; readonly name: string }[];
}

export interface Party extends Evidence {
  readonly name: string;
  readonly id: ActorId | null;
  readonly aliases: readonly string[];
  readonly text: string;
}

export interface SourceLink extends Evidence {
  readonly name: string;
  readonly id: ActorId | null;
  readonly aliases: readonly string[];
  readonly kind:
    | "monitor"
    | "official"
    | "armed_group"
    | "agency"
    | "outlet"
    | "person"
    | "witness"
    | "unnamed"
    | "social_media"
    | "organisation";
  readonly text: string;
}

export interface Figure extends Evidence {
  readonly measure: Measure;
  readonly min: number;
  /** Null: at least `min`. */
  readonly max: number | null;
  readonly group: Group;
  /** The larger figure's min, when this one is part of it. */
  readonly of: number | null;
  readonly approx: boolean;
  readonly text: string;
}

export type OrderKind = "amnesty" | "curfew" | "closure" | "advisory" | "ceasefire" | "evacuation";
export type OrderStatus = "proposed" | "in_force" | "extended" | "lifted" | "broken" | "expired";

export interface Term extends Evidence {
  readonly text: string;
}
export interface DayTerm extends Term {
  readonly day: Day;
}

export interface OrderTerms {
  readonly kind: OrderKind;
  readonly issuer: readonly Party[];
  readonly for: readonly Party[];
  readonly grants: readonly Term[];
  readonly conditions: readonly Term[];
  readonly exceptions: readonly Term[];
  readonly place: ClaimPlace | null;
  readonly announced: Day | null;
  readonly from: Day | null;
  /** The last day on which it holds. */
  readonly until: Day | null;
  readonly until_evidence: Evidence | null;
  /** '8 pm to 5 am', as the words give it. */
  readonly hours: string | null;
  readonly status: OrderStatus;
}

export interface Acled {
  readonly type: string;
  readonly sub_type: string;
}

export interface Claim {
  readonly id: ClaimId;
  readonly document: DocumentId;
  readonly version: number;
  /** Verbatim in Document.text, from start to end. */
  readonly quote: string;
  readonly start: TextOffset;
  readonly end: TextOffset;
  readonly event: EventId;
  /** The words that made it this event. */
  readonly event_evidence: Evidence;
  readonly acled: Acled | null;
  readonly plover: string | null;
  readonly stance: Stance;
  readonly stance_evidence: Evidence | null;
  readonly background: boolean;
  readonly hedge: Hedge | null;
  readonly time: When | null;
  /** When the source said it. */
  readonly said: When | null;
  readonly places: readonly ClaimPlace[];
  readonly actors: readonly Party[];
  readonly targets: readonly Party[];
  /** From the one who knows to the one who passed it on; [] is the outlet's own voice. */
  readonly sources: readonly SourceLink[];
  readonly figures: readonly Figure[];
  readonly order: OrderTerms | null;
  /** For `holds` and the territorial events: how the actor stands in the place. */
  readonly holding: "controls" | "contested" | "besieged" | "present" | "left" | null;
  /** name@version of the coder. */
  readonly coder: string;
  readonly codebook: string;
}
