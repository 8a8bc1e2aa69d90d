// Where one sentence of scraped news ends and the next begins. It sees one paragraph at a time and gives spans of it;
// what kind of paragraph that is, and what its words mean, is not its business.

// Never the end of a sentence, whatever follows ('Lt. Gen. Townsend').
const TITLES = new Set(
  (
    "mr mrs ms dr prof gen lt col maj capt sgt cpl pvt spc brig adm cmdr cdr sen rep gov pres st mt ft rev hon supt insp " +
    "amb atty sec msgr vs eng hajj"
  ).split(" "),
);
// Only before a figure ('No. 7', 'Nov. 6').
const BEFORE_FIGURES = new Set(
  "no nos jan feb mar apr jun jul aug sep sept oct nov dec art fig vol pp p ch sec approx ca est".split(" "),
);
// Ends a sentence only when what follows can only begin one ('5 a.m. The army' against '5 a.m. Friday').
const MAYBE = new Set(
  "km kms m mi ft kg etc inc ltd co corp jr sr bros dept govt a.m p.m am pm al ave blvd i.e e.g".split(" "),
);
const OPENERS = new Set(
  (
    "the this that these those a an in on at he she it they we i you but and or so yet meanwhile earlier later however " +
    "according after as for its their his her there when while since some many most more two three several dozens " +
    "hundreds thousands another no not if by with from to both all what who why how then now such even only still also among between during following under over"
  ).split(" "),
);
// Where a sentence begins though the stop before it was lost: 'in the north The town was retaken', 'the killings On 8 June
// 2013', 'until May See also: …'. A name goes on with a capital ('The Hague'), a headline with a word ('On Foot').
const UNSTOPPED =
  /(?<=[\p{Ll}\p{N})%])\s(?=The \p{Ll}|See also\b|(?:On|By|Since|In) (?:late |early |mid-?)?(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December) \d)/gu;
const STOPS = /(?:[.!?…。؟۔।]+)/gu;
const CLOSERS = /["”’'»)\]]/;
const OPENING = /["“‘'«([]/;
const LONGEST = 2500;

/** The word (letters and inner dots) that ends right before `end`. */
function wordBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < 30 && /[\p{L}\p{N}.\p{M}]/u.test(text[start - 1]!)) start--;
  return text.slice(start, end).replace(/^\.+/, "");
}

const wordAt = (text: string, start: number): string =>
  /^[\p{L}\p{N}'’-]+/u.exec(text.slice(start, start + 40))?.[0] ?? "";

/** Whether the stop ending at `end` (after closing quotes, at `after`) ends a sentence; `next` is where words go on. */
function ends(text: string, at: number, end: number, after: number, next: number): boolean {
  const stop = text.slice(at, end);
  let letter = next;
  while (letter < text.length && OPENING.test(text[letter]!)) letter++;
  const first = text[letter] ?? "";
  const gap = next > after;
  const before = wordBefore(text, at);
  const onlyDot = stop === ".";
  if (/[.…]/.test(stop) && /\p{Ll}/u.test(first)) return false;
  if (/[!?]/.test(stop) && /\p{Ll}/u.test(first)) return false;
  if (!/[\p{L}\p{N}#@•$€£]/u.test(first)) return false;
  if (!gap) {
    // A missing space, as scrapers leave it: 'war.The army'. Not 'www.Site', not '3.5', not 'U.N'.
    const following = wordAt(text, letter);
    return (
      !/\p{N}/u.test(first) &&
      /\p{Lu}/u.test(first) &&
      (/\p{Ll}/u.test(following[1] ?? "") || /^(A|I)$/.test(following)) &&
      (after > end || /(?:[\p{Ll}\p{N}%]{2}|["”’'»)\]])$/u.test(text.slice(Math.max(0, at - 2), at)) || !onlyDot) &&
      !/^(www|https?)$/i.test(before)
    );
  }
  if (!onlyDot || after > end) return true;
  const low = before.toLowerCase();
  const following = wordAt(text, letter).toLowerCase();
  if (/^\p{Lu}$/u.test(before))
    return OPENERS.has(following) && following !== "a" && following.length > 1 && !isInitial(text, at);
  if (TITLES.has(low) && /^\p{Lu}/u.test(before)) return false;
  if (BEFORE_FIGURES.has(low) && /^\d/.test(first)) return false;
  if (/^(\p{L}\.)+\p{L}$/u.test(before) || MAYBE.has(low)) return OPENERS.has(following);
  return true;
}

/** 'J. K. Smith', 'Donald J. Trump': a single capital after another name or at the start. */
const isInitial = (text: string, at: number): boolean =>
  /(?:^|[\p{Lu}][\p{L}.]*\s)\p{Lu}$/u.test(text.slice(Math.max(0, at - 20), at));

/**
 * Sentences of one paragraph as [start, end) pairs of `text`, trimmed of white space; together they hold every
 * character of it that is not white space.
 */
export function sentences(text: string): [start: number, end: number][] {
  const cuts: number[] = [];
  for (const match of text.matchAll(STOPS)) {
    const at = match.index;
    const end = at + match[0].length;
    let after = end;
    while (after < text.length && CLOSERS.test(text[after]!) && !opensNext(text, after)) after++;
    let next = after;
    while (next < text.length && /\s/.test(text[next]!)) next++;
    if (next < text.length && ends(text, at, end, after, next)) cuts.push(next);
  }
  for (const bullet of text.matchAll(/(?<=\s)[•▪●◦‣]\s/gu)) cuts.push(bullet.index);
  for (const lost of text.matchAll(UNSTOPPED)) cuts.push(lost.index + 1);
  cuts.sort((a, b) => a - b);
  const found: [number, number][] = [];
  let start = 0;
  for (const cut of [...cuts, text.length]) {
    if (cut > start) pushTrimmed(text, start, cut, found);
    start = Math.max(start, cut);
  }
  return found;
}

/** A quotation mark right after a stop that opens the next sentence: 'ended."The war' closes, 'ended. "The' opens. */
const opensNext = (text: string, at: number): boolean =>
  /["'“‘«]/.test(text[at]!) && /[“‘«]/.test(text[at]!) && /\p{L}/u.test(text[at + 1] ?? "");

function pushTrimmed(text: string, from: number, to: number, found: [number, number][]): void {
  let start = from;
  while (start < to && /\s/.test(text[start]!)) start++;
  let end = to;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  // A text without stops is cut at a space, so that no sentence costs more than a page of reading.
  while (end - start > LONGEST) {
    const space = text.lastIndexOf(" ", start + LONGEST);
    const cut = space > start + LONGEST / 2 ? space : start + LONGEST;
    found.push([start, cut]);
    start = cut;
    while (start < end && /\s/.test(text[start]!)) start++;
  }
  if (end > start) found.push([start, end]);
}
