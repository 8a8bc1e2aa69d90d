// Where the orders made so far are looked up, so that a voice is compared only with those that it can meet: by the days
// near its own, by its place and what contains it, by its document. It finds candidates and decides nothing.
import type { JudgementRules } from "../codebook/judgement.ts";
import { addDays, type ClaimPlace, type Day } from "../model/index.ts";
import { placeKey } from "./locus.ts";
import { type Face, faceKey, faceOf, isWide, type Voice } from "./order-voices.ts";

/** A step in the life of an order: its making, or what befell it; a voice each that tells so. */
export interface Step {
  readonly status: Voice["terms"]["status"];
  readonly voices: Voice[];
}
export interface Made {
  /** Counts up in the order of making. */
  readonly serial: number;
  readonly voices: Voice[];
  readonly steps: Step[];
  readonly faces: Map<string, Face>;
  /** The last day that anything tells of it: its end, or what was last said of it. */
  last: Day | null;
}

/** Places under which an order is found whose first voice names this place. */
function filed(place: ClaimPlace | null): string[] {
  if (place === null) return ["none"];
  const wide = isWide(place) && place.id !== null ? [`wide ${place.id}`] : [];
  return [`is ${placeKey(place)}`, ...wide, ...place.within_ids.map((id) => `in ${id}`)];
}
/** Where to look for the orders that a voice of this place may be of. */
function sought(place: ClaimPlace): string[] {
  const inner = isWide(place) && place.id !== null ? [`in ${place.id}`] : [];
  return ["none", `is ${placeKey(place)}`, ...place.within_ids.map((id) => `wide ${id}`), ...inner];
}

export class OrderIndex {
  private readonly all: Made[] = [];
  private readonly byPlace = new Map<string, Made[]>();
  private readonly byDay = new Map<Day, Made[]>();
  private readonly byRoot = new Map<string, Made[]>();
  private readonly rules: JudgementRules["orders"];

  constructor(rules: JudgementRules["orders"]) {
    this.rules = rules;
  }

  make(first: Voice): Made {
    const made: Made = { serial: this.all.length, voices: [], steps: [], faces: new Map(), last: null };
    this.all.push(made);
    for (const key of filed(first.terms.place)) push(this.byPlace, key, made);
    push(this.byRoot, first.account.root, made);
    return made;
  }
  /** The order is found by the voice's days from now on. */
  join(made: Made, v: Voice): void {
    made.voices.push(v);
    const key = faceKey(v);
    const face = made.faces.get(key);
    if (!face) made.faces.set(key, faceOf(v));
    else if (face.root !== v.account.root) face.root = null;
    for (const day of new Set([v.day, v.terms.from])) if (day !== null) push(this.byDay, day, made);
    for (const day of [v.day, v.terms.until])
      if (day !== null && (made.last === null || day > made.last)) made.last = day;
  }
  made(): readonly Made[] {
    return this.all;
  }

  /** Those told of within the slack around the voice's days, and those of its document; the latest made first. */
  near(v: Voice): Made[] {
    const slack = this.rules.announced_slack;
    const found = new Set(this.byRoot.get(v.account.root));
    for (const day of new Set([v.day, v.terms.from]))
      if (day !== null)
        for (let off = -slack; off <= slack; off++)
          for (const made of this.byDay.get(addDays(day, off)) ?? []) found.add(made);
    return latestFirst(found);
  }

  /**
   * Those made before the voice that can still be spoken of: of its place, and last told of within the reach; of its
   * document alone where the voice has no day. The latest made first.
   */
  before(v: Voice): Made[] {
    const { place } = v.terms;
    const own = this.byRoot.get(v.account.root) ?? [];
    const { day } = v;
    if (day === null) return latestFirst(new Set(own));
    const lists = place === null ? [this.all] : sought(place).map((key) => this.byPlace.get(key) ?? []);
    const since = addDays(day, -this.rules.reach);
    const reach = (made: Made): boolean => {
      const first = made.voices[0]!.day;
      return first !== null && first <= day && made.last! >= since;
    };
    return latestFirst(new Set([...lists, own].flat().filter(reach)));
  }
}

const latestFirst = (found: ReadonlySet<Made>): Made[] => [...found].sort((a, b) => b.serial - a.serial);

function push<K>(lists: Map<K, Made[]>, key: K, made: Made): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [made]);
  else if (list.at(-1) !== made) list.push(made);
}
