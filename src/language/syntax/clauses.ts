// The clauses of one parsed sentence: the participants of each verb, also where the tree leaves them unsaid because they
// are shared by conjuncts, stood for by a relative pronoun or left to control. It knows nothing of who reports what
// (speakers.ts), nor of what a noun stands for.
import type { Sentence, Word } from "../types.ts";

/** After these a clause without a subject takes the object of the verb above: "accused them of", "kept them from". */
const OBJECT_CONTROL = new Set(["of", "from", "into", "for"]);
/** With these a relative clause without a pronoun says when, where or how: "the day the war began". */
const SETTINGS = new Set("day night week month year hour time moment way reason place".split(" "));

/** "Said Saturday that": a day that stands alone beside a verb is when, not who. */
const DAYS = new Set("monday tuesday wednesday thursday friday saturday sunday today yesterday".split(" "));

const SUBJECT = ["nsubj", "nsubj:pass", "csubj", "csubj:pass"];
const OBJECT = ["obj", "iobj"];
const COMPLEMENT = ["ccomp", "xcomp"];
const RELATIVE = ["acl:relcl", "advcl:relcl"];

/** A sentence whose words form a tree, asked by word index. Where nothing is found the answer is null, never a guess. */
export class Clauses {
  readonly words: readonly Word[];
  private readonly below: readonly number[][];

  constructor({ words }: Sentence) {
    this.words = words;
    this.below = words.map(() => []);
    for (const [index, { head }] of words.entries()) this.below[head]?.push(index);
  }

  /** The words that hang on this one, in order; with relations, only those that hang on it so. */
  under(index: number, ...relations: readonly string[]): readonly number[] {
    const all = this.below[index]!;
    return relations.length ? all.filter((child) => relations.includes(this.words[child]!.relation)) : all;
  }

  /** The first word under this one by the earliest of these relations that is there. */
  first(index: number, ...relations: readonly string[]): number | null {
    for (const relation of relations) {
      const [found] = this.under(index, relation);
      if (found !== undefined) return found;
    }
    return null;
  }

  /** Whether anything hangs on this word by one of these relations. */
  has(index: number, ...relations: readonly string[]): boolean {
    return this.first(index, ...relations) !== null;
  }

  /** A word and what is joined to it, also where the parser hung "and the navy" on it by another name. */
  row(first: number): number[] {
    const joined = this.under(first).filter((at) => {
      const { relation } = this.words[at]!;
      return (
        relation === "conj" || (/^(nmod|appos|dep)$/.test(relation) && this.has(at, "cc") && !this.has(at, "case"))
      );
    });
    return [first, ...joined];
  }

  /** Whether the verb has an object in its own clause. */
  transitive(verb: number): boolean {
    return this.has(verb, ...OBJECT);
  }

  /** The form of a word in lower case. */
  lower(index: number): string {
    return this.words[index]!.form.toLowerCase();
  }

  /** Whether a preposition or conjunction out of these opens the phrase or clause. */
  introduced(index: number, words: ReadonlySet<string>): boolean {
    return this.under(index, "mark", "case").some((child) => words.has(this.lower(child)));
  }

  /** Whether the word hangs, at any depth, on the other, or is it. */
  holds(top: number, index: number): boolean {
    let at = index;
    while (at >= 0 && at !== top) at = this.words[at]!.head;
    return at === top;
  }

  /** Whether the verb is passive, be it by its auxiliary or as a bare participle. */
  passive(verb: number): boolean {
    const { xpos, relation, head } = this.words[verb]!;
    if (this.has(verb, "aux:pass", "obl:agent")) return true;
    // Who undergoes a deed and has an object beside it, with no auxiliary, did it.
    if (this.has(verb, "nsubj:pass", "csubj:pass"))
      return xpos !== "VBN" || this.has(verb, "aux") || !this.has(verb, "obj");
    // A bare participle with an object is a past tense that was taken for one: "units of the army established control".
    if (xpos !== "VBN" || this.has(verb, "aux", "cop", "nsubj", "csubj", "obj")) return false;
    // A bare participle shares the auxiliary of the verb it is joined to; one that is joined to none is a passive.
    return relation !== "conj" || this.passive(head);
  }

