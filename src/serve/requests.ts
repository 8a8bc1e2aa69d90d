// Every question that can be asked of a ledger, once. The command line, the HTTP API, the MCP tools and the reference
// are drawn from this list; to add a question is to add it here.

import { actor } from "./actor.ts";
import { chain } from "./chain.ts";
import { codebook } from "./codebook.ts";
import { actors, claims, documents, incidents, places, sources } from "./lists.ts";
import type { Question } from "./question.ts";
import { claim, document, explain, incident } from "./singles.ts";
import { sitrep } from "./sitrep.ts";
import { changes, control, disputes, orders, search, timeline } from "./standing.ts";
import { tallies } from "./tallies.ts";

export const questions: readonly Question[] = [
  incidents,
  incident,
  claims,
  claim,
  documents,
  document,
  actors,
  actor,
  places,
  sources,
  control,
  orders,
  disputes,
  chain,
  changes,
  search,
  explain,
  timeline,
  tallies,
  sitrep,
  codebook,
];

export const questionNamed = (name: string): Question => {
  const found = questions.find((q) => q.name === name);
  if (!found) throw new Error(`no question is named ${name}`);
  return found;
};
