// Who of a report's people is one and the same: 'a man' of the lead is 'the 25-year-old' of the next sentence and 'Peter
// Novak' of the last. Two are told apart by name, age or sex, or because one sentence tells of both.
import type { Fate, Sex } from "../../codebook/victims.ts";
import { sameName } from "./names.ts";
import type { Person } from "./people.ts";

/** One person of a report, with all that was told to have befallen him. */
export interface Someone {
  name: string | null;
  age: number | null;
  sex: Sex | null;
  child: boolean | null;
  doer: boolean;
  /** Hurt by his own hand. */
  self: boolean;
  further: boolean;
  /** Sentences that tell of him, and what befell him there. */
  readonly told: { readonly sentence: number; readonly fate: Fate; readonly person: Person }[];
}

const differ = <T>(a: T | null, b: T | null): boolean => a !== null && b !== null && a !== b;

const compatible = (one: Someone, person: Person): boolean =>
  (one.name === null || person.name === null || sameName(one.name, person.name)) &&
  !differ(one.age, person.age) &&
  !differ(one.sex, person.sex) &&
  !differ(one.child, person.child);

export const died = (one: Someone): boolean => one.told.some((t) => t.fate === "killed");

/** Whom the phrase means, out of those told of so far; null for somebody new. */
function meant(all: readonly Someone[], person: Person, fate: Fate, sentence: number): Someone | null {
  const free = all.filter(
    (one) =>
      compatible(one, person) &&
      !one.told.some(
        (t) =>
          t.sentence === sentence &&
          t.person.token !== person.token &&
          !t.person.part &&
          !person.part &&
          person.told === "new",
      ),
  );
  const byName =
    person.name === null ? undefined : free.find((one) => one.name !== null && sameName(one.name, person.name!));
  if (byName) return byName;
  const byAge = person.age === null ? undefined : free.find((one) => one.age === person.age);
  if (byAge) return byAge;
  // 'Killed himself', of the only one there is.
  const alone =
    all.length === 1 && free.length === 1 && free[0]!.told.every((t) => t.sentence !== sentence) ? free[0]! : null;
  if (person.doer) return all.find((one) => one.doer) ?? alone;
  const victims = person.told === "known" && person.anyone ? free : free.filter((one) => !one.doer);
  const dead = fate === "killed" && !person.anyone ? victims.filter(died) : [];
  if (person.told === "known" && dead.length > 0) return dead.at(-1)!;
  if (person.told === "known")
    return victims.toSorted((a, b) => b.told.at(-1)!.sentence - a.told.at(-1)!.sentence)[0] ?? null;
  if (person.further) return victims.find((one) => one.further && one.told[0]!.sentence !== sentence) ?? null;
  const like = victims.filter((one) => died(one) === (fate === "killed"));
  return like[0] ?? victims[0] ?? null;
}

/** Adds a telling to whom it is of; somebody new comes in where it is of nobody told of before. */
export function tell(all: Someone[], person: Person, fate: Fate, self: boolean, sentence: number): void {
  const one = meant(all, person, fate, sentence);
  const told = { sentence, fate, person };
  if (!one) {
    const { name, age, sex, child, doer, further } = person;
    all.push({ name, age, sex, child, doer, self, further, told: [told] });
    return;
  }
  one.name ??= person.name;
  one.age ??= person.age;
  one.sex ??= person.sex;
  one.child ??= person.child;
  one.self ||= self;
  one.told.push(told);
}
