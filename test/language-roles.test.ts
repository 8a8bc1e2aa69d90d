// Roles read from hand-built parses, a construction at a time, with rows that must find nothing. How well our own parses
// carry them is another question, which language-relations.test.ts asks.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rolesOf } from "../src/language/syntax/roles.ts";
import type { NameType, Sentence, Word } from "../src/language/types.ts";

const UPOS: readonly [RegExp, string][] = [
  [/^NNP/, "PROPN"],
  [/^NN/, "NOUN"],
  [/^PRP|^W[DP]/, "PRON"],
  [/^V/, "VERB"],
  [/^IN/, "ADP"],
  [/^DT/, "DET"],
  [/^JJ/, "ADJ"],
  [/^CD/, "NUM"],
  [/^[^A-Z]/, "PUNCT"],
];

/**
 * A sentence from a line for each word: "form XPOS head relation". The head is named by its form, which must be the only
 * one, or is "-" for the root; a form may carry its lemma ("said/say").
 */
function parse(text: string): Sentence {
  const rows = text
    .trim()
    .split(/\s*[\n;]\s*/)
    .map((row) => row.split(/ +/));
  const forms = rows.map(([form = ""]) => form.split("/")[0]!);
  let at = 0;
  const words = rows.map(([written = "", xpos = "", head = "", relation = ""]): Word => {
    if (head !== "-" && forms.filter((form) => form === head).length !== 1)
      throw new Error(`Head "${head}" of ${written}`);
    const [form = "", lemma = form] = written.split("/");
    const start = at;
    at += form.length + 1;
    const upos = UPOS.find(([tag]) => tag.test(xpos))?.[1] ?? "X";
    return { start, end: at - 1, form, lemma, upos, xpos, head: forms.indexOf(head), relation };
  });
  return { start: 0, end: at - 1, words, names: [] };
}

/** "subject | object | agent | speaker", conjuncts joined by commas, and "(passive)" where it is one. */
function shown(sentence: Sentence, form: string): string {
  const predicate = sentence.words.findIndex((word) => word.form === form);
  const { passive, ...roles } = rolesOf(sentence, predicate);
  const cells = [roles.subject, roles.object, roles.agent, roles.speaker].map(
    (indices) => indices.map((index) => sentence.words[index]!.form).join(",") || "-",
  );
  return cells.join(" | ") + (passive ? " (passive)" : "");
}

const own = `rebels NNS seized nsubj; seized/seize VBD - root; towns NNS seized obj`;

test.each<[string, string, string, string]>([
  ["plain", own, "seized", "rebels | towns | - | -"],
  ["intransitive", "shells NNS fell nsubj; fell/fall VBD - root", "fell", "shells | - | - | -"],
  ["imperative", "stop VB - root; it PRP stop obj", "stop", "- | it | - | -"],
  [
    "conjoined arguments",
    "Russia NNP bombed nsubj; and CC Syria cc; Syria NNP Russia conj; bombed VBD - root; Hama NNP bombed obj; and2 CC Idlib cc; Idlib NNP Hama conj",
    "bombed",
    "Russia,Syria | Hama,Idlib | - | -",
  ],
  [
    "two objects",
    "army NN gave nsubj; gave/give VBD - root; them PRP gave iobj; hours NNS gave obj",
    "gave",
    "army | hours | - | -",
  ],
  ["only an indirect object", "he PRP told nsubj; told/tell VBD - root; AFP NNP told iobj", "told", "he | AFP | - | -"],
  ["existential", "There EX were expl; were/be VBD - root; clashes NNS were nsubj", "were", "clashes | - | - | -"],
  [
    "clausal subject",
    "losing VBG hurt csubj; Hama NNP losing obj; hurt VBD - root; them PRP hurt obj",
    "hurt",
    "losing | them | - | -",
  ],
  ["a past tense tagged as participle", "They PRP seized nsubj; seized VBN - root", "seized", "They | - | - | -"],
  [
    "perfect",
    "They PRP seized nsubj; have VBP seized aux; seized VBN - root; it PRP seized obj",
    "seized",
    "They | it | - | -",
  ],
])("active, %s", (_, text, predicate, expected) => {
  expect(shown(parse(text), predicate)).toBe(expected);
});

