// The head of a report: date of publication, agency dateline ('BEIRUT, Dec 6 (Levant Wire) -'), byline - and the agency
// credits that also stand at its end. These words say where a text comes from; they are never coded as events.
import type { Agency, Boilerplate } from "../codebook/boilerplate.ts";
import { ANY_DATE, dayOfMatch, HEAD_DATE } from "./dates.ts";

/** A stretch at the start of a line that belongs to the head, and what it says. */
export interface HeadWords {
  readonly length: number;
  readonly published: string | null;
  readonly labelled: boolean;
  readonly credits: readonly string[];
}

const DASH = "\\s*(?:[-–—]{1,2}|:)\\s*";
const CITY = "[\\p{Lu}][\\p{L}\\p{M}'’./, -]{1,50}?";
const DATELINE = new RegExp(
  `^(?:(?<city>${CITY})[,\\s]\\s*)?(?<date>(?i:${ANY_DATE}))?,?\\s*\\((?<agency>[\\p{Lu}][^()]{1,40})\\)${DASH}`,
  "u",
);
const CAPITALS = new RegExp(
  `^[\\p{Lu}][\\p{Lu}'’. -]{2,30}(?:,\\s[\\p{Lu}][\\p{L}. ]{2,20})?(?:,\\s*(?i:${ANY_DATE}))?\\s+[-–—]{1,2}\\s+`,
  "u",
);
/** 'Goma, 14 January 2024 - Rebels …': no agency, but the day and a dash between blanks. */
const PLACE_AND_DAY = new RegExp(`^${CITY},\\s*(?<date>(?i:${ANY_DATE}))\\s+[-–—]{1,2}\\s+(?=\\S)`, "u");
const slug = (name: string): string =>
  name
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const patterns = new WeakMap<Agency, RegExp>();
/** Short names are matched in their own letters only: 'AP' is no part of 'gap', 'Mena' no agency. */
function patternOf(agency: Agency): RegExp {
  const known = patterns.get(agency);
  if (known) return known;
  const names = agency.spellings.map(escaped).join("|");
  const made = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names})(?![\\p{L}\\p{N}])`, "u");
  patterns.set(agency, made);
  return made;
}

/** Ids of the agencies that the words name, in the order of the registry. */
export const agenciesIn = (words: string, boilerplate: Boilerplate): string[] =>
  boilerplate.agencies.filter((agency) => agency.id !== "getty" && patternOf(agency).test(words)).map(({ id }) => id);

/**
 * The ids credited by 'X' of '(X) -', 'Source: X', 'with X'. `generic` takes a name that the registry lacks as well, as
 * an id made of its words; names of people do not count.
 */
export function creditsIn(words: string, boilerplate: Boilerplate, generic = false): string[] {
  const found = agenciesIn(words, boilerplate);
  if (/\b(?:news )?agencies\b|\bwire services\b/i.test(words)) found.push("agencies");
  if (found.length || !generic) return found;
  const name = slug(words);
  return /^[\p{Lu}]/u.test(words.trim()) && name.split("-").length <= 5 && !/\d/.test(name) ? [name] : [];
}

const NONE: readonly string[] = [];

function dateWords(line: string): HeadWords | null {
  const match = HEAD_DATE.exec(line);
  if (!match) return null;
  const rest = line.slice(match[0].length);
  const labelled = Boolean(match.groups?.label);
  // '7 March 2022 was a day ...' is a sentence; a head's date is followed by nothing or by a new beginning.
  if (!labelled && /^[,;]?\s*[\p{Ll}]/u.test(rest)) return null;
  const updated = /updated/i.test(match.groups?.label ?? "");
  const by = /^[,|·-]?\s*by\s+[\p{Lu}][\p{L}.'-]+(?:\s+[\p{Lu}][\p{L}.'-]+)?\s*/u.exec(rest)?.[0].length ?? 0;
  const marks = /^\s*[|·,-]\s+/.exec(rest)?.[0].length ?? 0;
  return {
    length: match[0].length + (by || marks),
    published: dayOfMatch(match),
    labelled: labelled && !updated,
    credits: NONE,
  };
}

/** 'IDLIB (North Press) –', not 'The Democratic Forces (SDF) -': a date, a known agency, or a city in capitals. */
function isDateline(found: RegExpExecArray, boilerplate: Boilerplate): boolean {
  const { city, date, agency } = found.groups ?? {};
  if (date || agenciesIn(agency ?? "", boilerplate).length) return true;
  return city !== undefined && /^[\p{Lu}’' -]{3,}(?:,|$)/u.test(city.trim());
}

interface Opening {
  readonly id: string;
  readonly opening: RegExp;
}
const compiled = new WeakMap<Boilerplate, readonly Opening[]>();

/** How each agency's line begins: its name behind a city or alone, and a dash. Compiled once, for every line asks for it. */
function openings(boilerplate: Boilerplate): readonly Opening[] {
  const known = compiled.get(boilerplate);
  if (known) return known;
  const found = boilerplate.agencies.map(({ id, spellings }) => ({
    id,
    opening: new RegExp(
      `^(?:${CITY},\\s*)?(?:${spellings.map(escaped).join("|")})${DASH.replace("|:", "|:|\\|")}(?=\\S)`,
      "u",
    ),
  }));
  compiled.set(boilerplate, found);
  return found;
}

function datelineWords(line: string, boilerplate: Boilerplate): HeadWords | null {
  // Most lines are spared the patterns: every dateline ends in a mark near the line's beginning.
  if (!/^[^\n]{0,200}?[-–—:|]/.test(line)) return null;
  const found = DATELINE.exec(line);
  if (found && isDateline(found, boilerplate)) {
    const full = found.groups?.date ? HEAD_DATE.exec(found.groups.date) : null;
    const credits = creditsIn(found.groups?.agency ?? "", boilerplate, true);
    return { length: found[0].length, published: full ? dayOfMatch(full) : null, labelled: false, credits };
  }
  for (const { id, opening } of openings(boilerplate)) {
    const match = opening.exec(line);
    if (match) return { length: match[0].length, published: null, labelled: false, credits: [id] };
  }
  const dated = PLACE_AND_DAY.exec(line);
  if (dated) {
    const full = HEAD_DATE.exec(dated.groups!.date!);
    return { length: dated[0].length, published: full ? dayOfMatch(full) : null, labelled: false, credits: NONE };
  }
  const capitals = CAPITALS.exec(line);
  return capitals ? { length: capitals[0].length, published: null, labelled: false, credits: NONE } : null;
}

function agencyWords(line: string, boilerplate: Boilerplate): HeadWords | null {
  for (const agency of boilerplate.agencies)
    for (const name of agency.spellings) {
      // Before a date, or alone on its line: 'Reuters Saturday 18 Jun 2016'.
      if (!line.startsWith(name) || /[\p{L}\p{N}]/u.test(line[name.length] ?? "")) continue;
      const rest = line.slice(name.length).trimStart();
      if (rest === "" || HEAD_DATE.test(rest))
        return { length: line.length - rest.length, published: null, labelled: false, credits: [agency.id] };
    }
  return null;
}

/** The head words that `line` begins with; null when it begins with the report itself. */
export const headWords = (line: string, boilerplate: Boilerplate): HeadWords | null =>
  dateWords(line) ?? agencyWords(line, boilerplate) ?? datelineWords(line, boilerplate);
