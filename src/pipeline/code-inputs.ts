// Reads and codes inputs without a ledger, one after another: `dateline code`, and whoever wants claims and no file.
// Nothing is stored or judged here; ingest.ts is the way into a ledger.
import type { Codebook } from "../codebook/load.ts";
import type { Claim, Document, Note } from "../model/index.ts";
import { read } from "../text/read.ts";
import { codeDocument } from "./code.ts";
import { type ReceiveOptions, receive } from "./receive.ts";

export type Coded =
  | {
      readonly kind: "coded";
      readonly document: Document;
      readonly claims: readonly Claim[];
      /** The document's own notes and those of coding it. */
      readonly notes: readonly Note[];
    }
  | { readonly kind: "refused"; readonly file: string; readonly message: string };

/** Yields each document with its claims as it is coded, and what was refused where it was met. */
export async function* codeInputs(
  inputs: readonly string[],
  codebook: Codebook,
  options: ReceiveOptions = {},
): AsyncGenerator<Coded> {
  for await (const outcome of receive(inputs, { boilerplate: codebook.boilerplate, ...options })) {
    if (outcome.kind === "refused") {
      yield outcome;
      continue;
    }
    const document = read(outcome.received, codebook.boilerplate);
    const { claims, notes } = codeDocument(document, codebook);
    yield { kind: "coded", document, claims, notes: [...document.notes, ...notes] };
  }
}