test.each<[string, string, string, string]>([
  [
    "with agent",
    "He PRP shot nsubj:pass; was VBD shot aux:pass; shot VBN - root; by IN snipers case; snipers NNS shot obl:agent; and CC guards cc; guards NNS snipers conj",
    "shot",
    "He | - | snipers,guards | - (passive)",
  ],
  ["headline, verb as root", "Child NN killed nsubj:pass; killed VBN - root", "killed", "Child | - | - | - (passive)"],
  ["headline, noun as root", "Child NN - root; killed VBN Child acl", "killed", "Child | - | - | - (passive)"],
  [
    "a place that is no agent",
    "He PRP shot nsubj:pass; was VBD shot aux:pass; shot VBN - root; by IN river case; river NN shot obl",
    "shot",
    "He | - | - | - (passive)",
  ],
  [
    "of two objects",
    "They PRP given nsubj:pass; were VBD given aux:pass; given VBN - root; hours NNS given obj",
    "given",
    "They | hours | - | - (passive)",
  ],
  [
    "joined participle",
    "He PRP beaten nsubj:pass; was VBD beaten aux:pass; beaten VBN - root; and CC freed cc; freed VBN beaten conj; by IN police case; police NNS beaten obl:agent",
    "freed",
    "He | - | police | - (passive)",
  ],
  [
    "own subject in the second half",
    "Two CD killed nsubj:pass; killed VBN - root; nine CD wounded nsubj:pass; wounded VBN killed conj",
    "wounded",
    "nine | - | - | - (passive)",
  ],
])("passive, %s", (_, text, predicate, expected) => {
  expect(shown(parse(text), predicate)).toBe(expected);
});

