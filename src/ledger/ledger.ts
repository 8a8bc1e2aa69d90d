// The ledger: one file in which documents, claims, decisions and what is judged from them are kept. This is its face;
// each verb is a file of its own beside it. It knows neither how text is read nor how claims are judged.
import type { Claim, Decision, Document, DocumentId, Judge, Note, Sha256 } from "../model/index.ts";
import { asOf } from "./as-of.ts";
import { viewOf } from "./ask.ts";
import { checkedInstant } from "./clock.ts";
import { type Database, openDatabase } from "./database.ts";
import { appendDecision, type Deciding } from "./decide.ts";
import { awaitsJudgement, judgedByOthers, judgeWithin, type Rejudged, rejudge } from "./judging.ts";
import { type Recorded, record, seen, versionFor } from "./record.ts";
import { type Verified, verify } from "./verify.ts";
import { versionOf } from "./versions.ts";
import type { AsOf, View } from "./view.ts";
import type { Names } from "./wanted.ts";

export type { Deciding } from "./decide.ts";
export type { Rejudged } from "./judging.ts";
export type { Recorded } from "./record.ts";
export type { Fault, Verified } from "./verify.ts";
export type { Names } from "./wanted.ts";

export interface Ledger {
  /** The path, or ':memory:'. */
  readonly target: string;
  /** As of now, or as known or recorded by an earlier day. @throws UserError for a day that is none */
  view(as?: AsOf): Promise<View>;
  /** The newest version of a document, its bytes' hash and the stamp it was recorded with; null when it is not there. */
  seen(id: DocumentId): Promise<{ version: number; sha256: Sha256; stamp: string } | null>;
  /** The version that this reading is to be recorded as, which claims' ids hang on: ask before coding. */
  versionFor(document: Document): Promise<number>;
  /**
   * A document with its claims, whole or not at all; judged only by the next `rejudge`.
   * `stamp` (opaque) says what read and coded it, for `seen`.
   */
  record(
    document: Document,
    bytes: Uint8Array,
    claims: readonly Claim[],
    notes: readonly Note[],
    stamp?: string,
  ): Promise<Recorded>;
  /** Judges what has changed since, or everything where that is most of it; without anything new, changes nothing. */
  rejudge(): Promise<Rejudged>;
  /** Whether something came in that has not been judged. */
  awaitsJudgement(): Promise<boolean>;
  /** Appends a decision and judges anew, both or neither. */
  decide(decision: Deciding): Promise<Decision>;
  verify(): Promise<Verified>;
  /** Counts every change; 0 for an empty ledger. */
  version(): Promise<number>;
  close(): Promise<void>;
}

export interface LedgerOptions {
  readonly judge: Judge;
  /** The instant that things are recorded at, ISO in UTC. */
  readonly now?: () => string;
  /** Names that filters know besides those in claims: the gazetteer's and the registry's aliases. */
  readonly names?: Names;
  /** False: a ledger that is not there is refused. */
  readonly create?: boolean;
}

/** How many days' views are kept at hand; a page's slider asks for the same few again and again. */
const VIEWS_KEPT = 4;

interface KeptView {
  readonly key: string;
  readonly db: Promise<Database>;
}

/**
 * target: a file's path; made when it is not there.
 * @throws UserError for postgres://…, a file that is no ledger, one that another program holds
 */
export async function openLedger(target: string, options: LedgerOptions): Promise<Ledger> {
  const db = openDatabase(target, { create: options.create ?? true });
  const { judge, names } = options;
  const now = options.now ?? (() => new Date().toISOString());
  let kept: KeptView[] = [];
  let checked: Promise<void> | null = null;

  // Those that are pushed out are left to the garbage collector: somebody may still be asking them.
  const viewAsOf = async (as: AsOf): Promise<View> => {
    const key = JSON.stringify([await versionOf(db), as.known_by ?? null, as.recorded_by ?? null]);
    const found = kept.find((k) => k.key === key) ?? { key, db: asOf(db, as, judge) };
    kept = [found, ...kept.filter((k) => k !== found)].slice(0, VIEWS_KEPT);
    try {
      return viewOf(await found.db, db, as, names);
    } catch (error) {
      kept = kept.filter((k) => k !== found);
      throw error;
    }
  };

  return {
    target,
    view: async (as = {}) => {
      // A ledger of an older Dateline is judged anew before it is asked: its answers have another shape.
      checked ??= judgedByOthers(db, judge).then(async (others) => {
        if (others) await rejudge(db, judge, now);
      });
      await checked;
      if (as.known_by !== undefined) checkedInstant(as.known_by, "known_by");
      if (as.recorded_by !== undefined) checkedInstant(as.recorded_by, "recorded_by");
      return as.known_by === undefined && as.recorded_by === undefined ? viewOf(db, db, as, names) : await viewAsOf(as);
    },
    seen: (id) => seen(db, id),
    versionFor: (document) => versionFor(db, document),
    record: (document, bytes, claims, notes, stamp = "") => record(db, document, bytes, claims, notes, now(), stamp),
    rejudge: () => rejudge(db, judge, now),
    awaitsJudgement: () => awaitsJudgement(db),
    // In one transaction, under the lock: what is appended is judged by for good, so a decision that the judge fails on
    // must not stay. A ledger could not be judged again with it, nor could the decision be erased.
    decide: (decision) =>
      db.transaction().execute(async (tx) => {
        const appended = await appendDecision(tx, decision, now());
        await judgeWithin(tx, judge, now());
        return appended;
      }),
    verify: () => verify(db),
    version: () => versionOf(db),
    close: async () => {
      const views = kept;
      kept = [];
      for (const view of views) await (await view.db).destroy();
      await db.destroy();
    },
  };
}
