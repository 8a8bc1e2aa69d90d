// The codebook as one value: events, actors, sayings, theatres, grammar, calendar, figure words and gazetteer, with the
// version that is stamped on every claim. It reads the disk once; what it returns never changes.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type ActorRegistry, loadActors } from "./actors.ts";
import { type Boilerplate, loadBoilerplate } from "./boilerplate.ts";
import { type Calendar, loadCalendar } from "./calendar.ts";
import { type Events, loadEvents } from "./events.ts";
import { type FigureWords, loadFigureWords } from "./figures.ts";
import { type Gazetteer, loadGazetteer } from "./gazetteer.ts";
import { type Grammar, loadGrammar } from "./grammar.ts";
import { type JudgementRules, loadJudgementRules } from "./judgement.ts";
import { loadSayings, type Sayings } from "./sayings.ts";
import { loadTheatres, type Theatre } from "./theatres.ts";

export interface Codebook {
  /** Version of events.yaml and a short hash of every file: '0.1.0+3fa92c01'. */
  readonly version: string;
  readonly directory: string;
  readonly events: Events;
  readonly actors: ActorRegistry;
  readonly sayings: Sayings;
  readonly theatres: readonly Theatre[];
  readonly grammar: Grammar;
  readonly calendar: Calendar;
  readonly figures: FigureWords;
  readonly gazetteer: Gazetteer;
  readonly boilerplate: Boilerplate;
  readonly judgement: JudgementRules;
}

/** The codebook that ships with the package. */
export const CODEBOOK = resolve(import.meta.dirname, "../../codebook");

function hashOf(directory: string): string {
  const hash = createHash("sha256");
  const files = readdirSync(directory)
    .filter((f) => /\.(tsv|yaml)$/.test(f))
    .sort();
  for (const file of files) hash.update(file).update(readFileSync(join(directory, file)));
  return hash.digest("hex").slice(0, 8);
}

const kept = new Map<string, Codebook>();

/**
 * Reads and checks the codebook of `directory` (default: the one that ships). Throws UserError that names file and line.
 * Asked again for the same directory it hands back the same value; `extra` are gazetteer files in GeoNames' columns.
 */
export function loadCodebook(directory: string = CODEBOOK, extra: readonly string[] = []): Codebook {
  const key = [directory, ...extra].join("\n");
  const known = kept.get(key);
  if (known) return known;
  const events = loadEvents(directory);
  const sayings = loadSayings(directory);
  const actors = loadActors(directory);
  const codebook: Codebook = {
    version: `${events.version}+${hashOf(directory)}`,
    directory,
    events,
    actors,
    sayings,
    theatres: loadTheatres(directory, (id) => actors.get(id) !== null),
    grammar: loadGrammar(directory),
    calendar: loadCalendar(directory),
    figures: loadFigureWords(directory),
    gazetteer: loadGazetteer({ directory, extra }),
    boilerplate: loadBoilerplate(directory),
    judgement: loadJudgementRules(directory),
  };
  kept.set(key, codebook);
  return codebook;
}
