// Dates counted from the day of publication or from a date before them in the text: 'on Friday', 'last week', 'two days
// ago', 'overnight'; 'the next day', 'a year later', 'since then'. Counting itself is done in dates-resolve.ts.
import type { Calendar, Edge } from "../../codebook/calendar.ts";
import { phraseAt } from "../../codebook/phrases.ts";
import { numberAt } from "../figures/numbers.ts";
import type { Lexeme } from "../lexemes.ts";
import { calendarReading, longest, type Match, type Rule } from "./reading.ts";

const plain = (pieces: readonly Lexeme[], at: number): string => pieces[at]?.plain ?? "";
const EDGE_JOINT = new Set(["-", "the", "of", "in"]);

/** 'today', 'overnight', 'in recent days'. */
const fromPublication: Rule = (pieces, at, calendar) => {
  const found = phraseAt(calendar.fromPublication, pieces, at);
  if (!found) return null;
  const { from, to, grain } = found.value;
  // 'USA Today', 'Halab Today TV'
  if (pieces[at]!.capital && pieces[at - 1]?.capital) return null;
  return {
    length: found.length,
    rule: "from-publication",
    hour: grain === "hour",
    reading: { kind: "days", from, to, grain },
  };
};

/** Nothing follows that 'before' or 'after' could govern: 'the day before.' but not 'the day before the attack'. */
const stands = (pieces: readonly Lexeme[], at: number, calendar: Calendar): boolean => {
  const next = pieces[at];
  return !next || !/^[\p{L}\d]/u.test(next.text) || calendar.words.loneBefore.has(next.plain);
};

/** 'the same day', 'the following year'. */
const fromText: Rule = (pieces, at, calendar) => {
  const found = phraseAt(calendar.fromText, pieces, at);
  if (!found) return null;
  const end = at + found.length;
  if (/^(?:before|after)$/.test(plain(pieces, end - 1)) && !stands(pieces, end, calendar)) return null;
  // 'over the next year' looks ahead from publication.
  if (plain(pieces, at + 1) === "next" && /^(?:over|within|during|for|in)$/.test(plain(pieces, at - 1))) return null;
  const { unit, shift, hour } = found.value;
  return {
    length: found.length,
    rule: "from-text",
    hour,
    reading: { kind: "shift", unit, count: shift, from: "text", exact: true, edge: null },
  };
};

/** 'Friday', 'last Friday', 'the following Monday'. */
const weekday: Rule = (pieces, at, calendar) => {
  const which = phraseAt(calendar.which, pieces, at);
  let k = at + (which?.length ?? 0);
  let from: "text" | "publication" = "publication";
  let direction = which?.value ?? null;
  if (!which && plain(pieces, at) === "the" && /^(?:following|previous|preceding)$/.test(plain(pieces, at + 1))) {
    direction = plain(pieces, at + 1) === "following" ? "next" : "last";
    from = "text";
    k = at + 2;
  }
  const name = pieces[k];
  const day = name?.capital ? calendar.weekdays.get(name.plain) : undefined;
  if (day === undefined || calendar.words.weekdaysNeedingDate.has(name!.plain)) return null;
  const previous = pieces[k - 1];
  // 'Black Friday', 'Bloody Sunday'
  if (k === at && calendar.words.notWeekdayAfter.has(previous?.plain ?? "")) return null;
  return {
    length: k + 1 - at,
    rule: which ? "weekday-which" : "weekday",
    hour: false,
    reading: { kind: "weekday", weekday: day, which: direction, from },
  };
};

/** 'last week', 'earlier this year', 'late last month', 'the end of the year', 'over the weekend'. */
const unit: Rule = (pieces, at, calendar) => {
  let k = at;
  if (plain(pieces, k) === "the" && /^(?:past|last|coming)$/.test(plain(pieces, k + 1))) k++;
  let part: "earlier" | "later" | null = null;
  let edge: Edge | null = null;
  const head = plain(pieces, k);
  if (head === "earlier" || head === "later") {
    part = head;
    k++;
    if (plain(pieces, k) === "in") k++;
  } else {
    const found = phraseAt(calendar.edges, pieces, k);
    if (found) {
      edge = found.value;
      k += found.length;
      if (EDGE_JOINT.has(plain(pieces, k)) && plain(pieces, k) !== "the") k++;
    }
  }
  const which = phraseAt(calendar.which, pieces, k);
  let direction = which?.value ?? null;
  let past = false;
  if (which) {
    past =
      plain(pieces, k + which.length - 1) === "past" || (plain(pieces, k) === "last" && plain(pieces, k - 1) === "the");
    k += which.length;
  } else if (plain(pieces, k) === "the" && (edge || part || plain(pieces, k + 1) === "weekend")) {
    direction = plain(pieces, k + 1) === "weekend" ? "last" : "this";
    k++;
  }
  const name = calendar.units.get(plain(pieces, k));
  if (!direction || !name || plain(pieces, k).endsWith("s") || name === "day" || name === "hour") return null;
  if (edge && name !== "month" && name !== "year") return null;
  const length = k + 1 - at;
  // 'the last week of May' is not counted from publication.
  if (plain(pieces, k + 1) === "of" && past) return null;
  if (past && !edge && name !== "weekend")
    return { length, rule: "window", hour: false, reading: { kind: "window", unit: name, count: 1, ahead: false } };
  return {
    length,
    rule: "unit",
    hour: false,
    reading: { kind: "unit", unit: name, which: direction, part, edge, the: !which },
  };
};

