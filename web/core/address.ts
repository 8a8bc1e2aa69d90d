// The address behind '#': which page, of what, with which parameters. Every state that a person may want to come back
// to or send on is in it; nothing else is remembered but the reader's own settings (settings.ts).
import { signal } from "@preact/signals";

export interface Address {
  /** 'incidents', 'map', 'document', … */
  readonly page: string;
  readonly id: string | null;
  readonly parameters: Readonly<Record<string, string>>;
}
export type Parameters = Readonly<Record<string, string | null | undefined>>;

/** Parameters that go along from page to page: the clocks by which the ledger is read. */
const CARRIED = ["known_by", "recorded_by"];

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A stray '%' in an address typed by hand.
  }
};

export function parse(hash: string): Address {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split(/\?(.*)/s);
  const [page = "", ...rest] = path.split("/");
  return {
    page: page || "incidents",
    id: rest.length ? decoded(rest.join("/")) : null,
    parameters: Object.fromEntries(new URLSearchParams(query)),
  };
}

export const address = signal<Address>(parse(location.hash));
addEventListener("hashchange", () => {
  address.value = parse(location.hash);
});

function written(page: string, id: string | null, parameters: Parameters): string {
  const kept = Object.entries(parameters).filter((p): p is [string, string] => Boolean(p[1]));
  const query = new URLSearchParams(kept).toString();
  return `#/${page}${id === null ? "" : `/${encodeURIComponent(id)}`}${query ? `?${query}` : ""}`;
}

/** The address of a page, the clocks carried along. */
export function to(page: string, id: string | null = null, parameters: Parameters = {}): string {
  const carried = Object.fromEntries(CARRIED.map((name) => [name, address.value.parameters[name]]));
  return written(page, id, { ...carried, ...parameters });
}

/** This page with some parameters changed; null or '' takes one away. */
export const changed = (parameters: Parameters): string =>
  written(address.value.page, address.value.id, { ...address.value.parameters, ...parameters });

export const go = (hash: string): void => {
  location.hash = hash;
};

/** Changes parameters without a step in the history: for sliders and for typing. */
export function amend(parameters: Parameters): void {
  const hash = changed(parameters);
  if (hash === location.hash) return;
  history.replaceState(history.state, "", hash);
  address.value = parse(hash);
}
