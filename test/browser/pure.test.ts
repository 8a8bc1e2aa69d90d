// The page's own reckoning, without a browser: marks over a text, days in words, figures, and what may be drawn where.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Holding, Incident } from "../../src/model/index.ts";
import { between, published, when } from "../../web/core/days.ts";
import { extent } from "../../web/core/figures.ts";
import { ledgerDays } from "../../web/core/ledger-days.ts";
import { stretches } from "../../web/core/marks.ts";
import { signsOf } from "../../web/draw/holders.ts";
import { dayOnMap } from "../../web/draw/map-spots.ts";
import { lanesOf, layOut } from "../../web/draw/timeline-layout.ts";

test("a text cut at its marks is the same text, and each stretch knows what covers it", () => {
  const span = fc.tuple(fc.nat(60), fc.nat(60)).map(([start, end]) => ({ start, end }));
  fc.assert(
    fc.property(fc.string({ maxLength: 50 }), fc.array(span, { maxLength: 8 }), (text, marks) => {
      const cut = stretches(0, text.length, marks);
      expect(cut.map((s) => text.slice(s.start, s.end)).join("")).toBe(text);
      for (const s of cut)
        for (const m of marks)
          expect(s.marks.includes(m)).toBe(m.start < m.end && m.start <= s.start && m.end >= s.end && s.start < s.end);
    }),
  );
});

const interval = (start: string, end: string) => ({ start, end, grain: "span" }) as unknown as Incident["time"];
test.each([
  [null, "no date given"],
  [interval("2024-12-06", "2024-12-06"), "6 December 2024"],
  [interval("2024-12-01", "2024-12-31"), "December 2024"],
  [interval("2024-02-01", "2024-02-29"), "February 2024"],
  [interval("2024-02-01", "2024-02-28"), "1 to 28 February 2024"],
  [interval("2016-01-01", "2016-12-31"), "2016"],
  [interval("2024-11-27", "2024-12-06"), "27 November to 6 December 2024"],
  [interval("2023-12-30", "2024-01-02"), "30 December 2023 to 2 January 2024"],
])("an interval says no more than it does: %o", (time, words) => expect(when(time)).toBe(words));

test("a date of publication keeps its own zone", () => {
  expect(published("2024-12-06T18:12:00+03:00")).toBe("6 Dec 2024, 18:12 UTC+03:00");
  expect(published("2024-12-06T18:12:00Z")).toBe("6 Dec 2024, 18:12 UTC");
  expect(published("2024-12-06")).toBe("6 Dec 2024");
  expect(published(null)).toBe("date not known");
  expect(between("2024-12-06", "2024-12-06")).toBe("6 December 2024");
});

test("a figure without a bound is open, not equal to its low", () => {
  expect(extent(2, null)).toBe("2 or more");
  expect(extent(2, 2)).toBe("2");
  expect(extent(2, 4)).toBe("2–4");
  expect(extent(2000, 2000)).toBe("2,000");
});

test("a stray year does not squeeze a month into a line", () => {
  const month = Array.from({ length: 20 }, (_, i) => ({
    day: `2024-12-${String(i + 1).padStart(2, "0")}`,
    incidents: 3,
  }));
  expect(ledgerDays([{ day: "2012-01-01", incidents: 1 }, ...month])).toMatchObject({
    first: "2024-12-01",
    last: "2024-12-20",
  });
  expect(ledgerDays(month)).toMatchObject({ first: "2024-12-01", last: "2024-12-20" });
  // A quiet week inside a month is no gap, and few incidents at its end are no strays.
  expect(ledgerDays([...month, { day: "2024-12-29", incidents: 1 }])).toMatchObject({ last: "2024-12-29" });
  expect(ledgerDays([])).toBeNull();
});

const spot = (over: object) => ({
  name: "X",
  id: "x",
  lat: 1,
  lon: 1,
  kind: "city",
  within: [],
  within_ids: [],
  precision: "exact",
  role: "at",
  runners_up: [],
  ...over,
});
const told = (id: string, place: object | null, day = "2024-12-06", end = day): Incident =>
  ({
    id,
    event: "air_strike",
    status: "single-source",
    time: { start: day, end, grain: "day" },
    places: place ? [spot(place)] : [],
    actors: [],
  }) as unknown as Incident;

