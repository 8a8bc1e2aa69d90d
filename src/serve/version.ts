// The package's version, read from package.json, which stands two folders up from here in the checkout and in dist alike.
import { readFileSync } from "node:fs";

export const version: string = (
  JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string }
).version;
