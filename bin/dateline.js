#!/usr/bin/env node
// The command's first file, in plain old JavaScript: an older Node must be able to read it, because it says what to do
// when Node is too old. Everything else is imported after that check. In a checkout the sources run as they are.
import { existsSync } from "node:fs";
import module from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const NEEDED = 24;
const here = dirname(fileURLToPath(import.meta.url));
const sources = join(here, "../src/cli/main.ts");

function tooOld() {
  const again = `npm run -s dateline -- ${process.argv.slice(2).join(" ")}`.trim();
  let hint = `\`npm install --global node@${NEEDED}\` or \`nvm install ${NEEDED}\` brings one`;
  if (existsSync(sources)) {
    const own = existsSync(join(here, "../node_modules/.bin/node"));
    hint = own ? `this checkout has one: ${again}` : `\`npm install\` brings one into this checkout; then: ${again}`;
  }
  process.stderr.write(
    `dateline: this needs Node ${NEEDED} or newer; this is Node ${process.versions.node}\nhint: ${hint}\n`,
  );
  process.exitCode = 2;
}

async function start() {
  const entry = existsSync(sources) ? "../src/cli/main.ts" : "../dist/cli/main.js";
  if (!existsSync(join(here, entry))) {
    process.stderr.write("dateline: this package is not complete: dist/ is missing\nhint: install it anew\n");
    process.exitCode = 2;
    return;
  }
  // Keeps what was compiled for the next run: in a checkout that is a second saved each time.
  module.enableCompileCache?.();
  const command = await import(new URL(entry, import.meta.url).href);
  await command.main();
}

if (Number(process.versions.node.split(".")[0]) < NEEDED) tooOld();
else start();
