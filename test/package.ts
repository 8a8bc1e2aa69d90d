// Packs the package as it would be published, installs it in an empty folder, and codes a report with it: what ships is
// enough to run, and nothing in it reaches back into the checkout.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "dateline-package-"));
const run = (cwd: string, command: string, ...args: string[]): string =>
  execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
try {
  run(root, "npm", "run", "-s", "build");
  const [packed] = JSON.parse(run(root, "npm", "pack", "--json", "--ignore-scripts", "--pack-destination", folder)) as {
    filename: string;
    size: number;
  }[];
  writeFileSync(join(folder, "package.json"), '{"private":true}');
  run(folder, "npm", "install", "--ignore-scripts", "--omit=dev", join(folder, packed!.filename));
  const report = join(folder, "report.txt");
  writeFileSync(
    report,
    "Rebel fighters captured the town of Nawa on Friday, the Syrian Observatory for Human Rights said.\n",
  );
  const out = run(
    folder,
    process.execPath,
    "node_modules/dateline/bin/dateline.js",
    "code",
    report,
    "--published",
    "2024-12-07",
  );
  const claim = JSON.parse(out.split("\n")[0]!) as { event: string; time: { start: string } };
  if (claim.event !== "territory_captured" || claim.time.start !== "2024-12-06")
    throw new Error(`the package coded: ${out}`);
  const language = run(
    folder,
    process.execPath,
    "--input-type=module",
    "-e",
    'import { loadLanguage } from "dateline/language"; console.log(loadLanguage().read("Rebels captured Nawa.")[0].words[1].lemma)',
  );
  if (language.trim() !== "capture") throw new Error(`the package read: ${language}`);
  console.log(
    `package: ${packed!.filename}, ${Math.round(packed!.size / 1024)} kB; codes a report and reads English when installed on its own`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
