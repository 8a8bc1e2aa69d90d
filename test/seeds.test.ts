// What the five articles that the mission came with must show, end to end. They are third parties' texts and stay out of
// the project, so this runs only where they lie beside the checkout.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Codebook, loadCodebook } from "../src/codebook/load.ts";
import { type Ledger, openLedger } from "../src/ledger/ledger.ts";
import type { View } from "../src/ledger/view.ts";
import { type Claim, day, type Incident } from "../src/model/index.ts";
import { ingest } from "../src/pipeline/ingest.ts";
import { judgedBy } from "../src/pipeline/rejudge.ts";
import { orderStatus } from "../src/resolve/order-status.ts";
import type { ChainRow } from "../src/serve/chain-rows.ts";
import { ask } from "../src/serve/question.ts";
import { questionNamed } from "../src/serve/requests.ts";

const openDays = loadCodebook().judgement.orders.open_days;
const seeds = resolve(import.meta.dirname, "../../shared/seeds");
if (!existsSync(seeds)) console.log("skipped: ../shared/seeds is not here");

describe.skipIf(!existsSync(seeds))("the five seeds", () => {
  const folder = mkdtempSync(join(tmpdir(), "dateline-seeds-"));
  let ledger: Ledger;
  let codebook: Codebook;
  let view: View;
  let claims: readonly Claim[];
  let incidents: readonly Incident[];
  beforeAll(async () => {
    codebook = loadCodebook();
    ledger = await openLedger(join(folder, "seeds.db"), judgedBy(codebook));
    await ingest(ledger, [seeds], codebook, {});
    view = await ledger.view();
    claims = (await view.claims({ limit: 1000 })).rows;
    incidents = (await view.incidents({ limit: 1000 })).rows;
  }, 60_000);
  afterAll(async () => {
    await ledger.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const find = (event: string, test: (i: Incident) => boolean) => incidents.filter((i) => i.event === event && test(i));
  const at = (i: { places: readonly { name: string }[] }, name: RegExp) => i.places.some((p) => name.test(p.name));

  test("five documents, and every quote stands in its document", async () => {
    expect((await view.documents()).total).toBe(5);
    expect((await ledger.verify()).faults).toEqual([]);
  });

  test("the withdrawal from Homs on 6 December is disputed: the Observatory against the defence ministry", () => {
    const [homs] = find(
      "withdrawal",
      (i) => at(i, /^Homs$/) && i.time?.start === "2024-12-06" && i.status === "disputed",
    );
    expect(homs).toBeDefined();
    const about = claims.filter((c) => homs!.claims.includes(c.id));
    expect(about.find((c) => c.stance === "asserted")?.sources[0]?.name).toMatch(/Observatory/);
    expect(about.find((c) => c.stance === "denied")?.sources[0]?.name).toMatch(/defence ministry/i);
  });

  test("the capture of Homs told two days later is denied by the ministry", () => {
    const [homs] = find("territory_captured", (i) => at(i, /^Homs$/) && i.status === "disputed");
    expect(homs).toBeDefined();
    const sides = claims.filter((c) => homs!.claims.includes(c.id));
    expect(sides.find((c) => c.stance === "denied")?.sources[0]?.name).toMatch(/defence ministry/i);
  });

  test("Homs, 6 to 8 December, as a chain: left, not left, taken, not taken", async () => {
    const asked = { place: "Homs", from: "2024-12-06", to: "2024-12-08" };
    const { rows } = (await ask(ledger, codebook, questionNamed("chain"), asked)) as { rows: readonly ChainRow[] };
    const steps = rows.filter(
      (r) => /^(withdrawal|territory_captured)$/.test(r.claim.event) && r.claim.stance !== "planned",
    );
    expect(steps.map((r) => [r.claim.event, r.claim.stance, r.origin, r.told?.at.slice(0, 10)])).toEqual([
      ["withdrawal", "asserted", expect.stringMatching(/Observatory/), "2024-12-06"],
      ["withdrawal", "denied", "Syrian defence ministry", "2024-12-06"],
      ["territory_captured", "asserted", "Syrian rebels", "2024-12-08"],
      ["territory_captured", "denied", "Syrian defence ministry", "2024-12-08"],
    ]);
    const [, left, taken, held] = steps;
    expect(left!.links).toContainEqual(expect.objectContaining({ kind: "denies", row: steps[0]!.row }));
    expect(held!.links).toContainEqual(expect.objectContaining({ kind: "denies", row: taken!.row }));
    expect([left!.party, taken!.party]).toEqual([true, true]);
    expect([left, held].map((r) => r!.verdict?.incident.status)).toEqual(["disputed", "disputed"]);
    const known = (await ask(ledger, codebook, questionNamed("chain"), { ...asked, known_by: "2024-12-06" })) as {
      rows: readonly ChainRow[];
    };
    expect(known.rows.some((r) => r.claim.event === "territory_captured")).toBe(false);
  });

  test("Deir ez-Zor is one place under both its spellings; city and province are two", async () => {
    const ids = new Set(
      claims
        .flatMap((c) => c.places)
        .filter((p) => /^Deir (az|ez)-?z/i.test(p.text) || /Deir Ezzor/.test(p.text))
        .map((p) => p.id),
    );
    ids.delete(null);
    expect([...ids].sort()).toEqual(["sy-deir-ez-zor", "sy-deir-ez-zor-province"]);
  });

  test("the SDF holds Deir ez-Zor city from 6 December by two outlets' account", async () => {
    const held = (await view.holdings({ place: "sy-deir-ez-zor" })).filter(
      (h) => h.holder.id === "sdf" && h.state === "controls",
    );
    expect(held.some((h) => h.from === "2024-12-06" && h.accounts.length >= 2)).toBe(true);
  });

  test("the Aleppo amnesty, its terms and its end", async () => {
    const orders = (await view.orders()).filter((o) => o.kind === "amnesty");
    const aleppo = orders.find((o) => o.until === "2024-12-06");
    expect(aleppo).toBeDefined();
    expect(aleppo!.place?.name ?? "").toMatch(/Aleppo/);
    expect(aleppo!.issuer.length).toBeGreaterThan(0);
    expect(aleppo!.conditions.map((c) => c.text).join(" ")).toMatch(/weapons/);
    expect(orderStatus(aleppo!, day("2024-12-06")!, openDays)).toBe("in_force");
    expect(orderStatus(aleppo!, day("2024-12-07")!, openDays)).toBe("expired");
    expect(orders.some((o) => o.id !== aleppo!.id && o.announced === "2024-12-09")).toBe(true);
  });

  test("727 killed of whom 111 civilians is a tally and no incident's toll", () => {
    const tally = claims.find((c) => c.event === "casualty_tally" && c.figures.some((f) => f.min === 727));
    expect(tally?.figures.map((f) => [f.measure, f.min, f.group])).toContainEqual(["killed", 111, "civilians"]);
    expect(incidents.filter((i) => !i.tally).some((i) => i.figures.some((f) => f.low === 727 || f.high === 727))).toBe(
      false,
    );
  });

  test("soldiers into Iraq: 'hundreds' and 2,000 are one incident with a range", () => {
    const [crossing] = incidents.filter((i) =>
      i.figures.some((f) => f.low === 200 && f.high !== null && f.high >= 2000),
    );
    expect(crossing).toBeDefined();
    expect(crossing!.claims.length).toBeGreaterThanOrEqual(2);
  });

  test("two killed and six injured in Al-Joura, from the activist through Al-Araby Al-Jadeed", () => {
    const told = claims.find(
      (c) =>
        c.sources.length === 2 &&
        /Ahmad Al-Hussein/.test(c.sources[0]!.name) &&
        /Al-Araby/.test(c.sources[1]!.name) &&
        c.event === "attack_on_civilians",
    );
    expect(told?.figures.map((f) => [f.measure, f.min])).toEqual(
      expect.arrayContaining([
        ["killed", 2],
        ["injured", 6],
      ]),
    );
    expect(told && at(told, /Al-?Joura/i)).toBe(true);
  });

  test("the curfew in Homs, and Russia's and China's advisories", async () => {
    const orders = await view.orders();
    expect(orders.some((o) => o.kind === "curfew" && /Homs/.test(o.place?.name ?? ""))).toBe(true);
    for (const state of [/Russia/, /Chin/])
      expect(orders.some((o) => o.kind === "advisory" && o.issuer.some((p) => state.test(p.name)))).toBe(true);
  });

  test("the history of Hayat Tahrir al-Sham by year", () => {
    const years = claims
      .filter((c) => c.background && c.event === "change_of_power")
      .map((c) => c.time?.start.slice(0, 4));
    for (const year of ["2012", "2013", "2016"]) expect(years).toContain(year);
  });

  test("launched from the north-west against originated in the north-east is a disagreement about the place", () => {
    const offensives = find("offensive", (i) => i.disputes.some((d) => d.slot === "place"));
    expect(
      offensives.some((i) => {
        const v = i.disputes.map((d) => d.values.map((x) => x.value).join(" ")).join(" ");
        return /north-?west/i.test(v) && /north-?east/i.test(v);
      }),
    ).toBe(true);
  });

  test("nothing is claimed from a share button, a comment form or 'Read More'", () => {
    expect(
      claims
        .filter((c) =>
          /share (on|this|now)|facebook|read more|leave a reply|email address|required fields|source link|whatsapp\nwhatsapp/i.test(
            c.quote,
          ),
        )
        .map((c) => c.quote),
    ).toEqual([]);
  });
});
