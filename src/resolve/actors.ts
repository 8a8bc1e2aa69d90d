// Who may be who: the names an actor goes by, its side, and how two accounts' actors stand to each other. Reads the
// registry's sides when it is given them; without a registry it knows names and ids only.
import type { JudgementRules } from "../codebook/judgement.ts";
import type { ActorId } from "../model/index.ts";
import { fold } from "./names.ts";

/** What resolve wants to know of an actor of the registry. */
export interface Registered {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: string;
  readonly country: string | null;
  readonly side: string | null;
}
type Named = { readonly name: string; readonly id: ActorId | null; readonly aliases: readonly string[] };

/** agree: one and the same; kin: of one side; open: may be the same; other: named otherwise; conflict: of another side. */
export type Agreement = "agree" | "kin" | "unknown" | "open" | "other" | "conflict";

export interface Who {
  readonly ids: ReadonlySet<string>;
  /** Folded names and aliases of those without an id. */
  readonly names: ReadonlySet<string>;
  readonly sides: ReadonlySet<string>;
  readonly empty: boolean;
}

const meet = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean => {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  for (const x of small) if (large.has(x)) return true;
  return false;
};
/** The words that tell names apart: 'fighters' and 'forces' are in every second one. */
const telling = (names: ReadonlySet<string>): Set<string> =>
  new Set(
    [...names]
      .flatMap((n) => n.split(" "))
      .filter((w) => w.length > 3 && !/^(fighters?|forces?|troops?|army|group)$/.test(w)),
  );

export class Actors {
  private readonly byId = new Map<string, Registered>();
  private readonly byName = new Map<string, string>();
  private readonly allied = new Set<string>();

  private readonly rules: Pick<JudgementRules, "allied" | "one_voice" | "speaks_for" | "force_words">;

  constructor(
    registered: Iterable<Registered>,
    rules: Pick<JudgementRules, "allied" | "one_voice" | "speaks_for" | "force_words">,
  ) {
    this.rules = rules;
    for (const actor of registered) {
      this.byId.set(actor.id, actor);
      for (const name of [actor.name, ...actor.aliases]) {
        const key = fold(name);
        if (!this.byName.has(key)) this.byName.set(key, actor.id);
      }
    }
    for (const sides of rules.allied) for (const a of sides) for (const b of sides) this.allied.add(`${a} ${b}`);
  }

  /** The registry's id of that name; null when it has none. */
  idOf(name: string): string | null {
    return this.byName.get(fold(name)) ?? null;
  }
  nameOf(id: string): string | null {
    return this.byId.get(id)?.name ?? null;
  }
  /** The registered actor of whom the words name a force: 'SNA fighters'. */
  private forceOf(name: string): string | null {
    const folded = fold(name);
    const known = this.byName.get(folded);
    if (known !== undefined) return known;
    const word = this.rules.force_words.find((w) => folded.endsWith(` ${w}`));
    return word === undefined ? null : (this.byName.get(folded.slice(0, -word.length - 1)) ?? null);
  }
  kindOf(id: string | null): string | null {
    return id === null ? null : (this.byId.get(id)?.kind ?? null);
  }
  sideOf(id: string | null): string | null {
    return id === null ? null : (this.byId.get(id)?.side ?? null);
  }

  /** Under which name a speaker counts: a state's ministries, army and agency are one voice, a spokesman is his body's. */
  voiceOf(id: string): string {
    const body = this.rules.speaks_for[id] ?? id;
    const actor = this.byId.get(body);
    return actor?.side && this.rules.one_voice.includes(actor.kind) ? `${actor.side} ${actor.country ?? ""}` : body;
  }

  who(parties: readonly Named[]): Who {
    const ids = new Set<string>();
    const names = new Set<string>();
    const sides = new Set<string>();
    for (const p of parties) {
      const id = p.id ?? this.forceOf(p.name);
      if (id === null) {
        names.add(fold(p.name));
        continue;
      }
      ids.add(id);
      const side = this.sideOf(id);
      if (side) sides.add(side);
    }
    return { ids, names, sides, empty: parties.length === 0 };
  }

  together(a: Who, b: Who): Who {
    return {
      ids: new Set([...a.ids, ...b.ids]),
      names: new Set([...a.names, ...b.names]),
      sides: new Set([...a.sides, ...b.sides]),
      empty: a.empty && b.empty,
    };
  }

  compare(a: Who, b: Who): Agreement {
    if (a.empty || b.empty) return "unknown";
    if (meet(a.ids, b.ids) || meet(a.names, b.names)) return "agree";
    if (meet(a.sides, b.sides)) return "kin";
    if (a.sides.size > 0 && b.sides.size > 0) {
      for (const x of a.sides) for (const y of b.sides) if (this.allied.has(`${x} ${y}`)) return "other";
      return "conflict";
    }
    // A party told in plain words only ('local fighters', 'gunmen') may be any of the named ones.
    if (a.ids.size === 0 || b.ids.size === 0) return meet(telling(a.names), telling(b.names)) ? "kin" : "open";
    return "other";
  }
}
