// The nouns of the ledger, and tiny constructors. Nothing here imports from the rest of the project.
export * from "./actor-relation.ts";
export type * from "./claim.ts";
export type * from "./decision.ts";
export type * from "./document.ts";
export * from "./ids.ts";
export type * from "./incident.ts";
export type * from "./judgement.ts";
export type * from "./mention.ts";
export type * from "./note.ts";
export type * from "./passage.ts";
export * from "./span.ts";
export * from "./user-error.ts";
export * from "./when.ts";
