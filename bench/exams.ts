// Every exam that `npm run eval` takes, in the order of its table.
import { airwars } from "./airwars.ts";
import { attribution } from "./attribution.ts";
import { control } from "./control.ts";
import { dates } from "./dates.ts";
import { eventTypes } from "./event-types.ts";
import type { Exam } from "./exam.ts";
import { gold, seeds } from "./gold.ts";
import { languageQuality } from "./language-quality.ts";
import { merging } from "./merging.ts";
import { names } from "./names.ts";
import { orders } from "./orders.ts";
import { examOf, type Part } from "./part.ts";
import { places } from "./places.ts";
import { simwar } from "./simwar.ts";

/** Those that a scorer of tools/exams gives questions for. */
export const parts: readonly Part[] = [dates, places, names, attribution];

export const exams: readonly Exam[] = [
  gold,
  seeds,
  orders,
  control,
  airwars,
  merging,
  simwar,
  eventTypes,
  ...parts.map(examOf),
  languageQuality,
];
