// Keys under which neighbours find each other, as whole numbers that a database files and compares quickly.

const fnv = (text: string, seed: number): number => {
  let h = seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  return (h ^ (h >>> 13)) >>> 0;
};

/** 53 bits: that two keys fall together is not to be expected in a ledger of any size, and would only make neighbours. */
export const keyNumber = (key: string): number => (fnv(key, 0x811c9dc5) & 0x1fffff) * 2 ** 32 + fnv(key, 0x2545f491);
