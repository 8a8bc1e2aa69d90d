// Addresses: one GET each over http or https, with a limit of time and size. A page's id is its address, so that fetching
// it again makes a new version of the same document. Nothing is fetched but what was asked for.

import { decode } from "../text/decode.ts";
import { isFeed } from "./receive-feed.ts";
import { bytesDocuments, whyNot } from "./receive-file.ts";
import { LARGEST_FILE, megabytes, type Outcome, received, refused } from "./receive-outcome.ts";
import { wholeStream } from "./receive-stream.ts";

const LONGEST_MS = 30_000;

function endingOf(type: string, bytes: Uint8Array, charset: string | null): string | null {
  if (/ndjson|jsonl|json-seq/.test(type)) return ".ndjson";
  if (/json/.test(type)) return ".json";
  if (/csv/.test(type)) return ".csv";
  if (/rss|atom/.test(type)) return ".xml";
  return isFeed(decode(bytes.subarray(0, 4096), charset, true).text) ? ".xml" : null;
}

/** The page, text or feed at an address. */
export async function* urlDocuments(address: string, get: typeof fetch): AsyncGenerator<Outcome> {
  let answer: Response;
  let bytes: Uint8Array | null;
  try {
    answer = await get(address, {
      redirect: "follow",
      signal: AbortSignal.timeout(LONGEST_MS),
      headers: {
        accept: "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,text/plain;q=0.9,*/*;q=0.5",
      },
    });
    if (!answer.ok) {
      yield refused(address, `the server answered ${answer.status} ${answer.statusText}`.trim());
      return;
    }
    bytes = answer.body ? await wholeStream(answer.body as AsyncIterable<Uint8Array>) : new Uint8Array();
  } catch (fault) {
    const slow = (fault as Error).name === "TimeoutError";
    const cause = ((fault as Error).cause as Error | undefined)?.message ?? (fault as Error).message;
    yield refused(address, slow ? `no answer within ${LONGEST_MS / 1000} seconds` : `cannot be fetched: ${cause}`);
    return;
  }
  if (bytes === null) {
    yield refused(address, `is larger than ${megabytes(LARGEST_FILE)}`);
    return;
  }
  const type = answer.headers.get("content-type")?.toLowerCase() ?? "";
  const charset = /charset\s*=\s*"?([\w:.-]+)/.exec(type)?.[1] ?? null;
  const markup = /html|xml/.test(type) || !type;
  const ending = bytes.length ? endingOf(type, bytes, charset) : null;
  const fault = whyNot(bytes, ending ? null : markup ? "html" : "text");
  if (fault) yield refused(address, fault);
  else if (ending) yield* bytesDocuments(bytes, ending, address, null, charset);
  else yield received(address, address, bytes, markup ? "html" : "text", { url: answer.url || address }, charset);
}
