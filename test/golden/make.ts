// npm run golden                     makes every golden ledger anew
// npm run golden -- NAME PATH…       makes a new case from reports of ours
import { relative, resolve } from "node:path";
import { cases, drop, lines, root, write } from "./golden.ts";

const [name, ...paths] = process.argv.slice(2);
if (name && paths.length > 0)
  write(name, "reports.json", `${JSON.stringify(paths.map((p) => relative(root, resolve(p))))}\n`);
for (const each of name ? [name] : cases()) {
  for (const [file, content] of Object.entries(await lines(each))) {
    write(each, file, content);
    drop(each, file.replace(".ndjson", ".changed.ndjson"));
  }
  console.log(`test/golden/${each}: made; read the diff before you commit it`);
}
