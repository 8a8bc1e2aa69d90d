// Lemmas by rule and table, without what training adds, and what training keeps of a small treebank.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exceptionKey, Lemmas } from "../src/language/tags/lemmas.ts";
import { readConllu } from "../src/language/treebank/read-conllu.ts";
import { trainLemmas } from "../training/lemmas.ts";

const rules = new Lemmas(new Map());

/** "form=lemma" by spaces; a form that is its own lemma needs no "=". */
function table(upos: string, xpos: string, rows: string): (readonly [form: string, lemma: string, tags: string])[] {
  return rows.split(" ").map((row) => {
    const [form, lemma = form] = row.split("=") as [string, string?];
    return [form, lemma, `${upos} ${xpos}`] as const;
  });
}

describe("a lemma by rule and table", () => {
  test.each([
    ...table(
      "VERB",
      "VBD",
      "said=say was=be slew=slay shot=shoot fled=flee strove=strive forbade=forbid struck=strike",
    ),
    ...table(
      "VERB",
      "VBD",
      "overran=overrun withdrew=withdraw retook=retake overthrew=overthrow misled=mislead laid=lay",
    ),
    ...table("VERB", "VBD", "besieged=besiege fired=fire raided=raid shelled=shell repelled=repel patrolled=patrol"),
    ...table("VERB", "VBN", "killed=kill stopped=stop denied=deny died=die agreed=agree freed=free vetoed=veto hit"),
    ...table(
      "VERB",
      "VBN",
      "displaced=displace evacuated=evacuate retreated=retreat targeted=target massacred=massacre",
    ),
    ...table(
      "VERB",
      "VBN",
      "shed shredded=shred KILLED=kill Wounded=wound changed=change hanged=hang kidnapped=kidnap kidnaped=kidnap",
    ),
    ...table(
      "VERB",
      "VBG",
      "fleeing=flee dying=die firing=fire hoping=hope hopping=hop going=go carrying=carry mining=mine",
    ),
    ...table("VERB", "VBZ", "says=say has=have flies=fly reaches=reach fires=fire undergoes=undergo focuses=focus"),
    ...table("VERB", "VB", "lay Leave=leave LEAVE=leave"),
    ...table("VERB", "NNP", "United=Unite Breaking=Break"),
    ...table("NOUN", "NNS", "children=child gunmen=gunman housewives=housewife bodies=body bases=base clashes=clash"),
    ...table("NOUN", "NNS", "crises=crisis buses=bus houses=house viruses=virus armies=army heroes=hero losses=loss"),
    ...table(
      "NOUN",
      "NNS",
      "headquarters aircraft series troops NGOs=NGO APCs=APC 1990s Houthis=Houthi Civilians=civilian",
    ),
    ...table("NOUN", "NN", "Government=government WAR=war iPhone F B.B.C. LNG"),
    ...table("PROPN", "NNP", "Homs U.S. Hms SYRIA UNICEF AFGHANISTAN=Afghanistan al"),
    ...table("PROPN", "NNPS", "States=State Emirates=Emirate Iraqis=Iraqi GUARDS=GUARD Countries=Country Armies=Army"),
    ...table("ADJ", "JJR", "better=good worse=bad larger=large bigger=big heavier=heavy smaller=small freer=free more"),
    ...table("ADJ", "JJS", "best=good deadliest=deadly latest=late fiercest=fierce strongest=strong most"),
    ...table("ADV", "RBR", "better=well further=far sooner=soon more"),
    ...table(
      "ADJ",
      "JJ",
      "Heavy=heavy Ukrainian Yemeni Kurdish kurdish=Kurdish Chinese Civilian=civilian armed NATO-led",
    ),
    ...table("NUM", "CD", "20,000=20000 3.5 Two=two IV 1,5=15"),
    ...table("X", "ADD", "@Handle https://Example.org/A"),
    ...table("PUNCT", "``", '“=" "'),
  ])("of %s is %s (%s)", (form, lemma, tags) => {
    const [upos, xpos] = tags.split(" ") as [string, string];
    expect(rules.lemma(form, upos, xpos)).toBe(lemma);
  });

  test("is the same when asked again, and for each tag its own", () => {
    expect(rules.lemma("saw", "VERB", "VBD")).toBe("see");
    expect(rules.lemma("saw", "NOUN", "NN")).toBe("saw");
    expect(rules.lemma("saw", "VERB", "VBD")).toBe("see");
    expect(rules.lemma("United", "PROPN", "NNP")).toBe("United");
    expect(rules.lemma("United", "VERB", "NNP")).toBe("Unite");
  });

  test("is never empty and never throws, whatever the form", () => {
    const tags = fc.constantFrom(
      "VBD",
      "VBG",
      "VBZ",
      "NNS",
      "NNP",
      "NNPS",
      "JJR",
      "RBS",
      "JJ",
      "NN",
      "CD",
      "?",
      "__proto__",
    );
    const forms = fc.oneof(
      fc.string({ minLength: 1, unit: "grapheme" }),
      fc
        .tuple(fc.string({ maxLength: 3 }), fc.constantFrom("ed", "ing", "s", "ies", "er", "est", "’s", "men"))
        .map((p) => p.join("")),
    );
    const upos = fc.constantFrom("VERB", "PROPN", "NOUN", "PUNCT", "X", "");
    fc.assert(fc.property(forms, upos, tags, (form, u, x) => rules.lemma(form, u, x).length > 0));
  });

  test("outlives more forms than are remembered", () => {
    const few = new Lemmas(new Map());
    for (let i = 0; i < 70_000; i++) few.lemma(`w${i}s`, "NOUN", "NNS");
    expect(few.lemma("bodies", "NOUN", "NNS")).toBe("body");
  });
});

describe("what is learnt", () => {
  /** "form/lemma/UPOS/XPOS" by spaces; each text is a document. */
  const treebank = (...texts: string[]) =>
    readConllu(
      texts
        .map((text) => {
          const rows = text.split(" ").map((word, i) => {
            const [form, lemma, upos, xpos] = word.split("/");
            return [i + 1, form, lemma, upos, xpos, "_", i, i ? "dep" : "root", "_", "_"].join("\t");
          });
          return ["# newdoc", ...rows, ""].join("\n");
        })
        .join("\n"),
    );

  test("is what the rules get wrong in two documents, not what they get right", () => {
    const learnt = trainLemmas(treebank("me/I/PRON/PRP bombs/bomb/NOUN/NNS", "me/I/PRON/PRP said/say/VERB/VBD"));
    expect([...learnt]).toEqual([[exceptionKey("me", "PRP"), "I"]]);
  });

  test("is a stem for all forms of a verb, even those that nobody wrote", () => {
    const lemmas = new Lemmas(trainLemmas(treebank("compete/compete/VERB/VB", "ignored/ignore/VERB/VBD")));
    expect(lemmas.lemma("competing", "VERB", "VBG")).toBe("compete");
    expect(lemmas.lemma("ignoring", "VERB", "VBG")).toBe("ignore");
  });

  test("is no slip of one document, and nothing against the tables", () => {
    const slip = "fled/flead/VERB/VBD";
    expect(trainLemmas(treebank("gunfire/gunfires/NOUN/NN")).size).toBe(0);
    const lemmas = new Lemmas(trainLemmas(treebank(slip, slip, slip)));
    expect(lemmas.lemma("fled", "VERB", "VBD")).toBe("flee");
  });
});
