// The way of documents into a ledger: received, read, coded, recorded, one after another, and judged once at the end.
// Each is recorded whole before the next is begun, so whatever stops the run, running it again goes on from there.
// How each step is done is handed in; ingest.ts hands in the real ones.
import type { Ledger } from "../ledger/ledger.ts";
import {
  type Claim,
  type Document,
  documentId,
  documentIdOfBytes,
  type Note,
  type Received,
  sha256,
  UserError,
} from "../model/index.ts";

export type Arrival =
  | { readonly kind: "received"; readonly received: Received }
  | { readonly kind: "refused"; readonly file: string; readonly message: string };

export interface Steps {
  receive(inputs: readonly string[], options: { published?: string }): AsyncIterable<Arrival>;
  read(received: Received): Document;
  code(document: Document): { readonly claims: readonly Claim[]; readonly notes: readonly Note[] };
  /** Names reader, coder and codebook: the same bytes by the same hands need not be coded again. */
  readonly hands: string;
}

export interface TakeInOptions {
  /** The day of publication of whatever does not say its own. */
  readonly published?: string;
  /** ISO instant in UTC of retrieval. */
  readonly now?: () => string;
  /** Called after each document; `documents` counts from 1. */
  readonly onProgress?: (done: { readonly documents: number; readonly file: string }) => void;
  /** Stops after the document in hand (SIGINT); what was recorded is still judged. */
  readonly signal?: AbortSignal;
  /** Reads and codes anew even what has not changed. */
  readonly again?: boolean;
}

export interface Refused {
  readonly file: string;
  readonly message: string;
}
export interface IngestReport {
  readonly documents: number;
  readonly new: number;
  readonly unchanged: number;
  readonly revised: number;
  /** Same bytes, other claims: the codebook or the coder has changed. */
  readonly recoded: number;
  /** Claims and notes of the documents that were read in this run. */
  readonly claims: number;
  readonly notes: number;
  readonly refused: readonly Refused[];
  /** True when it was stopped before its end. */
  readonly stopped: boolean;
}

type Counts = {
  -readonly [K in "documents" | "new" | "unchanged" | "revised" | "recoded" | "claims" | "notes"]: number;
};

/** One document's way; a bug in reading or coding names the file that it was found with. */
async function takeOne(ledger: Ledger, received: Received, steps: Steps, options: TakeInOptions, counts: Counts) {
  const hash = sha256(received.bytes);
  const id = received.id === null ? documentIdOfBytes(hash) : documentId(received.id);
  const stamp = JSON.stringify([steps.hands, received.form, received.charset, received.given]);
  const known = await ledger.seen(id);
  if (!options.again && known?.sha256 === hash && known.stamp === stamp) {
    counts.unchanged++;
    return;
  }
  try {
    const now = options.now ?? (() => new Date().toISOString());
    const read: Document = { ...steps.read(received), id, sha256: hash, retrieved: now() };
    const document: Document = { ...read, version: await ledger.versionFor(read) };
    const { claims, notes } = steps.code(document);
    const { outcome } = await ledger.record(document, received.bytes, claims, notes, stamp);
    counts[outcome]++;
    counts.claims += claims.length;
    counts.notes += document.notes.length + notes.length;
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new Error(`${received.file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** @throws UserError for inputs that cannot be asked for at all; Error, naming the file, for a bug in a step */
export async function takeIn(
  ledger: Ledger,
  inputs: readonly string[],
  steps: Steps,
  options: TakeInOptions = {},
): Promise<IngestReport> {
  const counts: Counts = { documents: 0, new: 0, unchanged: 0, revised: 0, recoded: 0, claims: 0, notes: 0 };
  const refused: Refused[] = [];
  const given = new Map<string, { file: string; hash: string }>();
  let stopped = false;
  const { published } = options;
  for await (const arrival of steps.receive(inputs, published === undefined ? {} : { published })) {
    if (options.signal?.aborted) {
      stopped = true;
      break;
    }
    if (arrival.kind === "refused") {
      refused.push({ file: arrival.file, message: arrival.message });
      continue;
    }
    const { received } = arrival;
    const { id, file } = received;
    const hash = sha256(received.bytes);
    // Of two inputs with one id, neither is a newer version of the other; taken both, each run would swap them.
    const other = id === null ? undefined : given.get(id);
    if (other && other.hash !== hash) {
      refused.push({ file, message: `bears the id '${id}' of ${other.file}, but is not the same document` });
      continue;
    }
    if (id !== null) given.set(id, { file, hash });
    try {
      await takeOne(ledger, received, steps, options, counts);
      counts.documents++;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      refused.push({ file, message: error.message });
    }
    options.onProgress?.({ documents: counts.documents, file });
  }
  await ledger.rejudge();
  return { ...counts, refused, stopped };
}
