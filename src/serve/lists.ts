// The questions that give rows of one kind: incidents, claims, documents, actors, places, sources. What a row looks
// like is the model's and the ledger's business; here stands only what may be asked.
import { z } from "zod";
import { knownEvent } from "./codebook.ts";
import { clocks, filters, paging } from "./parameters.ts";
import { filterOf, paged, question } from "./question.ts";

const { event, status, stance, place, actor, source, outlet, document, incident, from, to, at, background, tally, q } =
  filters;
const happened = { from, to, at };

export const incidents = question({
  name: "incidents",
  path: "/incidents",
  command: "incidents",
  help: "Happenings, each with its status, independent sources, figures and disputes",
  parameters: z.strictObject({
    event,
    status,
    place,
    actor,
    source,
    outlet,
    document,
    ...happened,
    background,
    tally,
    q,
    ...paging,
    ...clocks,
  }),
  answer: (view, codebook, p) => {
    knownEvent(codebook, p.event);
    return view.incidents(filterOf(p, "paged"));
  },
});

export const claims = question({
  name: "claims",
  path: "/claims",
  command: "claims",
  help: "What each source says, one event as one source tells it in one document",
  parameters: z.strictObject({
    event,
    stance,
    place,
    actor,
    source,
    outlet,
    document,
    incident,
    ...happened,
    background,
    tally,
    q,
    ...paging,
    ...clocks,
  }),
  answer: (view, codebook, p) => {
    knownEvent(codebook, p.event);
    return view.claims(filterOf(p, "paged"));
  },
});

export const documents = question({
  name: "documents",
  path: "/documents",
  command: "documents",
  help: "What was received, newest version of each, with its notes",
  parameters: z.strictObject({
    outlet,
    source,
    place,
    actor,
    event,
    from: from.describe("published on or after this day"),
    to: to.describe("published on or before this day"),
    q,
    ...paging,
    ...clocks,
  }),
  answer: (view, codebook, p) => {
    knownEvent(codebook, p.event);
    return view.documents(filterOf(p, "paged"));
  },
});

export const actors = question({
  name: "actors",
  path: "/actors",
  command: "actors",
  help: "Who acts and who is acted on, with the number of claims and incidents",
  parameters: z.strictObject({ event, place, actor, source, ...happened, q, ...paging, ...clocks }),
  answer: async (view, codebook, p) => {
    knownEvent(codebook, p.event);
    return paged(await view.actors(filterOf(p)), p.limit, p.cursor);
  },
});

export const places = question({
  name: "places",
  path: "/places",
  command: "places",
  help: "Where things happen, with what contains the place and who holds it",
  parameters: z.strictObject({ event, place, actor, source, ...happened, q, ...paging, ...clocks }),
  answer: async (view, codebook, p) => {
    knownEvent(codebook, p.event);
    return paged(await view.places(filterOf(p)), p.limit, p.cursor);
  },
});

export const sources = question({
  name: "sources",
  path: "/sources",
  command: "sources",
  help: "Who says so: how many claims each made, how many others bore out, how many were denied",
  parameters: z.strictObject({ event, place, actor, source, outlet, ...happened, q, ...paging, ...clocks }),
  answer: async (view, codebook, p) => {
    knownEvent(codebook, p.event);
    return paged(await view.sources(filterOf(p)), p.limit, p.cursor);
  },
});