describe("what the tree leaves unsaid", () => {
  const relative = (pronoun: string, rest: string) =>
    `The DT strike det; strike NN missed nsubj; ${pronoun}; ${rest}; missed VBD - root`;
  test.each<[string, string, string, string]>([
    [
      "joined verb",
      "They PRP entered nsubj; entered VBD - root; Hama NNP entered obj; and CC burned cc; burned VBD entered conj; it PRP burned obj",
      "burned",
      "They | it | - | -",
    ],
    [
      "joined verb does not take an object that went before",
      "They PRP entered nsubj; entered VBD - root; Hama NNP entered obj; and CC fled cc; fled VBD entered conj",
      "fled",
      "They | - | - | -",
    ],
    [
      "object after both verbs",
      "They PRP shelled nsubj; shelled VBD - root; and CC burned cc; burned VBD shelled conj; it PRP shelled obj",
      "burned",
      "They | it | - | -",
    ],
    [
      "participle of the active",
      "men NNS - root; backing VBG men acl; him PRP backing obj",
      "backing",
      "men | him | - | -",
    ],
    [
      "participle of the passive",
      "Men NNS fled nsubj; backed VBN Men acl; by IN Turkey case; Turkey NNP backed obl:agent; fled VBD - root",
      "backed",
      "Men | - | Turkey | - (passive)",
    ],
    [
      "relative subject",
      relative("that WDT killed nsubj", "killed VBD strike acl:relcl; five CD killed obj"),
      "killed",
      "strike | five | - | -",
    ],
    [
      "verb joined to a relative",
      relative(
        "that WDT hit nsubj",
        "hit VBD strike acl:relcl; and CC killed cc; killed VBD hit conj; five CD killed obj",
      ),
      "killed",
      "strike | five | - | -",
    ],
    [
      "relative object",
      relative("which WDT denied obj", "Israel NNP denied nsubj; denied/deny VBD strike acl:relcl"),
      "denied",
      "Israel | strike | - | -",
    ],
    [
      "relative object without a pronoun",
      "town NN - root; rebels NNS held nsubj; held VBD town acl:relcl",
      "held",
      "rebels | town | - | -",
    ],
    [
      "the same through control",
      "town NN - root; they PRP tried nsubj; tried VBD town acl:relcl; to TO take mark; take VB tried xcomp",
      "take",
      "they | town | - | -",
    ],
    [
      "the verb above it has no object",
      "town NN - root; they PRP tried nsubj; tried VBD town acl:relcl; to TO take mark; take VB tried xcomp",
      "tried",
      "they | - | - | -",
    ],
    ["a day is no object", "day NN - root; war NN began nsubj; began VBD day acl:relcl", "began", "war | - | - | -"],
    [
      "a preposition left behind",
      "house NN - root; they PRP fired nsubj; fired VBD house acl:relcl; at IN fired obl",
      "fired",
      "they | - | - | -",
    ],
    [
      "a relative adverb",
      "town NN - root; where WRB died advmod; ten CD died nsubj; died VBD town acl:relcl",
      "died",
      "ten | - | - | -",
    ],
    [
      "relative out of a deeper clause",
      "shell NN - root; which WDT hit nsubj; he PRP said nsubj; said/say VBD shell acl:relcl; hit VBD said ccomp; it PRP hit obj",
      "hit",
      "shell | it | - | he",
    ],
    [
      "a question inside a relative clause",
      "men NNS - root; who WP know nsubj; know VBP men acl:relcl; who2 WP fired nsubj; fired VBD know ccomp",
      "fired",
      "who2 | - | - | -",
    ],
    ["a question", "Who WP fired nsubj; fired VBD - root; it PRP fired obj", "fired", "Who | it | - | -"],
    [
      "subject control",
      "They PRP tried nsubj; tried VBD - root; to TO flee mark; flee VB tried xcomp",
      "flee",
      "They | - | - | -",
    ],
    [
      "object control",
      "They PRP forced nsubj; forced VBD - root; him PRP forced obj; to TO flee mark; flee VB forced xcomp",
      "flee",
      "him | - | - | -",
    ],
    [
      "a promise is kept by who gave it",
      "They PRP promised nsubj; promised/promise VBD - root; him PRP promised iobj; to TO leave mark; leave VB promised xcomp",
      "leave",
      "They | - | - | -",
    ],
    [
      "raising",
      "It PRP believed nsubj:pass; is VBZ believed aux:pass; believed VBN - root; to TO killed mark; have VB killed aux; killed VBN believed xcomp; him PRP killed obj",
      "killed",
      "It | him | - | -",
    ],
    [
      "adverbial clause",
      "They PRP struck nsubj; struck VBD - root; it PRP struck obj; killing VBG struck advcl; two CD killing obj",
      "killing",
      "They | two | - | -",
    ],
    [
      "deed after of",
      "Army NNP accused nsubj:pass; accused/accuse VBN - root; of IN killing mark; killing VBG accused advcl; two CD killing obj",
      "killing",
      "Army | two | - | -",
    ],
    [
      "kept from",
      "They PRP kept nsubj; kept VBD - root; us PRP kept obj; from IN leaving mark; leaving VBG kept advcl",
      "leaving",
      "us | - | - | -",
    ],
    [
      "purpose of an object",
      "They PRP began nsubj; began VBD - root; drive NN began obj; to TO retake mark; retake VB drive acl; it PRP retake obj",
      "retake",
      "They | it | - | -",
    ],
    [
      "purpose of a subject has no doer",
      "Bids NNS failed nsubj; to TO retake mark; retake VB Bids acl; it PRP retake obj; failed VBD - root",
      "retake",
      "- | it | - | -",
    ],
  ])("%s", (_, text, predicate, expected) => {
    expect(shown(parse(text), predicate)).toBe(expected);
  });
});

