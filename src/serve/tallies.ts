// The question that holds each running total against the incidents of its span and place. The sums are tally-check.ts's.
import { z } from "zod";
import { tallyChecks } from "../resolve/tally-check.ts";
import { clocks, filters, paging, place, window } from "./parameters.ts";
import { paged, question } from "./question.ts";

export const tallies = question({
  name: "tallies",
  path: "/tallies",
  command: "tallies",
  help: "Running totals of a campaign or war, each beside what the ledger's incidents of its span and place sum to",
  parameters: z.strictObject({ place, source: filters.source, ...window, ...paging, ...clocks }),
  answer: async (view, _codebook, { limit, cursor, place: where, source, from, to }) => {
    const asked = {
      ...(where ? { place: where } : {}),
      ...(source ? { source } : {}),
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
    };
    const tallies = (await view.incidents({ ...asked, tally: true })).rows;
    if (tallies.length === 0) return paged([], limit, cursor);
    const incidents = (await view.incidents({ tally: false, background: false })).rows;
    const claims = await view.claimsById(tallies.flatMap((t) => t.claims));
    // What sums up the strikes of a province would count them a second time.
    const wholes = (await view.relations()).filter((r) => r.kind === "part_of" && r.slots.includes("place"));
    return paged(tallyChecks(tallies, incidents, claims, new Set(wholes.map((r) => r.to))), limit, cursor);
  },
});
