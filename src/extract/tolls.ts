// Sentences that give a toll and not its cause ('two others were killed in a nearby village') take the cause that the report
// has just told. Only the kind of event is carried on, and who did it; where and when are read from the sentence itself.
import type { Account } from "./accounts.ts";

const CAUSES = new Set(["air_strike", "shelling", "bombing", "chemical_attack", "armed_clash", "attack_on_civilians"]);
const TOLL = /^(kill|die|injure|wound|leave|suffer)$/;
/** How many sentences back a cause may stand. */
const REACH = 3;
/** How many sentences back the doer of a strike of the same kind may stand. */
const SPAN = 12;

export const isCause = (a: Account): boolean => CAUSES.has(a.event) && a.stance === "asserted";

/** Goes on about what was told, by nobody named here: the doer told before does it still. */
export function goneOn(account: Account, cause: Account | null): Account {
  const same =
    cause &&
    cause !== account &&
    cause.event === account.event &&
    CAUSES.has(account.event) &&
    account.event !== "armed_clash";
  const near = same && account.read.sentence.index - cause.read.sentence.index <= SPAN;
  return near && account.actors.length === 0 && cause.actors.length > 0 && account.stance === "asserted"
    ? { ...account, actors: cause.actors }
    : account;
}

/** True for an account that tells only that people were hurt, by nobody named. */
export const isBareToll = (a: Account): boolean =>
  a.trigger.frame.weak &&
  a.trigger.verb !== null &&
  TOLL.test(a.trigger.verb.lemma) &&
  a.actors.length === 0 &&
  (a.event === "attack_on_civilians" || a.event === "armed_clash");

/** The toll with its cause, or as it was where nothing near enough caused it. */
export function causedBy(toll: Account, cause: Account | null): Account {
  if (!cause || toll.read.sentence.index - cause.read.sentence.index > REACH) return toll;
  return {
    ...toll,
    event: cause.event,
    trigger: { ...toll.trigger, frame: cause.trigger.frame },
    actors: cause.actors,
    rule: `${toll.rule} as ${cause.rule}`,
  };
}
