// Which days a range of days should run over, when a few lie far from the rest: a backgrounder's year must not squeeze
// the month of a war into a line. Nothing is dropped here; whoever draws the range says what lies outside.

const GAP = 14; // Days without anything between what belongs together.

/** First and last of the days (numbers, in order, each as often as it counts) with strays left aside; null for none. */
export function withoutStrays(days: readonly number[]): readonly [first: number, last: number] | null {
  if (days.length === 0) return null;
  const last = days.length - 1;
  const cut = Math.floor(days.length * 0.05);
  let [low, high] = [cut, last - cut];
  while (low > 0 && days[low]! - days[low - 1]! <= GAP) low -= 1;
  while (high < last && days[high + 1]! - days[high]! <= GAP) high += 1;
  const wide = days[last]! - days[0]!;
  return wide > 3 * (days[high]! - days[low]! + 5) ? [days[low]!, days[high]!] : [days[0]!, days[last]!];
}
