// The questions about how things stand and how the ledger changed: who holds what, which orders bind, what is disputed,
// what is new, what a search finds, and how many incidents a day saw.
import { z } from "zod";
import type { OpenDays } from "../codebook/judgement.ts";
import type { Day, Incident, Order } from "../model/index.ts";
import { holdingsAt } from "../resolve/control.ts";
import { orderStatus, untilOn } from "../resolve/order-status.ts";
import { knownEvent } from "./codebook.ts";
import { type HeldAs, withAccounts } from "./held.ts";
import { at, clocks, filters, paging, place, q, since, window } from "./parameters.ts";
import { all, filterOf, paged, question } from "./question.ts";

/** An order as it stands on a day: its status and its end are that day's. */
export const orderAt = (
  order: Order,
  on: Day,
  openDays: OpenDays,
): Omit<Order, "status"> & { readonly status: string } => ({
  ...order,
  until: untilOn(order, on),
  status: orderStatus(order, on, openDays),
});

export const control = question({
  name: "control",
  path: "/control",
  command: "control",
  help: "Who holds what, by whose account; without a day, every holding; with a place, its history with every account cited",
  parameters: z.strictObject({ at: at.optional(), place, actor: filters.actor, ...paging, ...clocks }),
  answer: async (view, _codebook, p) => {
    const holdings = await view.holdings({
      ...(p.place ? { place: p.place } : {}),
      ...(p.actor ? { actor: p.actor } : {}),
    });
    const page = paged<HeldAs>(p.at ? holdingsAt(holdings, p.at as Day) : holdings, p.limit, p.cursor);
    return p.place ? { ...page, rows: await withAccounts(view, page.rows) } : page;
  },
});

export const orders = question({
  name: "orders",
  path: "/orders",
  command: "orders",
  help: "Amnesties, curfews, advisories and ceasefires, each with its status on the day asked for",
  parameters: z.strictObject({
    at,
    place,
    status: z
      .enum(["proposed", "in_force", "extended", "lifted", "broken", "expired", "unknown"])
      .optional()
      .describe("only orders of this status on that day"),
    ...paging,
    ...clocks,
  }),
  answer: async (view, codebook, p) => {
    const all = await view.orders(p.place ? { place: p.place } : {});
    // An order that nobody had announced yet on the day is no order of that day.
    const told = (o: Order): string | null =>
      o.announced ?? o.from ?? o.steps.flatMap((s) => s.day ?? []).sort()[0] ?? null;
    const known = all.filter((o) => (told(o) ?? "") <= p.at);
    const rows = known.map((o) => orderAt(o, p.at as Day, codebook.judgement.orders.open_days));
    return paged(p.status ? rows.filter((o) => o.status === p.status) : rows, p.limit, p.cursor);
  },
});

export const disputes = question({
  name: "disputes",
  path: "/disputes",
  command: "disputes",
  help: "Claims against denials, and slots on which accounts disagree, side by side",
  parameters: z.strictObject({
    event: filters.event,
    place,
    actor: filters.actor,
    source: filters.source,
    ...window,
    ...paging,
    ...clocks,
  }),
  answer: async (view, codebook, p) => {
    knownEvent(codebook, p.event);
    return paged(await view.disputes(filterOf(p)), p.limit, p.cursor);
  },
});

export const changes = question({
  name: "changes",
  path: "/changes",
  command: "changes",
  help: "What the ledger newly says, no longer says, or says differently since a day or version",
  thin: "A cell that changed shows as the row 'revised'; the old and new values side by side come later.",
  parameters: z.strictObject({ since, ...paging }),
  answer: async (view, _codebook, p) => paged(await view.changes(p.since), p.limit, p.cursor),
});

export const search = question({
  name: "search",
  path: "/search",
  command: "search <q>",
  help: "Documents and claims that hold the words",
  parameters: z.strictObject({ q, limit: paging.limit, ...clocks }),
  answer: async (view, _codebook, p) => {
    const limit = p.limit ?? 50;
    const hits = await view.search(p.q, limit);
    return { rows: hits, total: hits.length, next: null };
  },
});

/** How many incidents of one event type began on one day. */
export interface DayCount {
  readonly day: Day;
  readonly event: Incident["event"];
  readonly incidents: number;
  readonly disputed: number;
}

/** Counts by day of beginning; an incident whose time is wider than a day is counted apart, never spread over days. */
export function dayCounts(incidents: readonly Incident[]): { rows: DayCount[]; undated: number; wider: number } {
  const counts = new Map<string, DayCount>();
  let undated = 0;
  let wider = 0;
  for (const i of incidents) {
    if (!i.time) undated += 1;
    else if (i.time.start !== i.time.end) wider += 1;
    else {
      const key = `${i.time.start} ${i.event}`;
      const old = counts.get(key) ?? { day: i.time.start, event: i.event, incidents: 0, disputed: 0 };
      const disputed = i.status === "disputed" || i.status === "denied" ? 1 : 0;
      counts.set(key, { ...old, incidents: old.incidents + 1, disputed: old.disputed + disputed });
    }
  }
  const rows = [...counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  return { rows, undated, wider };
}

export const timeline = question({
  name: "timeline",
  path: "/timeline",
  command: "timeline",
  help: "How many incidents of each type began on each day; running totals and background left out",
  parameters: z.strictObject({ event: filters.event, place, actor: filters.actor, ...window, ...clocks }),
  answer: async (view, codebook, p) => {
    knownEvent(codebook, p.event);
    const filter = filterOf(p);
    const incidents = await all((cursor) =>
      view.incidents({ ...filter, tally: false, background: false, limit: 1000, ...(cursor ? { cursor } : {}) }),
    );
    const { rows, undated, wider } = dayCounts(incidents);
    return { rows, total: rows.length, next: null, undated, wider };
  },
});
