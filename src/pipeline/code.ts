// The whole way of one document from its text to its claims: passages, mentions, sentences, accounts, slots, claims. The only
// file of the coder that knows text, extract and resolve together; it decides nothing about words itself.
import type { Codebook } from "../codebook/load.ts";
import type { Theatre } from "../codebook/theatres.ts";
import { type Account, accountOf } from "../extract/accounts.ts";
import { pointsBack } from "../extract/again.ts";
import { cutAsides, rejoin } from "../extract/asides.ts";
import { claimOf, claimPlace, figure, party, quoteOf } from "../extract/claims.ts";
import { findAllDates } from "../extract/dates/undated-text.ts";
import { leaveOthersFigures, recounted } from "../extract/figures/claimed.ts";
import { findFigures } from "../extract/figures/figures.ts";
import { findTriggers } from "../extract/frames.ts";
import { mergeTellings } from "../extract/merge.ts";
import { asOneHappening } from "../extract/one-happening.ts";
import { orderOf } from "../extract/orders.ts";
import { resolveReferences } from "../extract/parties/coreference.ts";
import { findAcronyms, findOffices, findSurnames, namedInFull } from "../extract/parties/mentions.ts";
import type { PhraseContext } from "../extract/parties/phrase-parts.ts";
import { findPhrases } from "../extract/parties/phrases.ts";
import { heldIn } from "../extract/places/held.ts";
import { pickPlaces } from "../extract/places/pick.ts";
import { findPlaces } from "../extract/places/places.ts";
import { subjectOf } from "../extract/places/subject.ts";
import { restate, restatedIn } from "../extract/restated.ts";
import { type Attribution, findAttributions } from "../extract/saying/attribution.ts";
import { deniable, denialIn, deniedOf, deny } from "../extract/saying/denials.ts";
import { withoutOutlet } from "../extract/saying/own-outlet.ts";
import { carrySources } from "../extract/saying/quotes.ts";
import { byTelling, saidAt, saidDates, withoutSaid } from "../extract/saying/said.ts";
import { withStatement } from "../extract/saying/statements.ts";
import { draftSentence, spanOf } from "../extract/sentence.ts";
import { isBackground, isStanding, pickFigures, pickTime, type Read } from "../extract/slots.ts";
import { asTally, outsideTally, splitTally } from "../extract/tallies.ts";
import { causedBy, goneOn, isBareToll, isCause } from "../extract/tolls.ts";
import { wordsToParse } from "../extract/tree.ts";
import { datedByContext, isNews, sinceTold } from "../extract/undated.ts";
import { bareShootings } from "../extract/victims/bare.ts";
import { shootingDay } from "../extract/victims/day.ts";
import { asOneShooting, isOfShooting } from "../extract/victims/one-shooting.ts";
import { isShooting } from "../extract/victims/story.ts";
import { tollOf } from "../extract/victims/toll.ts";
import { streetsIn, townOf } from "../extract/victims/town.ts";
import type { Sentence } from "../language/types.ts";
import {
  type Claim,
  type Day,
  type Document,
  day,
  type Note,
  overlaps,
  type Passage,
  type PlaceMention,
  type Span,
} from "../model/index.ts";
import { decidePlaces } from "../resolve/toponyms.ts";
import { byPassage, passages } from "../text/passages.ts";
import { codeArabic } from "./code-arabic.ts";
import { languageOf } from "./known-names.ts";

export interface Coded {
  readonly claims: Claim[];
  readonly notes: Note[];
}

