// Spans of a passage read as a date, place, actor or figure. A mention is what the words may mean; which place or
// actor it is gets decided in resolve, and `null` there means that nothing decided it.
import type { ActorId, PlaceId } from "./ids.ts";
import type { Evidence, Span } from "./span.ts";
import type { Grain, Interval } from "./when.ts";

export interface DateMention {
  readonly kind: "date";
  readonly span: Span;
  readonly rule: string;
  readonly text: string;
  /** Null where the words need a day to count from and there is none ('on Friday', undated). */
  readonly interval: Interval | null;
  /** How the words bind: `during` a time, `since` it (to publication), `until` it (a deadline). */
  readonly bound: "during" | "since" | "until";
}

export type PlaceKind =
  | "country"
  | "region"
  | "province"
  | "district"
  | "city"
  | "town"
  | "village"
  | "neighbourhood"
  | "camp"
  | "base"
  | "airport"
  | "port"
  | "crossing"
  | "hill"
  | "road"
  | "prison"
  | "water"
  | "site";

/** A place of the gazetteer. `within` is the chain of containers' ids, the nearest first, the country last. */
export interface Place {
  readonly id: PlaceId;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: PlaceKind;
  readonly within: readonly PlaceId[];
  /** ISO 3166 alpha-2, upper case; null for places above countries. */
  readonly country: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly population: number;
}

export type PlaceRole = "at" | "from" | "to" | "near";
export type Precision = "exact" | "near" | "area" | "region" | "country";

export interface PlaceMention {
  readonly kind: "place";
  readonly span: Span;
  readonly rule: string;
  readonly text: string;
  /** As the words name it, without 'the city of' or 'near'. */
  readonly name: string;
  /** What the words call it ('the town of', 'province'); null when they do not say. */
  readonly said: PlaceKind | null;
  readonly role: PlaceRole;
  /** 'near', '45km north of', 'countryside of', 'eastern' widen the place. */
  readonly precision: Precision | null;
  /** Every place of that name that the gazetteer knows, best first once resolved. */
  readonly candidates: readonly Place[];
  /** The place decided on; null where none fits or several fit equally. */
  readonly place: Place | null;
}

/** An actor of the registry (codebook/actors.tsv). */
export interface Actor {
  readonly id: ActorId;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: string;
  /** ISO 3166 alpha-2 of its home state or theatre; null when it has none. */
  readonly country: string | null;
}

export interface ActorMention {
  readonly kind: "actor";
  readonly span: Span;
  readonly rule: string;
  readonly text: string;
  /** The words without article: 'Syrian government forces', 'Rami Abdel Rahman'. */
  readonly name: string;
  readonly actor: Actor | null;
  readonly sort: "force" | "state" | "organisation" | "person" | "group" | "source";
}

export type Measure =
  | "killed"
  | "injured"
  | "captured"
  | "surrendered"
  | "fled"
  | "displaced"
  | "missing"
  | "detained"
  | "protesters"
  | "participants"
  | "settlements"
  | "sites"
  | "money";
export type Group =
  | "civilians"
  | "combatants"
  | "soldiers"
  | "police"
  | "militants"
  | "officials"
  | "journalists"
  | "children"
  | "women"
  | "people"
  | "protesters"
  | "unknown";

export interface FigureMention {
  readonly kind: "figure";
  readonly span: Span;
  readonly rule: string;
  readonly text: string;
  readonly min: number;
  /** Null: at least `min`. */
  readonly max: number | null;
  readonly approx: boolean;
  /** Null where the words beside the number do not say what is counted. */
  readonly measure: Measure | null;
  readonly group: Group;
  /** The span of the larger figure of which this one is a part ('727 people ... 111 of them civilians'). */
  readonly of: Span | null;
}

export type Mention = DateMention | PlaceMention | ActorMention | FigureMention;
export type { Evidence, Grain };