  /** The subject, which for a passive is the one that undergoes. */
  subject(verb: number): number | null {
    const own = this.ownSubject(verb);
    if (own !== null) return this.antecedent(own);
    const { xpos, relation, head } = this.words[verb]!;
    switch (relation) {
      case "conj":
        return this.subject(head);
      case "acl":
        if (!this.under(verb).some((child) => this.words[child]!.xpos === "TO")) return head;
        // In "launched a drive to retake Hama" the one who launches retakes; a drive that is itself a subject has no doer.
        return /^(obj|obl)/.test(this.words[head]!.relation) ? this.subject(this.words[head]!.head) : null;
      case "acl:relcl":
      case "advcl:relcl":
        return head;
      case "xcomp":
        return this.controller(head);
      case "ccomp":
        return xpos === "VBG" ? this.controller(head) : null;
      case "advcl":
        return this.introduced(verb, OBJECT_CONTROL) ? this.controller(head) : this.subject(this.told(verb, head));
      default:
        return null;
    }
  }

  /** "Rebels attacked, killing two, officials said": what hangs on the saying is part of what is said before it. */
  private told(verb: number, head: number): number {
    if (head < verb || this.words[verb]!.xpos !== "VBG") return head;
    return this.under(head, "ccomp").findLast((said) => said < verb) ?? head;
  }

  private ownSubject(verb: number): number | null {
    for (const relation of SUBJECT) {
      const found = this.under(verb, relation).find((at) => !DAYS.has(this.lower(at)));
      if (found !== undefined) return found;
    }
    return null;
  }

  /** The object, and of two the direct one. */
  object(verb: number): number | null {
    const own = this.first(verb, ...OBJECT);
    if (own !== null) return this.antecedent(own);
    return this.passive(verb) ? null : (this.shared(verb, OBJECT) ?? this.gap(verb));
  }

  /** The by-phrase of a passive. */
  agent(verb: number): number | null {
    const own = this.first(verb, "obl:agent");
    if (own !== null) return this.antecedent(own);
    return this.passive(verb) ? this.shared(verb, ["obl:agent"]) : null;
  }

  /** Who does what is left without a subject below this verb: its object if it has one, else its subject. */
  private controller(verb: number): number | null {
    const object = this.words[verb]!.lemma === "promise" ? null : this.first(verb, ...OBJECT);
    return object === null ? this.subject(verb) : this.antecedent(object);
  }

  /** A dependent of the first conjunct that follows this one serves both: "shelled and burned the village". */
  private shared(verb: number, relations: readonly string[]): number | null {
    const { relation, head } = this.words[verb]!;
    if (relation !== "conj" || this.has(verb, ...SUBJECT, ...COMPLEMENT)) return null;
    const last = this.first(head, ...relations);
    return last !== null && last > verb ? last : null;
  }

  /** The noun that a relative clause without a pronoun leaves out as its object: "the town the army tried to take". */
  private gap(verb: number): number | null {
    let top = verb;
    while (COMPLEMENT.includes(this.words[top]!.relation)) top = this.words[top]!.head;
    const { relation, head } = this.words[top]!;
    if (relation !== "acl:relcl" || !this.has(top, ...SUBJECT)) return null;
    // The gap is elsewhere when a clause hangs further down, a preposition was left behind or a pronoun stands for it.
    const elsewhere =
      this.has(verb, ...COMPLEMENT) ||
      this.under(verb, "obl").some((child) => this.words[child]!.upos === "ADP") ||
      this.words.slice(head + 1, top).some(({ xpos }) => xpos.startsWith("W")) ||
      SETTINGS.has(this.words[head]!.lemma.toLowerCase());
    return elsewhere ? null : head;
  }

  /** What a relative pronoun stands for; any other word stands for itself. */
  private antecedent(index: number): number {
    const { xpos, head } = this.words[index]!;
    if (!/^W(DT|P)$/.test(xpos)) return index;
    let clause = head;
    while ([...COMPLEMENT, "conj"].includes(this.words[clause]!.relation)) clause = this.words[clause]!.head;
    // A pronoun that follows the relative clause's own verb asks a question inside it: "officials who know who fired".
    return RELATIVE.includes(this.words[clause]!.relation) && index < clause ? this.words[clause]!.head : index;
  }
}
