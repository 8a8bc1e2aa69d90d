// Reads the model that ships with the package. The only file of the language core that touches the disk; who has the
// bytes from elsewhere makes a Language of readModel(bytes).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Language } from "./language.ts";
import { readModel } from "./model/model.ts";
import type { KnownNames } from "./types.ts";

/** English, as `npm run train:language` made it. */
export const MODEL_FILE = join(import.meta.dirname, "../../language/english.model.gz");

/**
 * The language core with its own model; a call reads the file anew, so keep what it gives.
 * @throws Error when the file is missing or no model.
 */
export function loadLanguage(options: { readonly known?: KnownNames; readonly file?: string } = {}): Language {
  return new Language(readModel(gunzipSync(readFileSync(options.file ?? MODEL_FILE))), options.known ?? null);
}
