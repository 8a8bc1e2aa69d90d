// What the words about an actor's name say of it: 'the Ruritanian-backed X', 'X, formerly known as Y'. Reads the quotes of
// claims that name the actor; an end that is no registered actor is passed over.
import type { ActorRelationRules } from "../codebook/judgement.ts";
import type { ActorRelation, Claim, NamedActor, Party } from "../model/index.ts";

/** The registered actor that a name or a nationality ('Ruritanian') means; null for none, or for several. */
export type Naming = (name: string) => NamedActor | null;

const HYPHEN = "[-\u2010\u2011\u2013]";
/** Names are capitalised; what joins their parts is not. */
const NAME =
  "(?:the\\s+)?((?:\\p{Lu}[\\p{L}\\p{N}.'\u2019-]*|al-\\p{Lu}[\\p{L}-]*)(?:\\s+(?:of|and|the|al-\\p{Lu}[\\p{L}-]*|\\p{Lu}[\\p{L}\\p{N}.'\u2019-]*))*)";
const words = (list: readonly string[]): string => list.map((w) => w.replace(/\s+/g, "\\s+")).join("|");

/** The longest beginning of the words that names somebody. */
function beginning(text: string, naming: Naming): NamedActor | null {
  const parts = text.split(/\s+/);
  for (let n = parts.length; n > 0; n--) {
    const found = naming(parts.slice(0, n).join(" ").replace(/[.,]$/, ""));
    if (found) return found;
  }
  return null;
}

function others(
  rule: ActorRelationRules["names"][number],
  before: string,
  own: string,
  after: string,
  naming: Naming,
): NamedActor[] {
  const found: (NamedActor | null)[] = [];
  if (rule.hyphened.length > 0) {
    // The name may have been read with the word before it or without.
    const pattern = new RegExp(
      `([\\p{L}.]+(?:${HYPHEN}\\p{Lu}\\p{L}+)?)${HYPHEN}(?:${words(rule.hyphened)})\\b`,
      "giu",
    );
    const near = /(?:\S+\s+){0,2}$/.exec(before)?.[0] ?? "";
    for (const [, name] of `${near}${own}`.matchAll(pattern)) found.push(naming(name!));
  }
  if (rule.after.length > 0) {
    const name = new RegExp(`^,?\\s*\\(?(?:${words(rule.after)})\\s+${NAME}`, "u").exec(after)?.[1];
    if (name) found.push(beginning(name, naming));
  }
  return found.filter((f) => f !== null);
}

/** Undated: the words say how it is, not since when. */
export function namedRelations(claim: Claim, rules: ActorRelationRules, naming: Naming): ActorRelation[] {
  const { quote, start } = claim;
  const relations: ActorRelation[] = [];
  for (const p of [...claim.actors, ...claim.targets, ...claim.sources] as readonly Party[]) {
    const at = p.at[0];
    if (p.id === null || !at || at[0] < start || at[1] > start + quote.length) continue;
    const [before, own, after] = [
      quote.slice(0, at[0] - start),
      quote.slice(at[0] - start, at[1] - start),
      quote.slice(at[1] - start),
    ];
    for (const rule of rules.names)
      for (const other of others(rule, before, own, after, naming)) {
        if (other.id === p.id) continue;
        const me = { id: p.id, name: p.name };
        const ends = rule.turned ? { actor: other, other: me } : { actor: me, other };
        relations.push({
          ...ends,
          relation: rule.relation,
          from: null,
          to: null,
          basis: "claims",
          note: null,
          claims: [claim.id],
        });
      }
  }
  return relations;
}

/** Words by which to look for quotes that may tell of a relation. */
export const wordsAboutNames = (rules: ActorRelationRules): readonly string[] => [
  ...new Set(rules.names.flatMap((r) => [...r.hyphened, ...r.after.map((words) => `"${words}"`)])),
];
