// Codes a sentence by itself, and the worked examples of a codebook with it: what stands under a type as an example shall
// be coded as that type, what stands among its negatives shall not. `codebook check` and the tests both ask here.
import type { Worked } from "../codebook/events.ts";
import type { Codebook } from "../codebook/load.ts";
import type { Claim } from "../model/index.ts";
import { read } from "../text/read.ts";
import { codeDocument } from "./code.ts";

/** Day of publication of a text that comes without one, so that 'on Friday' is a day. */
const PUBLISHED = "2024-12-07";

/**
 * Claims of a text as if it had been received on its own; `published` null: undated. `lang` is taken as given, because a
 * line or two are too short to tell a language by.
 */
export function codeText(
  text: string,
  codebook: Codebook,
  { published = PUBLISHED, lang = "en" }: { readonly published?: string | null; readonly lang?: string } = {},
): readonly Claim[] {
  const document = read(
    {
      id: "text",
      file: "text.txt",
      bytes: new TextEncoder().encode(text),
      form: "text",
      charset: "utf-8",
      given: { outlet: null, title: null, url: null, lang, published },
    },
    codebook.boilerplate,
  );
  return codeDocument({ ...document, lang }, codebook).claims;
}

/** A worked example that is not coded as it says. */
export interface FailedExample {
  readonly worked: Worked;
  /** What it is coded as, and by which rules. */
  readonly coded: readonly { readonly event: string; readonly rule: string }[];
}

/** The example where it fails; null where it holds. */
export function tryExample(worked: Worked, codebook: Codebook): FailedExample | null {
  const claims = codeText(worked.text, codebook);
  if (claims.some((c) => c.event === worked.event) === worked.shall) return null;
  return { worked, coded: claims.map((c) => ({ event: c.event, rule: c.event_evidence.rule })) };
}

/** Every worked example that fails, in the file's order. */
export const tryExamples = (codebook: Codebook): FailedExample[] =>
  codebook.events.worked.map((worked) => tryExample(worked, codebook)).filter((failed) => failed !== null);

/** 'own/events.yaml:12: withdrawal: not coded as withdrawal but as nothing: “…”'. */
export function exampleLine({ worked, coded }: FailedExample): string {
  const { event, file, line, shall, text } = worked;
  const as = coded.map((c) => c.event).filter((e, i, all) => all.indexOf(e) === i);
  const by = coded.filter((c) => c.event === event).map((c) => c.rule);
  const says = shall
    ? `an example that is not coded as ${event} but as ${as.join(", ") || "nothing"}`
    : `a negative that is coded as ${event} all the same, by ${by.join(", ")}`;
  return `${file}:${line}: ${event}: ${says}: “${text}”`;
}
