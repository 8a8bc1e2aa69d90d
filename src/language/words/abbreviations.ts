// Abbreviations that carry a full stop, by what the stop says of the sentence. The lists are what news writes; a single
// capital with a stop ("J.") needs no list. Whether a stop also ends a sentence is asked elsewhere.

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** A name or number always follows: their stop never ends a sentence. */
const LEADING = set(
  "Mr Mrs Ms Mx Dr Prof Rev Fr Hon St Ste Mt Ft Gen Lt Col Maj Capt Cpt Cmdr Cdr Sgt Cpl Pvt Adm Brig Msgr Mgr Pte " +
    "Supt Insp Det Gov Sen Sens Rep Reps Pres Amb Min Atty Sec Treas Mlle Mme MM Messrs Drs Profs Gens Spc Pfc Ald " +
    "Assoc Asst Dep Eng Sheik vs viz cf Vol vol Nos pp fig Fig figs Figs eds Op op approx ca ed esp Esp Ave Blvd Bldg mr mrs dr gov lt col sgt capt",
);

/** They stand anywhere, at the end of a sentence too. */
const PLAIN = set(
  "Jr Sr Esq Inc Ltd Corp Co Cos Bros LLC Intl Dept Univ Assn al est Est Feb Apr Jun Jul Aug Sept Sep Oct Nov Dec " +
    "Jan Tue Tues Thur Thurs Wed Fri Ala Ariz Ark Calif Colo Conn Fla Ga Ill Ind Kan Ky La Md Mich Minn Miss Mo Mont " +
    "Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ont Que eg ie lb lbs oz yrs hrs mins secs Attn attn ext Ext",
);

/** Words too: only an abbreviation where no new sentence can begin ("on Sat. 5", "No. 7"). */
const DOUBTFUL = set(
  "etc Sun Sat Mon Mar No no Art art Para para Ch ch Sc pt Pt Tel tel Fax fax Gal Rom Mass Del min sec",
);

/** What a stop after a word of letters is: part of it before a name, part of it anywhere, part of it at times, or not. */
export type StopKind = "leading" | "plain" | "doubtful" | "none";

const LONGEST = 7;

/** What the word between start and end, with a stop at `end`, is as an abbreviation. */
export function abbreviationKind(text: string, start: number, end: number): StopKind {
  if (end - start > LONGEST || end - start < 2) return "none";
  const word = text.slice(start, end);
  if (LEADING.has(word)) return "leading";
  if (PLAIN.has(word)) return "plain";
  return DOUBTFUL.has(word) ? "doubtful" : "none";
}

/** Whether a token with its stop ("Gen.", "vs.") wants a name or number after it. */
export const leads = (form: string): boolean => LEADING.has(form.slice(0, -1));
