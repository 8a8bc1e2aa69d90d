// Names made comparable: what a filter's words and the names in claims are both turned into before they are compared.
// Not for showing, and not for matching text (codebook and extract have their own way with tokens).

/** 'Ḥimṣ' and 'HIMS' are 'hims', 'Deir ez-Zor' is 'deir ez zor', "Dar'a" is 'dara'. */
export const plain = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’‘ʼʻʾʿ`´]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** What a place, actor or source is filed under: its id, or its plain name where it has none. */
export const keyOf = (id: string | null, name: string): string => id ?? `~${plain(name)}`;
