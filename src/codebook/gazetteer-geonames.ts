// Reads a user's own file in GeoNames' nineteen tab-separated columns (dateline gazetteer add FILE). A line that does
// not hold is refused with its number, and the rest is kept. Nothing of such a file is stored in the codebook.
import type { Place } from "../model/index.ts";
import { placeId } from "../model/index.ts";
import { plainKey } from "./gazetteer-names.ts";
import { kindOf } from "./gazetteer-world.ts";

export interface Refusal {
  readonly line: number;
  readonly message: string;
}
/** A place whose province is still a name or a code; the index finds the container. */
export interface AddedPlace {
  readonly place: Place;
  readonly admin1: string;
}

// 'Kobane/Ayn al Arab', 'Tall Tawil (Tall Tamr)': several names in one cell.
const namesIn = (cell: string): string[] =>
  cell
    .split(/[/()]|\s-\s/)
    .map((part) => part.trim())
    .filter((part) => part.length > 1);

/**
 * @param text the file's text; `file` names it in refusals.
 * @returns places in the file's order, ids `gn-<geonameid>`, and the lines that are no place.
 */
export function parseGeoNames(text: string, file: string): { places: AddedPlace[]; refusals: Refusal[] } {
  const places: AddedPlace[] = [];
  const refusals: Refusal[] = [];
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  for (const [i, line] of lines.entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const read = readLine(line.split("\t"));
    if (typeof read === "string") refusals.push({ line: i + 1, message: `${file}, line ${i + 1}: ${read}` });
    else places.push(read);
  }
  return { places, refusals };
}

/** A place, or what is wrong with the line. */
function readLine(cells: readonly string[]): AddedPlace | string {
  if (cells.length !== 19) return `${cells.length} columns, GeoNames has 19`;
  const [id, name, ascii, alternates, lat, lon, cls, code, country, , admin1] = cells as string[];
  if (!/^\d+$/.test(id ?? "")) return `'${id}' is no geonameid`;
  if (!name?.trim()) return "no name";
  const north = Number(lat || "x");
  const east = Number(lon || "x");
  if (!(Math.abs(north) <= 90 && Math.abs(east) <= 180)) return `no coordinates: '${lat}', '${lon}'`;
  if (!/^[A-Z]{2}$/.test(country ?? "")) return `'${country}' is no country code`;
  const population = Number(cells[14]) || 0;
  const [first = name.trim(), ...others] = namesIn(name);
  const aliases = [...others, ...namesIn(ascii ?? ""), ...(alternates ?? "").split(",").map((a) => a.trim())];
  const seen = new Set([plainKey(first), ""]);
  return {
    place: {
      id: placeId(`gn-${id}`),
      name: first,
      aliases: aliases.filter((a) => !seen.has(plainKey(a)) && seen.add(plainKey(a))),
      kind: kindOf(cls ?? "", code ?? "", population),
      within: [],
      country: country ?? null,
      lat: north,
      lon: east,
      population,
    },
    admin1: admin1 ?? "",
  };
}