test.each([
  [{}, "point"],
  [{ precision: "near" }, "ring"],
  [{ precision: "area" }, "ring"],
  [{ kind: "province" }, "area"],
  [{ precision: "region" }, "area"],
])("how exactly a place is told decides how it is drawn: %o", (place, drawn) =>
  expect(dayOnMap([told("a", place)], [], "2024-12-06").spots.map((s) => s.drawn)).toEqual([drawn]),
);

test("a whole country, a name on no map, and no place at all are never drawn, but counted", () => {
  const incidents = [
    told("a", { kind: "country", precision: "country" }),
    told("b", { lat: null, lon: null }),
    told("c", null),
  ];
  const day = dayOnMap(incidents, [], "2024-12-06");
  expect(day.spots).toEqual([]);
  expect(day.unplaced.length).toBe(3);
  expect(day.today.length).toBe(3);
});

test("the three days before fade, older ones and long spans are gone", () => {
  const ages = (day: string, end?: string) =>
    dayOnMap([told("a", {}, day, end)], [], "2024-12-06").spots.flatMap((s) => s.told.map((t) => t.age));
  expect(ages("2024-12-06")).toEqual([0]);
  expect(ages("2024-12-03")).toEqual([3]);
  expect(ages("2024-12-02")).toEqual([]);
  expect(ages("2024-12-07")).toEqual([]);
  expect(ages("2024-11-01", "2024-12-30")).toEqual([]);
});

const holding = (over: object, name = "A"): Holding =>
  ({
    place: { id: "x", name: "X", kind: "city", lat: 1, lon: 1, within: [] },
    holder: { id: null, name },
    from: "2024-12-01",
    to: null,
    state: "controls",
    basis: "assessed",
    accounts: [],
    claims: [],
    ...over,
  }) as unknown as Holding;

test("who has left is drawn only where nobody is said to be there", () => {
  const drawn = (list: Holding[]) =>
    dayOnMap([], list, "2024-12-06").spots.flatMap((s) => s.holdings.map((h) => h.holder.name));
  expect(drawn([holding({ state: "left" }, "A"), holding({}, "B")])).toEqual(["B"]);
  expect(drawn([holding({ state: "left" }, "A")])).toEqual(["A"]);
  expect(drawn([holding({ basis: "denied" }, "A"), holding({ state: "contested" }, "B"), holding({}, "C")])).toEqual([
    "C",
    "B",
  ]);
});

test("no two holders bear the same sign", () => {
  const names = [
    "Syrian army",
    "Syrian Democratic Forces",
    "Salvation Government",
    "soldiers",
    "HTS",
    "Hezbollah",
    "Factions",
    "fighters",
  ];
  const signs = [...signsOf(names.map((n) => holding({}, n))).values()];
  expect(new Set(signs.map((s) => s.letters)).size).toBe(names.length);
  expect(new Set(signs.map((s) => `${s.shape} ${s.colour}`)).size).toBe(names.length);
});

test("every dated incident of the window stands on the timeline once, alone or in a heap", () => {
  const many = Array.from({ length: 90 }, (_, i) =>
    told(`i${i}`, {}, `2024-12-${String((i % 9) + 1).padStart(2, "0")}`),
  );
  const lanes = lanesOf(many, "event");
  const window = { from: Date.parse("2024-11-30") / 864e5, to: Date.parse("2024-12-12") / 864e5 };
  for (const width of [200, 600, 4000]) {
    const layout = layOut(lanes, window, { left: 0, top: 0, width, laneHeight: 28, nameHeight: 0 });
    const seen = [...layout.placed.map((p) => p.incident), ...layout.heaps.flatMap((h) => h.incidents)];
    expect(new Set(seen).size).toBe(90);
    expect(seen.length).toBe(90);
  }
});
