// The codebook as one value: events, actors, sayings, theatres, grammar, calendar, figure words and gazetteer, with the
// version that is stamped on every claim. It reads the disk once; what it returns never changes.
import { resolve } from "node:path";
import { type ActorRelations, loadActorRelations } from "./actor-relations.ts";
import { type ActorRegistry, loadActors } from "./actors.ts";
import { type ArabicWords, loadArabic } from "./arabic.ts";
import { type Boilerplate, loadBoilerplate } from "./boilerplate.ts";
import { type Calendar, loadCalendar } from "./calendar.ts";
import { type Events, loadEvents } from "./events.ts";
import { Gathering } from "./faults.ts";
import { type FigureWords, loadFigureWords } from "./figures.ts";
import { CODEBOOK, type CodebookFile, filesIn, foldersFor, hashOf, strangersIn } from "./folders.ts";
import { type Gazetteer, loadGazetteer } from "./gazetteer.ts";
import { readPlaceTables } from "./gazetteer-tables.ts";
import { type Grammar, loadGrammar } from "./grammar.ts";
import { type JudgementRules, loadJudgementRules } from "./judgement.ts";
import { loadRarity, type Rarity } from "./rarity.ts";
import { loadSayings, type Sayings } from "./sayings.ts";
import { loadTheatres, type Theatre } from "./theatres.ts";
import { loadVictimWords, type VictimWords } from "./victims.ts";

export { CODEBOOK } from "./folders.ts";

export interface Codebook {
  /** Version of events.yaml and a short hash of every file: '0.1.0+3fa92c01'. */
  readonly version: string;
  /** Which file is from where: a folder of one's own has some, ours the others. */
  readonly files: readonly CodebookFile[];
  readonly events: Events;
  readonly actors: ActorRegistry;
  readonly actorRelations: ActorRelations;
  readonly sayings: Sayings;
  readonly theatres: readonly Theatre[];
  readonly grammar: Grammar;
  readonly calendar: Calendar;
  readonly figures: FigureWords;
  readonly victims: VictimWords;
  readonly arabic: ArabicWords;
  readonly gazetteer: Gazetteer;
  readonly boilerplate: Boilerplate;
  readonly judgement: JudgementRules;
  readonly rarity: Rarity;
}

/**
 * Reads and checks the codebook of `directory`; what that folder lacks is taken from ours. As loadCodebook, but anew.
 * @throws CodebookFault naming file and line of every fault; UserError for a folder that is none
 */
export function readCodebook(directory: string = CODEBOOK, extra: readonly string[] = []): Codebook {
  const where = foldersFor(directory);
  const reading = new Gathering();
  for (const { path, says } of strangersIn(directory)) reading.faults.push({ file: path, line: null, key: null, says });
  const events = reading.of(() => loadEvents(where));
  const actors = reading.of(() => loadActors(where));
  const actorRelations = reading.of(() => (actors === null ? null : loadActorRelations(where, actors)));
  const sayings = reading.of(() => loadSayings(where));
  // Whom a theatre names can be checked only where the actors are known.
  const theatres = reading.of(() => loadTheatres(where, (id) => actors === null || actors.get(id) !== null));
  const grammar = reading.of(() => loadGrammar(where));
  const calendar = reading.of(() => loadCalendar(where));
  const figures = reading.of(() => loadFigureWords(where));
  const victims = reading.of(() => loadVictimWords(where));
  const arabic = reading.of(() => loadArabic(where, (id) => actors === null || actors.get(id) !== null));
  const tables = reading.of(() => readPlaceTables(where));
  const boilerplate = reading.of(() => loadBoilerplate(where));
  const judgement = reading.of(() => loadJudgementRules(where));
  const rarity = reading.of(() => loadRarity(where));
  reading.done();
  let gazetteer: Gazetteer | null = null;
  return {
    version: `${events!.version}+${hashOf(where)}`,
    files: filesIn(where),
    events: events!,
    actors: actors!,
    actorRelations: actorRelations!,
    sayings: sayings!,
    theatres: theatres!,
    grammar: grammar!,
    calendar: calendar!,
    figures: figures!,
    victims: victims!,
    arabic: arabic!,
    /** The world's towns take most of a second to index, and most questions name none: done when first asked for. */
    get gazetteer(): Gazetteer {
      gazetteer ??= loadGazetteer({ directory: where, tables: tables!, extra });
      return gazetteer;
    },
    boilerplate: boilerplate!,
    judgement: judgement!,
    rarity: rarity!,
  };
}

const kept = new Map<string, Codebook>();

/**
 * Reads and checks the codebook of `directory` (default: the one that ships); what that folder lacks is taken from ours.
 * Asked again for the same directory it hands back the same value; `extra` are gazetteer files in GeoNames' columns.
 * @throws CodebookFault naming file and line of every fault; UserError for a folder that is none
 */
export function loadCodebook(directory: string = CODEBOOK, extra: readonly string[] = []): Codebook {
  const key = [resolve(directory), ...extra].join("\n");
  const codebook = kept.get(key) ?? readCodebook(directory, extra);
  kept.set(key, codebook);
  return codebook;
}