/** The theatre whose countries the document's places and actors lie in most; null where none is named. */
function theatreOf(mentions: readonly PlaceMention[], codebook: Codebook): Theatre | null {
  const counts = new Map<string, number>();
  for (const m of mentions) {
    const country = m.candidates[0]?.country;
    if (country) counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  const weight = (t: Theatre): number => t.countries.reduce((n, c) => n + (counts.get(c) ?? 0), 0);
  const best = [...codebook.theatres].sort((a, b) => weight(b) - weight(a))[0];
  return best && weight(best) > 0 ? best : null;
}

/** The trees of the passages. */
function parse(worded: readonly Passage[], codebook: Codebook): Sentence[] {
  const cut = worded.map((p) => cutAsides(wordsToParse(p)));
  const parsed = languageOf(codebook).trees(cut.flatMap((c) => c.pieces.map((piece) => piece.map((i) => c.words[i]!))));
  let next = 0;
  return cut.map((c) => {
    const from = next;
    next += c.pieces.length;
    return rejoin(c, parsed.slice(from, next));
  });
}

interface ReadDocument {
  readonly reads: Read[];
  /** The place that the document is about. */
  readonly subject: PlaceMention | null;
}

function readDocument(document: Document, codebook: Codebook, published: Day | null): ReadDocument {
  const all = passages(document);
  const candidates = findPlaces(all, codebook.gazetteer);
  const theatre = theatreOf(candidates, codebook);
  const places = decidePlaces(candidates, { gazetteer: codebook.gazetteer, home: theatre?.countries ?? [] });
  const dates = findAllDates(all, { published, calendar: codebook.calendar });
  const figures = findFigures(all, codebook.figures);
  const worded = all.filter((p) => p.tokens.length > 0);
  const drafts = parse(worded, codebook).map((tree, i) => draftSentence(worded[i]!, tree, i));
  const acronyms = findAcronyms(drafts, codebook);
  const [placesOf, datesOf, figuresOf] = [
    byPassage(worded, places),
    byPassage(worded, dates),
    byPassage(worded, figures),
  ];
  const isPlace = drafts.map((d, n) => {
    const mine = placesOf[n]!;
    return (i: number): boolean => mine.some((m) => overlaps(m.span, d.passage.tokens[i]!.span));
  });
  const lands = new Set(places.flatMap((m) => (m.place?.country ? [m.place.country] : [])));
  const context = (named: PhraseContext["named"], full: PhraseContext["full"]): PhraseContext => ({
    codebook,
    theatre,
    on: published,
    named,
    full,
    lands,
  });
  const once = drafts.map((d, i) => ({ phrases: findPhrases(d, context(acronyms, null), isPlace[i]!) }));
  const surnames = findSurnames(once);
  const named = new Map([...surnames, ...acronyms]);
  // Only surnames read otherwise once the whole document is known.
  const unsettled = (i: number): boolean =>
    drafts[i]!.texts.some((t) => surnames.has(t)) || once[i]!.phrases.some((p) => p.actor?.kind === "person");
  const full = namedInFull(once);
  const phrases = resolveReferences(
    drafts,
    drafts.map((d, i) => (unsettled(i) ? findPhrases(d, context(named, full), isPlace[i]!) : once[i]!.phrases)),
    codebook,
    {
      generic: (name) => {
        const id = theatre?.generic(name, published);
        return id ? codebook.actors.get(id) : null;
      },
      army: (country) =>
        codebook.actors.all.find(
          (a) =>
            a.kind === "army" &&
            a.country === country &&
            (!published || ((!a.from || a.from <= published) && (!a.to || published <= a.to))),
        ) ?? null,
    },
  );
  const reads = drafts.map((d, i) => ({
    sentence: { ...d, phrases: phrases[i]! },
    dates: datesOf[i]!,
    places: placesOf[i]!,
    figures: figuresOf[i]!,
  }));
  return { reads, subject: subjectOf(all, places, codebook.gazetteer) };
}

/**
 * Claims of one document, in order of the text, and notes on what could not be coded.
 * Of Arabic only short reports of attacks are read. Any other language yields none; it bears a `not-coded` note since it was read.
 */
export function codeDocument(document: Document, codebook: Codebook): Coded {
  const arabic = codeArabic(document, codebook);
  if (arabic !== null) return { claims: arabic, notes: [] };
  if (document.lang !== null && document.lang !== "en") return { claims: [], notes: [] };
  const published = day(document.published);
  const { reads, subject } = readDocument(document, codebook, published);
  const offices = findOffices(reads.map((r) => r.sentence));
  const attributions: Attribution[][] = carrySources(
    reads.map((r) => findAttributions(r.sentence, codebook)),
    reads,
  );
  const claims: Claim[] = [];
  const news = new Set<string>();
  const again = new Set<string>();
  let last: Account | null = null;
  let cause: Account | null = null;
  let lastClaim: Claim | null = null;
  const tellings = new Map<Account, Claim>();
  reads.forEach((read, i) => {
    const before = claims.length;
    // In a history of one place 'it' may be that place.
    const isPlace = (t: number): boolean =>
      (subject !== null && read.sentence.words[t] === "it") ||
      read.places.some((m) => overlaps(m.span, read.sentence.passage.tokens[t]!.span));
    const triggers = outsideTally(read, findTriggers(read.sentence, codebook, isPlace), codebook);
    const { tally, rest } = splitTally(read, triggers, codebook);
    const counted = tally && accountOf(read, tally, [], attributions[i]!, codebook);
    let accounts = withStatement(read, rest, attributions[i]!, offices, codebook);
    if (counted) accounts = [...accounts.filter((a) => a.event !== "statement"), asTally(counted)];
    const denial = denialIn(read, attributions[i]!, codebook);
    const refuted = denial && !accounts.some((a) => a.stance === "denied") ? deniedOf(accounts, denial, last) : null;
    const denied = denial && refuted ? deny(refuted, read, denial) : null;
    if (denied) accounts = [...accounts.filter((a) => a.event !== "statement"), denied];
    const second = restatedIn(read, attributions[i]!);
    const recount = second && last && lastClaim ? restate(last, read, second.by) : null;
    if (recount) accounts = [...accounts.filter((a) => a.event !== "statement"), recount];
    for (const told of accounts) {
      const alone = !accounts.some((a) => a !== told && !a.trigger.frame.weak && a.event !== "statement");
      const account = isBareToll(told) ? (alone ? causedBy(told, cause) : told) : goneOn(told, cause);
      if (isCause(account)) cause = account;
      const claim = toClaim(
        account,
        reads,
        subject,
        i,
        document,
        codebook,
        published,
        denied === told && refuted ? (tellings.get(refuted) ?? null) : recount === told ? lastClaim : null,
      );
      Object.assign(claim, { sources: withoutOutlet(claim, document, codebook) });
      if (isNews(account)) news.add(claim.id);
      if (pointsBack(account)) {
        again.add(claim.id);
        // 'this attack breaks the truce of March': the day in its sentence is another's.
        if (!published && claim.time?.rule === "sentence") Object.assign(claim, { time: null });
      }
      tellings.set(told, claim).set(account, claim);
      // The figures of a tally are no other event's.
      if (counted && account.event !== "casualty_tally") Object.assign(claim, { figures: [] });
      claims.push(recount === told && second ? recounted(claim, second.figure, lastClaim) : claim);
      if (deniable(account)) {
        last = account;
        lastClaim = claim;
      }
    }
    leaveOthersFigures(claims.slice(before));
  });
  const shooting = isShooting(reads, claims, codebook);
  for (const bare of shooting ? bareShootings(reads, codebook) : []) {
    if (claims.some((c) => isOfShooting(c, codebook))) break;
    const only = accountOf(reads[bare.at]!, bare.trigger, [], attributions[bare.at]!, codebook);
    const claim = only && toClaim(only, reads, subject, bare.at, document, codebook, published, null);
    if (claim) news.add(claim.id);
    if (claim) claims.push(claim);
  }
  const title = reads.filter((r) => r.sentence.passage.kind === "title").map((r) => r.sentence.passage.span);
  const side = (id: string): string | null => codebook.actors.get(id)?.side ?? null;
  const told = mergeTellings(
    claims,
    (c) => title.some((t) => t[0] <= c.start && c.end <= t[1]),
    (a, b) => (side(a) === b || side(b) === a ? "speaks" : side(a) !== null && side(a) === side(b) ? "side" : null),
    (c) => again.has(c.id),
  );
  const since = asOneHappening(told).map((c) => sinceTold(c, told, published, document.text));
  const dated = datedByContext(since, { news, published });
  if (!shooting) return { claims: dated, notes: [] };
  const whole = {
    toll: tollOf(reads, codebook),
    when: shootingDay(reads, published, codebook),
    town: townOf(reads, codebook),
    streets: streetsIn(reads, codebook),
  };
  return { claims: asOneShooting(dated, whole, published, codebook), notes: [] };
}

function toClaim(
  account: Account,
  reads: readonly Read[],
  subject: PlaceMention | null,
  i: number,
  document: Document,
  codebook: Codebook,
  published: Day | null,
  copied: Claim | null,
): Claim {
  const read = reads[i]!;
  const { sentence } = read;
  const at = [account.trigger.from, account.trigger.to] as const;
  const quote = quoteOf(account, document.text);
  const names = (ids: readonly string[]): string[] => ids.map((id) => codebook.gazetteer.get(id)?.name ?? id);
  const taken = [...account.actors, ...account.targets].map((p) => p.at);
  const said = saidDates(account);
  const events = account.event === "statement" ? read : withoutSaid(read, said);
  const time =
    pickTime(events, at, published, {
      tally: account.event === "casualty_tally",
      done: account.stance === "asserted" && account.trigger.frame.holding !== null,
    }) ?? byTelling(account, said);
  const background =
    isBackground(sentence, at, time, published, codebook) ||
    account.trigger.frame.standing ||
    (time === null && isStanding(account, read));
  const local = codebook.events.types.get(account.event)?.local === true || account.trigger.frame.place.size > 0;
  const telling = account.chain
    .filter((a) => a.content[0] <= at[0] && at[0] < a.content[1] && a.cue[0] >= a.content[1])
    .map((a): Span => spanOf(sentence.passage, a.content[1], sentence.words.length));
  const picks =
    account.event === "statement"
      ? []
      : pickPlaces(
          read,
          at,
          account.trigger.frame,
          {
            taken,
            telling,
            local,
            carry: !background && codebook.events.types.get(account.event)?.local === true,
            subject,
            held: account.trigger.frame.holding === "controls" ? heldIn(read, account.trigger, codebook) : null,
          },
          reads.slice(0, i),
        );
  const spans = [quote, ...account.triggers.flatMap((t) => stretches(read, t.clause))];
  const figures = pickFigures(
    read,
    account.event,
    spans,
    account.sources.map((p) => p.at),
  ).map((f) => figure(f, read.figures));
  const own = picks.map((p) => claimPlace(p, names, subject));
  // What points back is about the place told before: 'the ministry in Damascus denied it' names where the denier sits.
  const places = copied?.places.some((p) => p.kind !== "country") ? copied.places : own;
  const claim = claimOf(
    account,
    { time: time ?? copied?.time ?? null, said: saidAt(said), places, figures, background },
    quote,
    document,
    codebook,
  );
  const whole = copied ? { ...claim, actors: copied.actors, targets: copied.targets, figures: copied.figures } : claim;
  const order = orderOf(account, {
    text: document.text,
    codebook,
    addressees: account.targets.map((p) => party(p)),
    place: places.find((p) => p.role !== "from") ?? null,
    announced: time && time.start === time.end ? time.start : null,
    reads: reads.slice(i, i + 6),
    stance: account.stance,
  });
  return order ? { ...whole, order } : whole;
}

/** Every stretch of words of the predicate that the clause is of. */
const stretches = ({ sentence }: Read, clause: number): Span[] => {
  const { head } = sentence.clauses[clause] ?? sentence.clauses[0]!;
  // 'bombed the town, killing four and wounding ten': what follows from it tells its toll.
  const own = (at: number): boolean =>
    at === head ||
    (sentence.clauses.some((c) => c.head === at && (c.kind === "participle" || c.kind === "coordinate")) &&
      sentence.tree.holds(head, at));
  return sentence.clauses.filter((c) => own(c.head)).map((c) => spanOf(sentence.passage, c.from, c.to));
};
