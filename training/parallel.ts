// Runs learners side by side in worker threads, as many as there are cores. What comes out does not depend on that: every
// learner has its own seed and its own share, and results are taken in the order they were asked for.
import { availableParallelism } from "node:os";
import { parentPort, Worker, workerData } from "node:worker_threads";
import { foretellUnseen, trainOutlook } from "./foretelling.ts";
import { trainParser } from "./parsing.ts";
import { Rows } from "./perceptron.ts";
import { tagUnseen, trainTagger } from "./tagging.ts";

const LEARNERS = { trainTagger, tagUnseen, trainOutlook, foretellUnseen, trainParser };
type Learners = typeof LEARNERS;
/** Tells a worker that it was started from here. */
const LEARNER = "learner";

/** Tables of weights lose their class on the way between threads. */
function revived(value: unknown): unknown {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map(revived);
  const { width, shift, sure, index, weights } = value as Partial<Rows>;
  if (width !== undefined && shift !== undefined && sure !== undefined && index && weights)
    return new Rows(width, shift, sure, index, weights);
  return value instanceof Map
    ? value
    : Object.fromEntries(Object.entries(value).map(([key, own]) => [key, revived(own)]));
}

/** Calls a learner once for each list of arguments; the answers in the same order. */
export async function inParallel<Name extends keyof Learners>(
  name: Name,
  calls: readonly Parameters<Learners[Name]>[],
): Promise<ReturnType<Learners[Name]>[]> {
  const answers: ReturnType<Learners[Name]>[] = new Array(calls.length);
  let next = 0;
  const serve = async (): Promise<void> => {
    while (next < calls.length) {
      const at = next++;
      const worker = new Worker(new URL(import.meta.url), { workerData: LEARNER });
      answers[at] = await new Promise((resolve, reject) => {
        worker.once("message", (answer) => resolve(revived(answer) as ReturnType<Learners[Name]>));
        worker.once("error", reject);
        worker.once("messageerror", reject);
        worker.once("exit", (code) => reject(new Error(`a learner ended with ${code} before it answered`)));
        worker.postMessage({ name, args: calls[at] });
      });
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), calls.length) }, serve));
  return answers;
}

if (workerData === LEARNER)
  parentPort!.once("message", ({ name, args }: { name: keyof Learners; args: unknown[] }) => {
    const learner = LEARNERS[name] as (...args: unknown[]) => unknown;
    parentPort!.postMessage(learner(...(args.map(revived) as unknown[])));
  });
