// The page's own words for what the ledger stores as ids: event types, statuses, precisions, states, slots. A word
// that is not here is shown as its id with spaces, so that a new codebook needs no new page.
import type { Grade, Holding, Slot, Status } from "../../src/model/index.ts";

export const plain = (id: string): string => id.replaceAll("_", " ");
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const EVENTS: Readonly<Record<string, string>> = {
  territory_captured: "Captured",
  territory_transferred: "Moved in unopposed",
  ceasefire_or_agreement: "Truce or agreement",
  riot_or_destruction: "Riot or destruction",
  designation_or_sanction: "Listing or sanction",
  torture_or_abuse: "Torture or abuse",
  casualty_tally: "Running toll",
  holds: "Holds a place",
  flight: "Flight of forces",
};
export const eventWord = (id: string): string => EVENTS[id] ?? capital(plain(id));

/** What each status means, for legends and for readers who ask. */
export const STATUSES: Readonly<Record<Status, { readonly word: string; readonly means: string }>> = {
  corroborated: { word: "Corroborated", means: "two or more independent sources assert it, and nobody denies it" },
  "single-source": { word: "Single source", means: "one source asserts it; outlets that repeat that source add none" },
  disputed: { word: "Disputed", means: "asserted by some and denied by others" },
  denied: { word: "Denied", means: "known only from its denial" },
};
export const GRADES: Readonly<Record<Grade, string>> = {
  confirmed: "confirmed",
  fair: "fair",
  weak: "weak",
  contested: "contested",
  discounted: "discounted",
};
export const SLOTS: Readonly<Record<Slot | "said" | "sources", string>> = {
  event: "what",
  stance: "stance",
  time: "when",
  place: "where",
  actors: "by whom",
  targets: "to whom",
  figures: "how many",
  order: "terms",
  said: "said when",
  sources: "says who",
};
export const slotWord = (slot: string): string => (SLOTS as Readonly<Record<string, string>>)[slot] ?? plain(slot);

export const STANCES: Readonly<Record<string, string>> = {
  asserted: "says it happened",
  denied: "denies it",
  planned: "says it will happen",
  demanded: "calls for it",
};
export const PRECISIONS: Readonly<Record<string, string>> = {
  exact: "",
  near: "near",
  area: "area of",
  region: "somewhere in",
  country: "country only:",
};
export const STATES: Readonly<Record<Holding["state"], string>> = {
  controls: "in control",
  contested: "contesting it",
  besieged: "besieged there",
  present: "present",
  left: "left",
};
export const BASES: Readonly<Record<Holding["basis"], string>> = {
  assessed: "borne out",
  claimed_by_holder: "the holder's own claim",
  claimed_by_other: "claimed by others",
  denied: "denied",
};
export const SOURCE_KINDS: Readonly<Record<string, string>> = {
  armed_group: "armed group",
  social_media: "social media",
  organisation: "organisation",
  unnamed: "not named",
};
export const sourceKind = (kind: string): string => SOURCE_KINDS[kind] ?? plain(kind);

export const ORDER_STATUSES: readonly { readonly id: string; readonly word: string; readonly means: string }[] = [
  { id: "in_force", word: "In force", means: "announced, begun, and not past its last day" },
  { id: "extended", word: "In force, extended", means: "its last day was put back" },
  { id: "unknown", word: "Not known", means: "no account says until when it holds, or whether it began" },
  { id: "proposed", word: "Proposed", means: "offered or asked for, not agreed" },
  { id: "lifted", word: "Lifted", means: "ended by who ordered it" },
  { id: "broken", word: "Broken", means: "said not to be kept" },
  { id: "expired", word: "Expired", means: "its last day has passed" },
];

const SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
export const number = (n: number): string => n.toLocaleString("en-GB");
export const spelled = (n: number): string => SMALL[n] ?? number(n);
/** 'one source', 'three sources', '12 sources'. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${spelled(n)} ${n === 1 ? one : many}`;
export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** The ledger's summary without who told it and how it stands, which the page shows beside it. */
export const headline = (summary: string): string => summary.split("; ")[0]!.replace(/\.$/, "");
