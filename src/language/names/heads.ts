// Words that tell by themselves of which type a name is: the last of "Free Idlib Army" and "Deir ez-Zor Province", the
// first of "Ministry of Defence" and "Mount Sinjar". They are evidence for the learner, which may overrule them.
import { NAME_TYPES, type NameType, type Token } from "../types.ts";

const WORDS: Readonly<Record<NameType, string>> = {
  person: "Jr Jr. Sr Sr. II III",
  place:
    "Province Governorate District City County Region Oblast Raion Airport Valley River Bridge Street Road Avenue Square " +
    "Hospital Port Village Town Camp Mountain Mountains Hills Lake Sea Ocean Bay Gulf Strait Island Islands Peninsula " +
    "Crossing Dam Barrage Prison Highway Desert Plateau Airbase Airfield Base Barracks Park Palace Mosque Church Cathedral " +
    "Cemetery Station Border Coast Kingdom Republic States Heights Canal Creek Beach Museum Hotel Stadium Governate Oasis",
  organisation:
    "Army Front Forces Force Party Brigade Brigades Movement Council Committee Commission Organisation Organization " +
    "Authority Ministry Agency Observatory Network Union Court Parliament Assembly Command Division Battalion Battalions " +
    "Regiment Corps Coalition Alliance Foundation Institute University College School Library Academy Bank Group Company " +
    "Corporation Inc Inc. Ltd Ltd. Corp. Corp LLC Association Federation League Initiative Office Department Administration " +
    "Directorate Bureau Fund Society Service Services Police Guard Guards Mission Squadron Wing Navy Marines Fleet Militia " +
    "Legion Congress Senate House Team Club Trust Centre Center News Times Post Herald Press Tribune Telegraph Gazette " +
    "Journal Radio TV Television Media Studios Records Airlines Airways Motors Industries Systems Technologies Partners " +
    "Government Cabinet Secretariat Embassy Consulate Tribunal Task Staff Board Panel Conference Church Cross Crescent",
};
const LEADS: Readonly<Record<NameType, string>> = {
  person: "Abu Umm Ibn Bin",
  place:
    "Mount Lake Fort Camp Cape Port Saint San Santa Tel Tell Deir Ain Wadi Jabal Jebel Kafr Khan Gulf River North South East West",
  organisation: "Jaish Jaysh Liwa Harakat Kataib Ahrar Saraya Hizb Jund Faylaq Asaib Ansar Jabhat Hayat",
};

const codes = (of: Readonly<Record<NameType, string>>): ReadonlyMap<string, number> =>
  new Map(NAME_TYPES.flatMap((type, t) => of[type].split(" ").map((word): [string, number] => [word, t])));
const LAST = codes(WORDS);
const FIRST = codes(LEADS);
const TYPES = NAME_TYPES.length;

/**
 * A number for what the run of capitals from `first` to `last` says of its type: by its last word, by its last word with
 * "of" after it, by its first word, or that it follows such a word with "of" (`after`); 0 for nothing.
 */
export function headOf(tokens: readonly Token[], first: number, last: number, after: boolean): number {
  const open = last + 2 < tokens.length && tokens[last + 1]!.form === "of";
  const end = LAST.get(tokens[last]!.form);
  if (after) {
    const before = LAST.get(tokens[first - 2]!.form);
    if (before !== undefined) return 1 + before + 3 * TYPES;
  }
  if (end !== undefined) return 1 + end + (open ? TYPES : 0);
  const begin = first < last ? FIRST.get(tokens[first]!.form) : undefined;
  return begin === undefined ? 0 : 1 + begin + 2 * TYPES;
}
