// Three readings of a place's name, each looser than the one before: as written but for case and diacritics, as it
// sounds however it was brought over from Arabic script, and its consonants alone. Nothing here knows any place.
// 'Deir ez-Zor', 'Dayr az-Zawr' and 'Deir Azzour' sound alike; 'Hama' and 'Homs' must not.

/** How a name was met: as the gazetteer writes it, by its sound, by its consonants. */
export type NameRank = "exact" | "sound" | "skeleton";

const apostrophes = /['’‘`´ʿʾʻʼ′ʹ]/g;
const special: Readonly<Record<string, string>> = { ı: "i", ø: "o", ł: "l", đ: "d", ß: "ss", æ: "ae", œ: "oe", ə: "a" };

/** Lower case, no diacritics, no apostrophes, everything between words one space; 'U.S.' is 'us'. */
export function plainKey(name: string): string {
  if (/^[A-Za-z ]*$/.test(name)) return name.toLowerCase();
  const letters = /[^ -~]/.test(name) ? name.normalize("NFD").replace(/\p{M}/gu, "") : name;
  return letters
    .toLowerCase()
    .replace(apostrophes, "")
    .replace(/[ıøłđßæœə]/g, (c) => special[c] ?? c)
    .replace(/\b(\p{L})\.(?=\p{L}\b|$|\s)/gu, "$1")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const article = /^(?:al|el|il|ul|a[dnrstz]|e[dnrstz]|ash|esh|ath|eth|adh|edh|aj|ej|aal)$/;
// 'Ezzor', 'Arraqqa', 'Assafira': the article run into the noun, seen by the doubled letter that it left.
const runIn = /^[ae](?:(?=([dnrstzl])\1)[dnrstzl]|(?=shsh)sh)(?=\p{L}{3})/u;
const runInPlain = /^al(?=[bcdfghjkmnqrstvwxyz][a-z]{3})/;

function soundOfWord(word: string): string {
  return word
    .replace(runIn, "")
    .replace(runInPlain, "")
    .replace(/^a?l?b(?:o?u|oo)$/, "bu")
    .replace(/(?:aa|ah|eh|e|a|aah)$/, "a")
    .replace(/tch|sch|sh|ch|ş/g, "S")
    .replace(/kh/g, "x")
    .replace(/gh/g, "G")
    .replace(/dh/g, "z")
    .replace(/th/g, "t")
    .replace(/ph/g, "f")
    .replace(/dj/g, "j")
    .replace(/ck|[qc]/g, "k")
    .replace(/([^aeiou])\1+/g, "$1")
    .replace(/a[wu](?![aeiou])|ow(?![aeiou])|ou|oo|[uow]/g, "u")
    .replace(/[ae][iy](?![aeiou])|ee|ie|[iy]/g, "i")
    .replace(/e/g, "a")
    .replace(/(.)\1+/g, "$1");
}

/**
 * One key for the spellings that Latin letters give an Arabic, Kurdish or Persian name: the article in all its forms
 * goes, doubled letters and long vowels are folded, q is k, dh is z, the final -a, -ah and -eh are one.
 */
export function soundKey(name: string): string {
  const words = plainKey(name).split(" ");
  const nouns = words.filter((w, i) => i === words.length - 1 || !article.test(w));
  return nouns
    .map(soundOfWord)
    .join("")
    .replace(/(.)\1+/g, "$1");
}

/** The consonants of the sound, with those that are most often taken for one another made one. Empty if under three. */
export function skeletonKey(name: string): string {
  const bare = soundKey(name)
    .replace(/[aiu]/g, "")
    .replace(/S/g, "s")
    .replace(/[xG]/g, (c) => (c === "x" ? "h" : "g"))
    .replace(/z/g, "d")
    .replace(/(.)\1+/g, "$1");
  // The last h is often left out ('Sabha', 'Sabhah'), but of three consonants it is one.
  const open = bare.length > 3 ? bare.replace(/h$/, "") : bare;
  return open.length >= 3 ? open : "";
}

/** What tells one of two villages of a name from the other: the small and the great, the upper and the lower. */
export const SISTERS = ["saghir", "kabir", "saghira", "kabira", "sharqi", "gharbi", "fawqani", "tahtani"] as const;

/** Whether two names are spellings of one: the same consonants, and a sound that is a letter or two away. */
export function soundsLike(a: string, b: string): boolean {
  const [one, other] = [soundKey(a), soundKey(b)];
  const longer = Math.max(one.length, other.length);
  if (Math.abs(one.length - other.length) > 2 || skeletonKey(a) !== skeletonKey(b)) return false;
  return edits(one, other) <= (longer >= 9 ? 2 : 1);
}

/** Letters to put in, take out or change. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Letters of a name without its spaces and marks, for rules that ask for a name long enough to be told apart. */
export const nameLength = (name: string): number => plainKey(name).replaceAll(" ", "").length;
