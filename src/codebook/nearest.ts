// Names that somebody may have meant by one that is not there. It compares letters, not meanings.

/** Letters that must be changed, added or dropped to make b of a. */
function apart(a: string, b: string): number {
  let line = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(next[j - 1]! + 1, line[j]! + 1, line[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    line = next;
  }
  return line[b.length]!;
}

/** Up to `most` of the names, the likeliest first: those nearly spelt so, then those of which it is a part. */
export function nearest(name: string, names: Iterable<string>, most = 3): string[] {
  const asked = name.toLowerCase().replace(/[\s-]/g, "_");
  const plain = (n: string): string => n.toLowerCase().replace(/-/g, "_");
  return [...names]
    .map((n) => ({ n, far: apart(plain(n), asked), part: asked.length > 3 && plain(n).includes(asked) }))
    .filter(({ far, part }) => part || far <= Math.min(4, asked.length / 2))
    .sort((a, b) => a.far - b.far || (a.n < b.n ? -1 : 1))
    .slice(0, most)
    .map(({ n }) => n);
}
