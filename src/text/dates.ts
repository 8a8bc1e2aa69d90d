// Dates of publication as heads of reports print them: only a full date, year included, that can be read in one way.
// Dates inside the report's sentences are read elsewhere (extract); nothing here looks at them.

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const WEEKDAY = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?";
const CLOCK =
  "(?:,?\\s*(?:at|[|@·–-])?\\s*\\d{1,2}[:.]\\d{2}(?::\\d{2})?(?:\\s*[ap]\\.?\\s?m\\.?)?)?(?:\\s*\\(?(?:GMT|UTC|BST|CET|EET|EST|EDT|KSA|IST)\\)?)?";
/** Groups d1 m1 y1 (6 December 2024), m2 d2 y2 (December 6, 2024; 'Nov 022017' as scrapers leave it), iso, and nn. */
const DATE = `(?:(?<d1>\\d{1,2})(?:st|nd|rd|th)?\\s+(?<m1>${MONTH})\\.?\\s*[,،]?\\s+(?<y1>\\d{4})|(?<m2>${MONTH})\\.?\\s+(?:(?<d2>\\d{1,2})(?:st|nd|rd|th)?(?:\\s*,\\s*|\\s+)|(?<d3>\\d{2}),?)(?<y2>\\d{4})|(?<iso>\\d{4}[-/]\\d{2}[-/]\\d{2})|(?<a>\\d{1,2})(?<sep>[-/.])(?<b>\\d{1,2})\\k<sep>(?<y3>\\d{4}))(?!\\d)`;
const LABEL =
  "(?:date of publication|date published|published(?: on| at)?|posted(?: on| at)?|publication date|publish date|last updated?(?: on| at)?|updated(?: on| at)?|first published|date)\\s*[:|-]?\\s*";

/** A clock before the date: '11:11 PM EST Nov 19, 2019'. */
const EARLY = "(?:\\d{1,2}:\\d{2}\\s*(?:[ap]\\.?m\\.?)?\\s*(?:[A-Z]{2,4}\\s)?,?\\s*)?";

export const FULL_DATE = new RegExp(DATE, "iu");
/** A label and a date, or a date alone, at the start of a line; group `label` is the label. */
export const HEAD_DATE = new RegExp(`^[*_(\\s]*(?<label>${LABEL})?${EARLY}${WEEKDAY}${DATE}${CLOCK}[*_)\\s]*`, "iu");
/** A headline's last words: 'Two killed in Nawa, October 28, 2022'. */
export const TITLE_DATE = new RegExp(`,\\s+${WEEKDAY}${DATE}[\\s.]*$`, "iu");
/** What stands below a post: '11:55 AM · Aug 18, 2022'. */
export const POST_STAMP = new RegExp(`\\d{1,2}:\\d{2}\\s*[ap]m\\s*[·•]\\s*${DATE}`, "iu");
/** A day and month without a year, as datelines have them: 'Dec 6'. */
export const DAY_MONTH = `(?:${MONTH}\\.?\\s+\\d{1,2}|\\d{1,2}\\s+${MONTH}\\.?)`;
export const ANY_DATE = `(?:${WEEKDAY}(?:${MONTH}\\.?\\s+\\d{1,2}(?:,\\s*\\d{4})?|\\d{1,2}\\s+${MONTH}\\.?(?:,?\\s+\\d{4})?))`;

const iso = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1000
    ? date.toISOString().slice(0, 10)
    : null;
};

/** The day that a match of FULL_DATE or HEAD_DATE names, YYYY-MM-DD; null when it is no day or could be two. */
export function dayOfMatch(match: RegExpExecArray | RegExpMatchArray): string | null {
  const g = match.groups ?? {};
  if (g.iso) {
    const [y, m, d] = g.iso.split(/[-/]/).map(Number) as [number, number, number];
    return iso(y, m, d);
  }
  const month = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  if (g.m1) return iso(Number(g.y1), month(g.m1), Number(g.d1));
  if (g.m2) return iso(Number(g.y2), month(g.m2), Number(g.d2 ?? g.d3));
  const [a, b, y] = [Number(g.a), Number(g.b), Number(g.y3)];
  // 05/07/2015 is two days; 21-05-2016 is one, and dots are only written day first.
  if (g.sep === "." || a > 12 || a === b) return iso(y, b, a);
  return b > 12 ? iso(y, a, b) : null;
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const MAIL =
  /^(?:[a-z]{3},\s*)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})\s+(\d{1,2}:\d{2})(:\d{2})?\s*([+-]\d{4}|[A-Z]{1,4})?/i;
const ZONES: Readonly<Record<string, string>> = {
  GMT: "Z",
  UTC: "Z",
  UT: "Z",
  Z: "Z",
  EST: "-05:00",
  EDT: "-04:00",
  CST: "-06:00",
  CDT: "-05:00",
  MST: "-07:00",
  MDT: "-06:00",
  PST: "-08:00",
  PDT: "-07:00",
};

/**
 * A date as metadata, feeds and mail write it, as YYYY-MM-DD or as an ISO instant with its zone; a time without zone is
 * cut to its day. Null when it is no date, `odd` when it is a date that no report bears (before 1900, after 2199).
 */
export function published(said: string): { value: string | null; odd: boolean } {
  const text = said.trim();
  const found = readInstant(text);
  if (found === null) return { value: null, odd: /^\d{4}-\d{2}-\d{2}/.test(text) };
  const year = Number(found.slice(0, 4));
  return year < 1900 || year > 2199 ? { value: null, odd: true } : { value: found, odd: false };
}

function readInstant(text: string): string | null {
  const instant = INSTANT.exec(text);
  if (instant) {
    const [, day, clock, seconds = ":00", zone] = instant as unknown as [string, string, string, string?, string?];
    const [y, m, d] = day.split("-").map(Number) as [number, number, number];
    if (!iso(y, m, d) || Number(clock.slice(0, 2)) > 23 || Number(clock.slice(3)) > 59) return null;
    return zone ? `${day}T${clock}${seconds}${zoneOf(zone)}` : day;
  }
  const mail = MAIL.exec(text);
  if (mail) {
    const day = iso(Number(mail[3]), MONTHS.indexOf(mail[2]!.toLowerCase()) + 1, Number(mail[1]));
    if (!day) return null;
    const zone = mail[6] ? zoneOf(mail[6]) : null;
    return zone ? `${day}T${mail[4]!.padStart(5, "0")}${mail[5] ?? ":00"}${zone}` : day;
  }
  const date = FULL_DATE.exec(text);
  return date && text.length < 80 ? dayOfMatch(date) : null;
}

const zoneOf = (zone: string): string | null =>
  /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : (ZONES[zone.toUpperCase()] ?? null);
