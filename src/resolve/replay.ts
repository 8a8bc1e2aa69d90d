// A fold that can be taken up again. Rows are placed one after another in a fixed order, each under the head of a group, by
// looking only at earlier rows that share a key with it. When some rows are new, changed or gone, only they and those that
// see a group so changed are placed anew; the outcome is that of placing everything from the start. Knows nothing of what
// the rows are; says which neighbours it lacks where it was not given them.
import type { Filed } from "../model/index.ts";

/** A row of the fold: it is found under its homes, and looks under its haunts. Of most rows nobody asks for either. */
export interface Row {
  readonly id: string;
  readonly homes: () => readonly number[];
  readonly haunts: () => readonly number[];
}
export interface Placed {
  /** The first row of the group that it belongs to; its own id where it begins one. */
  readonly head: string;
  readonly why: readonly string[];
}
/** A row that was, where it was, and what it was found under. */
export interface Gone {
  readonly id: string;
  readonly head: string;
  readonly homes: readonly number[];
}

/** What a row may look at: all of it earlier in the order than the row itself. */
export interface Earlier<T> {
  /** Rows that share a key with it, in order; of each key the first so many. */
  near(most?: number): readonly T[];
  /** The last of those. */
  last(): T | null;
  headOf(row: T): string;
  /** In order; the head comes first. */
  membersOf(head: string): readonly T[];
  /** The head of a group itself. */
  first(head: string): T;
}

export interface Fold<T extends Row> {
  /** Whether a row looks at whole groups, or only at the rows that share a key with it. */
  readonly groups: boolean;
  readonly order: (a: T, b: T) => number;
  readonly place: (row: T, earlier: Earlier<T>) => Placed;
}

/** What is at hand; a fold from the start has everything and no `before`. */
export interface Pool<T extends Row> {
  readonly rows: readonly T[];
  /** As last placed; a row that has none is new. */
  readonly before: ReadonlyMap<string, Placed>;
  /** Rows as they were that are there no more; one that has changed is gone and new. */
  readonly gone: readonly Gone[];
  /**
   * All rows that are found under a key, and all that look under it, for the keys that are at hand; what is no longer as it
   * was counts for nothing. Heads are whole. Null where everything is placed from the start, and nothing lies elsewhere.
   */
  readonly filed: Filed | null;
}

export interface Replayed {
  readonly placed: ReadonlyMap<string, Placed>;
  /** Heads, old and new, whose groups are not what they were: by members, or by what a member says. */
  readonly touched: ReadonlySet<string>;
}
export interface Lack {
  readonly lacking: Readonly<Record<keyof Filed, ReadonlySet<number>>>;
}
export const isLack = (outcome: Replayed | Lack): outcome is Lack => "lacking" in outcome;

/** Ranks under a key. */
const under = (lists: Map<number, number[]>, key: number): number[] => {
  const list = lists.get(key);
  if (list) return list;
  const made: number[] = [];
  lists.set(key, made);
  return made;
};

const insert = (list: number[], rank: number): void => {
  let at = list.length;
  while (at > 0 && list[at - 1]! > rank) at -= 1;
  if (list[at - 1] !== rank) list.splice(at, 0, rank);
};

/** The greatest rank of an ascending list that is less than `rank`; -1 where none is. */
function before(list: readonly number[], rank: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < rank) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? -1 : list[low - 1]!;
}

class Replay<T extends Row> {
  private readonly rows: readonly T[];
  private readonly homes = new Map<number, number[]>();
  private readonly haunts = new Map<number, number[]>();
  private readonly members = new Map<string, number[]>();
  private readonly rankOf = new Map<string, number>();
  private readonly now = new Map<string, Placed>();
  private readonly touched = new Set<string>();
  private readonly dirty: Uint8Array;
  private readonly lack = { homes: new Set<number>(), haunts: new Set<number>() };
  private readonly fold: Fold<T>;
  private readonly pool: Pool<T>;
  /** From the start: every row is to be placed, and nothing need be told that it must be. */
  private readonly whole: boolean;

  constructor(fold: Fold<T>, pool: Pool<T>) {
    this.fold = fold;
    this.pool = pool;
    this.whole = pool.filed === null;
    this.rows = pool.rows.toSorted(fold.order);
    this.dirty = new Uint8Array(this.rows.length);
    for (const [rank, row] of this.rows.entries()) {
      this.rankOf.set(row.id, rank);
      const before = pool.before.get(row.id);
      if (before) {
        this.join(before.head, rank);
        this.now.set(row.id, before);
        continue;
      }
      this.dirty[rank] = 1;
      for (const key of row.homes()) under(this.homes, key).push(rank);
      if (!this.whole) for (const key of row.haunts()) under(this.haunts, key).push(rank);
    }
    for (const [key, ids] of pool.filed?.homes ?? []) this.file(this.homes, key, ids);
    for (const [key, ids] of pool.filed?.haunts ?? []) this.file(this.haunts, key, ids);
  }

