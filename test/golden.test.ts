// The example corpora give the ledgers that were read and approved. What came out instead is written beside them.
import { describe, expect, test } from "vitest";
import { cases, drop, expected, lines, write } from "./golden/golden.ts";

describe.each(cases())("golden ledger %s", (name) => {
  test("is what it was", async () => {
    for (const [file, content] of Object.entries(await lines(name))) {
      const changed = file.replace(".ndjson", ".changed.ndjson");
      const same = content === expected(name, file);
      if (same) drop(name, changed);
      else if (!process.env.CI) write(name, changed, content);
      expect(content, `test/golden/${name}/${changed} holds what came out; npm run golden accepts it`).toBe(
        expected(name, file),
      );
    }
  });
});