describe("speakers", () => {
  const deed = (relation: string) => `Hama NNP fell nsubj; fell VBD ${relation}`;
  test.each<[string, string, string, string]>([
    ["none", deed("- root"), "fell", "-"],
    ["complement", `He PRP said nsubj; said/say VBD - root; ${deed("said ccomp")}`, "fell", "He"],
    [
      "two speakers",
      `He PRP said nsubj; and CC she cc; she PRP He conj; said/say VBD - root; ${deed("said ccomp")}`,
      "fell",
      "He,she",
    ],
    [
      "speech first, the verb above",
      `${deed("said ccomp")}; , , said punct; he PRP said nsubj; said/say VBD - root`,
      "fell",
      "he",
    ],
    [
      "speech first, the verb beside",
      `${deed("- root")}; , , said punct; he PRP said nsubj; said/say VBD fell parataxis`,
      "fell",
      "he",
    ],
    ["told", `${deed("- root")}; he PRP told nsubj; told/tell VBD fell parataxis; AFP NNP told obj`, "fell", "he"],
    [
      "as reported",
      `As IN reported mark; AFP NNP reported nsubj; reported/report VBD fell advcl; ${deed("- root")}`,
      "fell",
      "AFP",
    ],
    [
      "through a joined verb",
      `He PRP said nsubj; said/say VBD - root; they PRP came nsubj; came VBD said ccomp; and CC fled cc; fled VBD came conj`,
      "fled",
      "He",
    ],
    [
      "through a relative clause",
      `He PRP said nsubj; said/say VBD - root; men NNS fled nsubj; who WP fought nsubj; fought VBD men acl:relcl; fled VBD said ccomp`,
      "fought",
      "He",
    ],
    [
      "of a verb without its own subject",
      `He PRP denied nsubj; denied/deny VBD - root; it PRP denied obj; saying/say VBG denied advcl; ${deed("saying ccomp")}`,
      "fell",
      "He",
    ],
    [
      "denied doing",
      "He PRP denied nsubj; denied/deny VBD - root; killing VBG denied xcomp; her PRP killing obj",
      "killing",
      "He",
    ],
    [
      "accuser",
      "He PRP accused nsubj; accused/accuse VBD - root; us PRP accused obj; of IN killing mark; killing VBG accused advcl",
      "killing",
      "He",
    ],
    [
      "innermost",
      `He PRP said nsubj; said/say VBD - root; she PRP claimed nsubj; claimed/claim VBD said ccomp; ${deed("claimed ccomp")}`,
      "fell",
      "she",
    ],
    ["the reporting itself", `He PRP said nsubj; said/say VBD - root; ${deed("said ccomp")}`, "said", "-"],
    [
      "reported by someone",
      `It PRP reported nsubj:pass; was VBD reported aux:pass; reported/report VBN - root; by IN AFP case; AFP NNP reported obl:agent; ${deed("reported ccomp")}`,
      "fell",
      "AFP",
    ],
    [
      "reported by nobody",
      `It PRP reported nsubj:pass; was VBD reported aux:pass; reported/report VBN - root; ${deed("reported ccomp")}`,
      "fell",
      "-",
    ],
    ["no reporting verb", `He PRP fears nsubj; fears/fear VBZ - root; ${deed("fears ccomp")}`, "fell", "-"],
    [
      "commanded",
      "He PRP told nsubj; told/tell VBD - root; us PRP told obj; to TO leave mark; leave VB told xcomp",
      "leave",
      "-",
    ],
    [
      "what the speaker did",
      "AFP NNP said nsubj; which WDT left nsubj; left VBD AFP acl:relcl; said/say VBD fell parataxis; Hama NNP fell nsubj; fell VBD - root",
      "left",
      "-",
    ],
    [
      "another statement beside it",
      `${deed("- root")}; he PRP said nsubj; said/say VBD fell parataxis; they PRP won nsubj; won VBD said ccomp`,
      "fell",
      "-",
    ],
    [
      "statement beside a report",
      `He PRP said nsubj; said/say VBD - root; they PRP won nsubj; won VBD said ccomp; ${deed("said parataxis")}`,
      "fell",
      "-",
    ],
    [
      "a denial beside it",
      `${deed("- root")}; he PRP denied nsubj; denied/deny VBD fell parataxis; it PRP denied obj`,
      "fell",
      "-",
    ],
    [
      "while one said",
      `While IN said mark; he PRP said nsubj; said/say VBD fell advcl; so RB said advmod; ${deed("- root")}`,
      "fell",
      "-",
    ],
    [
      "according to",
      `${deed("- root")}; according/accord VBG SOHR case; to IN according fixed; SOHR NNP fell obl`,
      "fell",
      "SOHR",
    ],
    [
      "according as a clause",
      `${deed("- root")}; according/accord VBG fell advcl; to IN SOHR case; SOHR NNP according obl`,
      "fell",
      "SOHR",
    ],
    [
      "according to, hung elsewhere",
      `${deed("- root")}; , , SOHR punct; when WRB left advmod; they PRP left nsubj; left VBD fell advcl; ,2 , SOHR punct; according VBG SOHR case; to IN according fixed; SOHR NNP left obl`,
      "left",
      "SOHR",
    ],
    [
      "per a source",
      `${deed("- root")}; per IN ministry case; the DT ministry det; ministry NN fell obl`,
      "fell",
      "ministry",
    ],
    ["per day", `${deed("- root")}; per IN day case; day NN fell obl`, "fell", "-"],
    [
      "in the words of",
      `In IN words case; words NNS fell obl; of IN him case; him PRP words nmod; ${deed("- root")}`,
      "fell",
      "him",
    ],
    ["headline tail", `${deed("- root")}; : : monitor punct; monitor NN fell parataxis`, "fell", "monitor"],
    [
      "headline tail of many",
      `${deed("- root")}; : : tanks punct; two CD tanks nummod; tanks NNS fell parataxis`,
      "fell",
      "-",
    ],
    ["headline label", `Army NN - root; : : Army punct; ${deed("Army parataxis")}`, "fell", "-"],
  ])("%s", (_, text, predicate, expected) => {
    expect(shown(parse(text), predicate).replace(" (passive)", "").split(" | ")[3]).toBe(expected);
  });

  test("according to at the end reaches a verb that it does not hang on", () => {
    const text = `It PRP fell nsubj; fell VBD - root; when WRB left advmod; they PRP left nsubj; left VBD fell advcl; , , SOHR punct; according VBG SOHR case; to IN according fixed; SOHR NNP left obl`;
    expect(shown(parse(text), "fell")).toBe("It | - | - | SOHR");
    expect(shown(parse(text.replace(", , SOHR punct; ", "")), "fell")).toBe("It | - | - | -");
  });

  test("a place after the colon is no source", () => {
    const sentence = parse("Town NN fell nsubj; fell VBD - root; : : Hama punct; Hama NNP fell parataxis");
    const named = (type: NameType) => ({ ...sentence, names: [{ first: 3, last: 4, type }] });
    expect(shown(named("place"), "fell")).toBe("Town | - | - | -");
    expect(shown(named("organisation"), "fell")).toBe("Town | - | - | Hama");
  });
});

