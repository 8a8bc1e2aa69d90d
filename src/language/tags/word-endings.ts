// Takes the endings of inflection off English words by rule: -ed, -ing, -s, -er, -est, with the silent e and the doubled
// consonant put right. It goes by letters alone; whatever a rule gets wrong is an exception that others keep.

/** Verbs and adjectives that end in a doubled consonant of their own. */
const DOUBLE = new RegExp(
  "(?:[sfz]|^[^aeiou]*u?[aeiouy]ll|(?:c|f|st|pp)all|(?:f|k|dr|sp|st|ch)ill|pull|shell|well|[^p]sell|misspell|[sne][nc]roll|bankroll|" +
    "^(?:add|odd|err|egg|ebb|butt|purr|boycott|inn|whirr))$",
);

/** A vowel that no other one stands before; in "guid" and "squir" the u is no vowel. */
const LONE = "(?:^|[^aeiou]|[gq]u)";
const AFTER_LONE = "[aiouy]b [aeiouy]d [aiou]f [aeiouy]k [iuy]l [aiuy]m [iu]n [ay]p [aiuy]r [aou]t".replaceAll(
  " ",
  "|",
);

/** Stems that end so lost an e before -ed, -ing, -er and -est, unless the next list has them. */
const LOST_E = new RegExp(
  `(?:[cuv]|[^tz]z|[^s]s|[dlr]g|[aeiou]g|[ae]ng|lung|[bcdfgkptsz]l|[bct]r|com|(?:p|ph|thr)on|[iu]at|(?:cre|perme|ide|deline)at|${LONE}(?:${AFTER_LONE}))$`,
);
/** Stems that lost nothing although they end like those. */
const KEEP =
  /(?:^(?:over|re|un|boomer|be)?(?:b|h|cl|g|tw|wh|st|f|def)ang|(?:foc|fung|can[vc]a|bia|witnes|chor|cens)u?s|murmur|kidnap|ruin|robin|(?:pil|piv|ball)ot)$/;
/** One syllable with a short vowel would have doubled its consonant: "hop" in "hoping" is "hope". */
const SHORT = /^(?:[^aeiou]*|[^aeiou]*qu)[aeiouy][^aeiouwxy]$/;

/** The word of which only the stem is left: "stopp" is "stop", "fir" is "fire", "carri" is "carry". */
export function wholeOf(stem: string): string {
  const last = stem.at(-1) ?? "";
  if (last === "i" && stem.length > 2) return `${stem.slice(0, -1)}y`;
  if (last === stem.at(-2) && !/[aeiou]/.test(last)) return DOUBLE.test(stem) ? stem : stem.slice(0, -1);
  if (KEEP.test(stem)) return stem;
  return SHORT.test(stem) || LOST_E.test(stem) ? `${stem}e` : stem;
}

/** What is left of a regular past form or participle ("fired" or "firing" give "fir"); null if it is none. */
export function verbStem(form: string): string | null {
  if (form.endsWith("eed")) return null;
  const ending = /(?:ed|ing)$/.exec(form);
  if (!ending) return null;
  const stem = form.slice(0, ending.index);
  return /[aeiouy]/.test(stem) ? stem : null;
}

/** A verb's base by rule; a stem in -i or -e before -ing is whole ("skiing", "seeing"). */
export function verbBase(form: string, stem: string | null): string {
  if (stem === null) return form.endsWith("eed") && form.length > 4 ? form.slice(0, -1) : form;
  if (form.endsWith("ing") && /[aeio]$/.test(stem)) return stem;
  if (/[ao]$/.test(stem)) return stem;
  return wholeOf(stem);
}

/** The comparative's or superlative's stem; null if the form is neither. */
export function degreeStem(form: string): string | null {
  const ending = /(?:er|est)$/.exec(form);
  return ending && ending.index > 1 ? form.slice(0, ending.index) : null;
}

/** How many letters at the end go, and what comes in their place, to undo -s on a noun or verb. */
export function undoS(form: string): readonly [cut: number, add: string] {
  if (!form.endsWith("s") || form.length < 3 || form.endsWith("ss")) return [0, ""];
  if (/['’]s$/.test(form)) return [2, ""];
  if (form.endsWith("ies")) return form.length > 4 ? [3, "y"] : [1, ""];
  if (/(?:ss|x|sh|tz|zz|ch|(?:[^aeiou]|^i)o)es$/.test(form)) return [2, ""];
  if (/[ysz]es$/.test(form) && /(?:[^aeiou][aeiou][a-z]{0,20}[^aeiours]us|(?:vir|stat|sin|chor|surpl)us)es$/.test(form))
    return [2, ""];
  return [1, ""];
}
