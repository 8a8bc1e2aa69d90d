// What the sections of a situation report are written from. Types only.
import type { DisputeRow } from "../../ledger/view.ts";
import type { Claim, Day, Document, Holding, Incident, Order } from "../../model/index.ts";
import type { Citations, Cited } from "./report.ts";

/** An order with its status on the last day of the report. */
export type OrderOn = Omit<Order, "status"> & { readonly status: string };

/** Everything that a report stands on, as of one view of the ledger. */
export interface Ground {
  readonly from: Day;
  readonly to: Day;
  readonly known_by: string | null;
  readonly incidents: readonly Incident[];
  readonly holdings: readonly Holding[];
  readonly orders: readonly OrderOn[];
  readonly disputes: readonly DisputeRow[];
  readonly claims: ReadonlyMap<string, Claim>;
  readonly documents: readonly (Cited & Pick<Document, "notes" | "lang">)[];
}

/** What each section writes from: the ground, its part in the window, and the shared list of citations. */
export interface Desk extends Ground {
  readonly cite: Citations;
  /** In the window, neither running totals nor background, oldest first. */
  readonly happened: readonly Incident[];
}
