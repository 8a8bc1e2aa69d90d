// What holds in a codebook and is still likely a slip: a role that is no preposition, an ACLED pair that ACLED has not, a
// rule of judgement about an event type that is not there. Nothing is refused for it; `codebook check` tells.
import { basename } from "node:path";
import type { Fault } from "./faults.ts";
import type { Codebook } from "./load.ts";

/** The sub-event types of ACLED's codebook, by event type. */
const ACLED: Readonly<Record<string, readonly string[]>> = {
  Battles: ["Armed clash", "Government regains territory", "Non-state actor overtakes territory"],
  "Explosions/Remote violence": [
    "Chemical weapon",
    "Air/drone strike",
    "Suicide bomb",
    "Shelling/artillery/missile attack",
    "Remote explosive/landmine/IED",
    "Grenade",
  ],
  "Violence against civilians": ["Sexual violence", "Attack", "Abduction/forced disappearance"],
  Protests: ["Peaceful protest", "Protest with intervention", "Excessive force against protesters"],
  Riots: ["Violent demonstration", "Mob violence"],
  "Strategic developments": [
    "Agreement",
    "Arrests",
    "Change to group/activity",
    "Disrupted weapons use",
    "Headquarters or base established",
    "Looting/property destruction",
    "Non-violent transfer of territory",
    "Other",
  ],
};
const PLOVER = new Set(
  (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE " +
    "COERCE ASSAULT"
  ).split(" "),
);

/** Places in a sentence that are no preposition; a verb in -ing leads like one ('targeting'). */
const isRole = (role: string, prepositions: ReadonlySet<string>): boolean =>
  /^(?:subject|object|modifier|predicate)$|ing$/.test(role) || prepositions.has(role);

/** Likely slips, with file and line where they are known. */
export function doubtsOf(codebook: Codebook): Fault[] {
  const doubts: Fault[] = [];
  const { types } = codebook.events;
  for (const type of types.values()) {
    const doubt = (line: number, key: string, says: string): number =>
      doubts.push({ file: type.file, line, key: `events.${type.id}.${key}`, says });
    for (const { type: event, sub_type } of type.acled)
      if (!ACLED[event]?.includes(sub_type)) doubt(type.line, "acled", `ACLED has no '${event} / ${sub_type}'`);
    if (type.plover !== null && !PLOVER.has(type.plover))
      doubt(type.line, "plover", `PLOVER has no event '${type.plover}'`);
    for (const [n, frame] of type.frames.entries())
      for (const [key, roles] of Object.entries({
        actor: frame.actor ?? [],
        target: frame.target ?? [],
        place: Object.keys(frame.place),
      }))
        for (const role of roles.filter((r) => !isRole(r, codebook.grammar.words.prepositions)))
          doubt(
            frame.line,
            `frames.${n + 1}.${key}`,
            `'${role}' is no place in a sentence: subject, object, predicate, modifier or a preposition`,
          );
  }
  const { families, tally, control } = codebook.judgement;
  const judged: readonly (readonly [key: string, event: string])[] = [
    ...families.flatMap((f) => f.events.map((event) => [`families.${f.id}`, event] as const)),
    ...tally.events.map((event) => ["tally.events", event] as const),
    ...control.map(({ event }) => ["control", event] as const),
  ];
  const file = codebook.files.find((f) => f.name === "judgement.yaml")?.path ?? "judgement.yaml";
  for (const [key, event] of judged)
    if (!types.has(event))
      doubts.push({
        file,
        line: null,
        key,
        says: `${basename(types.values().next().value!.file)} has no type '${event}'`,
      });
  return doubts;
}