  /** Puts the rows as last placed beside the new ones, in order. */
  private file(lists: Map<number, number[]>, key: number, ids: readonly string[]): void {
    const ranks = ids.flatMap((id) => (this.pool.before.has(id) ? [this.rankOf.get(id)!] : []));
    if (ranks.length === 0) return;
    const list = under(lists, key);
    list.push(...ranks);
    list.sort((x, y) => x - y);
  }

  private join(head: string, rank: number): void {
    const list = this.members.get(head);
    if (list) insert(list, rank);
    else this.members.set(head, [rank]);
  }

  private want(side: keyof Filed, key: number): void {
    if (this.pool.filed !== null && !this.pool.filed[side].has(key)) this.lack[side].add(key);
  }
  private isLacking(): boolean {
    return this.lack.homes.size + this.lack.haunts.size > 0;
  }

  /** Everything later that looks where the group, or the row that left it, is found is placed anew. */
  private stir(head: string, homes: readonly number[], after: number): void {
    this.touched.add(head);
    const seen = new Set(homes);
    const members = this.fold.groups ? (this.members.get(head) ?? []) : [];
    for (const rank of members) for (const key of this.rows[rank]!.homes()) seen.add(key);
    for (const key of seen) {
      this.want("haunts", key);
      for (const rank of this.haunts.get(key) ?? []) if (rank > after) this.dirty[rank] = 1;
    }
  }

  private earlier(rank: number): Earlier<T> {
    const haunts = this.rows[rank]!.haunts();
    for (const key of haunts) this.want("homes", key);
    const near = (most = Number.POSITIVE_INFINITY): T[] => {
      const found = new Set<number>();
      for (const key of haunts) {
        let left = most;
        for (const other of this.homes.get(key) ?? []) {
          if (other >= rank || left-- <= 0) break;
          found.add(other);
        }
      }
      return [...found].sort((a, b) => a - b).map((r) => this.rows[r]!);
    };
    const last = (): T | null => {
      let latest = -1;
      for (const key of haunts) latest = Math.max(latest, before(this.homes.get(key) ?? [], rank));
      return this.rows[latest] ?? null;
    };
    const membersOf = (head: string): T[] => {
      const list: T[] = [];
      for (const r of this.members.get(head) ?? []) {
        if (r >= rank) break;
        list.push(this.rows[r]!);
      }
      return list;
    };
    const first = (head: string): T => this.rows[this.rankOf.get(head)!]!;
    return { near, last, headOf: (row) => this.now.get(row.id)!.head, membersOf, first };
  }

  private leave(head: string, rank: number): void {
    const list = this.members.get(head);
    const at = list?.indexOf(rank) ?? -1;
    if (at >= 0) list!.splice(at, 1);
  }

  run(): Replayed | Lack {
    for (const row of this.pool.gone) this.stir(row.head, row.homes, -1);
    for (let rank = 0; rank < this.rows.length; rank++) {
      if (this.dirty[rank] === 0) continue;
      const row = this.rows[rank]!;
      const was = this.now.get(row.id);
      const placed = this.fold.place(row, this.earlier(rank));
      // What was placed without all that it had to look at is placed again when that is at hand.
      if (this.isLacking()) return this.lacking(rank);
      this.now.set(row.id, placed);
      if (was?.head !== placed.head) {
        if (was) this.leave(was.head, rank);
        this.join(placed.head, rank);
      }
      if (this.whole) continue;
      if (was && was.head !== placed.head) this.stir(was.head, row.homes(), rank);
      if (was?.head !== placed.head) this.stir(placed.head, row.homes(), rank);
      else if (was.why.join() !== placed.why.join()) this.touched.add(placed.head);
    }
    if (this.isLacking()) return { lacking: this.lack };
    return { placed: this.now, touched: this.whole ? new Set(this.members.keys()) : this.touched };
  }

  /** What the rows that are still to be placed will look for too, so that one turn asks for all of it. */
  private lacking(from: number): Lack {
    for (let rank = from; rank < this.rows.length; rank++)
      if (this.dirty[rank] === 1) for (const key of this.rows[rank]!.haunts()) this.want("homes", key);
    return { lacking: this.lack };
  }
}

/** Places what must be, or says what it lacks for that. The same outcome as placing all rows from the start. */
export const replay = <T extends Row>(fold: Fold<T>, pool: Pool<T>): Replayed | Lack => new Replay(fold, pool).run();

/** Everything placed from the start. */
export function placeAll<T extends Row>(fold: Fold<T>, rows: readonly T[]): ReadonlyMap<string, Placed> {
  const outcome = replay(fold, {
    rows,
    before: new Map(),
    gone: [],
    filed: null,
  });
  if (isLack(outcome)) throw new Error("a fold from the start lacks nothing");
  return outcome.placed;
}