test("any tree of any tags and relations is read without a fault", () => {
  const relations =
    "nsubj nsubj:pass csubj obj iobj obl obl:agent ccomp xcomp advcl advcl:relcl acl acl:relcl conj parataxis mark case aux:pass appos".split(
      " ",
    );
  const word = fc.record({
    form: fc.constantFrom("said", "that", "according", "per", "to", "words", "of", ":", "-", ",", "Hama", "as"),
    xpos: fc.constantFrom("VBD", "VBN", "VBG", "WDT", "WP", "NN", "NNP", "TO", "IN", ":"),
    upos: fc.constantFrom("VERB", "NOUN", "PROPN", "PRON", "ADP", "PUNCT"),
    lemma: fc.constantFrom("say", "accuse", "tell", "promise", "day", "town"),
    relation: fc.constantFrom(...relations),
    seat: fc.nat(),
    order: fc.nat(),
  });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (list) => {
      // Whoever comes later in a drawn order hangs on someone before, so that heads stand on either side.
      const order = list.map((_, index) => index).sort((a, b) => list[a]!.order - list[b]!.order || a - b);
      const words = list.map(({ seat, order: _, ...own }, index) => {
        const rank = order.indexOf(index);
        const head = rank === 0 ? -1 : order[seat % rank]!;
        return { ...own, head, relation: head < 0 ? "root" : own.relation, start: index * 10, end: index * 10 + 5 };
      });
      for (const predicate of words.keys()) {
        const { passive: _, ...roles } = rolesOf({ start: 0, end: 0, words, names: [] }, predicate);
        for (const found of Object.values(roles).flat()) expect(words[found]).toBeDefined();
      }
    }),
    { numRuns: 2000 },
  );
});