/** 'the last two months', 'past 24 hours', 'the next three days'. */
const window: Rule = (pieces, at, calendar) => {
  let k = at;
  if (plain(pieces, k) === "the") k++;
  const direction = plain(pieces, k);
  const ahead = direction === "next" || direction === "coming" || direction === "following";
  if (!ahead && direction !== "last" && direction !== "past" && direction !== "previous") return null;
  k++;
  const count = numberAt(pieces, k, calendar.numbers);
  if (!count || count.value > 1000) return null;
  k += count.length;
  if (plain(pieces, k) === "-") k++;
  const name = calendar.units.get(plain(pieces, k));
  if (!name) return null;
  if (plain(pieces, k + 1) === "of") return null;
  return {
    length: k + 1 - at,
    rule: "window",
    hour: name === "hour",
    reading: { kind: "window", unit: name, count: count.value, ahead },
  };
};

/** 'two days ago', 'a week earlier', 'the day before', 'three years later'. */
const shift: Rule = (pieces, at, calendar) => {
  const article = /^(?:a|an|one)$/.test(plain(pieces, at));
  const the = plain(pieces, at) === "the" && plain(pieces, at + 1) === "day";
  const count = article || the ? { length: 1, value: 1 } : numberAt(pieces, at, calendar.numbers);
  if (!count || count.value > 1000 || !Number.isInteger(count.value)) return null;
  let k = at + count.length;
  const name = calendar.units.get(plain(pieces, k));
  if (!name) return null;
  k++;
  const word = plain(pieces, k);
  const direction = calendar.shifts.get(word);
  if (!direction || (the && word !== "before" && word !== "after")) return null;
  if ((word === "before" || word === "after") && !stands(pieces, k + 1, calendar)) return null;
  const signed = count.value * direction.sign;
  const length = k + 1 - at;
  if (name === "hour") {
    if (direction.from === "text") return null;
    const days = Math.ceil(count.value / 24);
    return { length, rule: "hours-ago", hour: true, reading: { kind: "days", from: -days, to: 0, grain: "hour" } };
  }
  return {
    length,
    rule: direction.from === "text" ? "shift-from-text" : "ago",
    hour: false,
    reading: { kind: "shift", unit: name, count: signed, from: direction.from, exact: article || the, edge: null },
  };
};

/** 'since then'. */
const then: Rule = (pieces, at) =>
  plain(pieces, at) === "then" && plain(pieces, at - 1) === "since"
    ? { length: 1, rule: "since-then", hour: false, reading: { kind: "then" } }
    : null;

/** 'since the offensive began', 'since the start of the war': dated where the text dates that beginning. */
const beginning: Rule = (pieces, at, calendar) => {
  if (plain(pieces, at - 1) !== "since") return null;
  const { beginningNouns: nouns, beginningVerbs: verbs } = calendar.words;
  let noun: string | null = null;
  let begun = false;
  for (let k = at; k < Math.min(at + 9, pieces.length); k++) {
    const word = plain(pieces, k);
    if (!/^[\p{L}'’-]+$/u.test(word)) break;
    if (nouns.has(word)) noun = word;
    if (verbs.has(word)) begun = true;
    if (!noun || !begun) continue;
    const match = (length: number): Match => ({
      length,
      rule: "since-beginning",
      hour: false,
      reading: { kind: "beginning", noun: noun! },
    });
    return match(k + 1 - at + (word === "broke" && plain(pieces, k + 1) === "out" ? 1 : 0));
  }
  return null;
};

/** 'on the 24th': a day of the month that the text is in. */
const ordinalDay: Rule = (pieces, at, calendar) => {
  if (plain(pieces, at) !== "the" || !/^(?:on|by|until|since)$/.test(plain(pieces, at - 1))) return null;
  const day = pieces[at + 1]?.digits;
  if (day == null || day < 1 || day > 31 || !/^(?:st|nd|rd|th)$/.test(plain(pieces, at + 2)) || !pieces[at + 2]!.glued)
    return null;
  if (!stands(pieces, at + 3, calendar)) return null;
  return { length: 3, rule: "ordinal-day", hour: false, reading: calendarReading({ day }) };
};

export const relative: Rule = (pieces, at, calendar) =>
  longest(
    [fromPublication, fromText, weekday, unit, window, shift, then, beginning, ordinalDay].map((rule) =>
      rule(pieces, at, calendar),
    ),
  );
