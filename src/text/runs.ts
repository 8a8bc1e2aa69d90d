// Runs of the map from text to bytes, and their making for texts that stand in the bytes as they are.
import { type ByteOffset, type Run, span } from "../model/index.ts";
import type { ByteAt } from "./offsets.ts";

export const run = (from: number, to: number, byteFrom: number, byteTo: number): Run => ({
  text: span(from, to),
  bytes: [byteFrom as ByteOffset, byteTo as ByteOffset],
});

/** A run for every line of a text that stands in the bytes as it is, from `start` on. */
export function lineRuns(text: string, byteAt: ByteAt, start = 0): Run[] {
  const runs: Run[] = [];
  for (const line of text.slice(start).matchAll(/[^\r\n]+/g)) {
    const from = start + line.index;
    const to = from + line[0].length;
    runs.push(run(from, to, byteAt(from), byteAt(to)));
  }
  return runs;
}
