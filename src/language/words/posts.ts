// Posts that pages embed: their text runs into "— Name (@handle) December 3, 2024" and from there into the article. It
// only finds where such a signature stands.
import type { Token } from "../types.ts";

const MONTHS = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;
const NAME_TOKENS = 12;

/**
 * Index of the token after the signature that begins with the dash at `index`, or -1 if none does. The name may be up
 * to 12 tokens long; the date may be missing.
 */
export function signatureEnd(tokens: readonly Token[], index: number): number {
  let i = index + 1;
  const last = Math.min(tokens.length - 2, index + NAME_TOKENS);
  while (i < last && tokens[i]!.form !== "(") i++;
  if (tokens[i]?.form !== "(" || !tokens[i + 1]?.form.startsWith("@") || tokens[i + 2]?.form !== ")") return -1;
  i += 3;
  const dayFirst = MONTHS.test(tokens[i + 1]?.form ?? "");
  if (!dayFirst && !MONTHS.test(tokens[i]?.form ?? "")) return i;
  const year = tokens[i + 2]?.form === "," ? i + 3 : i + 2;
  return /^\d{4}$/.test(tokens[year]?.form ?? "") ? year + 1 : i;
}

/** Whether a token is the link to a picture or post that closes an embedded post. */
export const isPostLink = (form: string): boolean =>
  form.length > 8 && /^(?:pic\.(?:twitter|x)\.com\/|https?:\/\/t\.co\/)/.test(form);
