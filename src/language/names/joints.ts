// What may join words with capitals to one name though it has none itself: small words ("Ministry of Defence"), the Arabic
// article ("al-Bab"), numbers beside capitals ("Battalion 47"). Whether it does is learnt.
import type { Token } from "../types.ts";

/** Small words that may stand between two parts of a name, and at most so many at a time. */
const LINKS = new Set(
  "of the de du des da del della di la le and for in al el bin ibn bint van von der den & - – ' ’ 's ’s".split(" "),
);
const MOST_LINKS = 3;
/** Without a hyphen these are English words ("as Homs fell"). */
const ENGLISH = /^a[nst]$/;
const ARTICLES = new Set("al el ad an ar as ash at az ed er es ez".split(" "));
/** A part between hyphens ("Mazar-e-Sharif", "Port-au-Prince") and what stands before one ("Al-qaeda") are short. */
const SHORT = 3;
const LONGEST_COUNT = 5;

function isCount(form: string): boolean {
  const unit = form.charCodeAt(0);
  return unit >= 0x30 && unit <= 0x39 && form.length <= LONGEST_COUNT;
}

/** Whether word `j` is an article before a hyphen or a capital; `capital` is the document's column, from `begin` on. */
export function isArticle(tokens: readonly Token[], j: number, capital: Uint8Array, begin: number): boolean {
  const { form } = tokens[j]!;
  if (form.length > SHORT || form.length < 2 || j + 1 >= tokens.length || !ARTICLES.has(form)) return false;
  return tokens[j + 1]!.form === "-" || (capital[begin + j + 1] !== 0 && !ENGLISH.test(form));
}

/** Opens, in the document's column `open`, the words of a sentence that may join capitals. */
export function openJoints(tokens: readonly Token[], begin: number, capital: Uint8Array, open: Uint8Array): void {
  const n = tokens.length;
  for (let j = 0; j < n; j++) {
    const i = begin + j;
    if (capital[i] !== 0) openAfter(tokens, j, begin, capital, open);
    else if (open[i] !== 0) continue;
    else if (isArticle(tokens, j, capital, begin)) {
      open[i] = 1;
      // "al-nusra" is met without any capital.
      if (tokens[j + 1]!.form === "-") open.fill(1, i + 1, Math.min(i + 3, begin + n));
    } else if (isCount(tokens[j]!.form))
      open[i] = (j > 0 && capital[i - 1] !== 0) || (j + 1 < n && capital[i + 1] !== 0) ? 1 : 0;
  }
}

function openAfter(tokens: readonly Token[], j: number, begin: number, capital: Uint8Array, open: Uint8Array): void {
  const n = tokens.length;
  let to = j + 1;
  while (to < n && to - j <= MOST_LINKS && open[begin + to] === 0 && LINKS.has(tokens[to]!.form)) to++;
  if (to === j + 1 || to >= n) return;
  const hyphen = tokens[to - 1]!.form === "-";
  if (hyphen && to + 2 < n && tokens[to]!.form.length <= SHORT && tokens[to + 1]!.form === "-") to += 2;
  if (capital[begin + to] !== 0) open.fill(1, begin + j + 1, begin + to);
  else if (hyphen && to === j + 2 && tokens[j]!.form.length <= SHORT) open.fill(1, begin + j + 1, begin + to + 1);
}
