// The two clocks that a question may be asked by. Nothing here reads the machine's clock.
import { day, UserError } from "../model/index.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ZONE = /(?:Z|[+-]\d{2}:?\d{2})$/;
const instant = (iso: string): number => Date.parse(ZONE.test(iso) || DAY.test(iso) ? iso : `${iso}Z`);

/**
 * Whether what is dated `when` had come by `limit`, inclusive; either is an ISO day or instant (without a zone: UTC).
 * Where one of them is only a day, days are compared.
 */
export function cameBy(when: string, limit: string): boolean {
  if (DAY.test(limit) || DAY.test(when)) return when.slice(0, 10) <= limit.slice(0, 10);
  return instant(when) <= instant(limit);
}

/** The day or instant as given. @throws UserError when it is neither */
export function checkedInstant(value: string, field: string): string {
  if (day(value) !== null && !Number.isNaN(instant(value))) return value;
  throw new UserError(`${field}: '${value}' is no date`, { hint: "write YYYY-MM-DD or an ISO instant", field });
}

/** The day at the head of a date or instant. @throws UserError when there is none */
export function checkedDay(value: string, field: string): string {
  const found = day(value);
  if (found !== null) return found;
  throw new UserError(`${field}: '${value}' is no day`, { hint: "write YYYY-MM-DD", field });
}

/** The day in UTC; a day by itself stays what it is. */
export const utcDay = (iso: string): string => new Date(instant(iso)).toISOString().slice(0, 10);
