// Keys that work on every page. Single letters can be switched off (WCAG 2.1.4) and never act while one types.
import { signal } from "@preact/signals";
import { go, to } from "./address.ts";
import { shortcuts } from "./settings.ts";

export const PAGES: readonly { readonly key: string; readonly page: string; readonly name: string }[] = [
  { key: "t", page: "incidents", name: "Timeline" },
  { key: "m", page: "map", name: "Map" },
  { key: "c", page: "control", name: "Control" },
  { key: "o", page: "orders", name: "Orders" },
  { key: "d", page: "disputes", name: "Disputes" },
  { key: "a", page: "actors", name: "Actors" },
  { key: "w", page: "sources", name: "Sources" },
  { key: "s", page: "sitrep", name: "Report" },
];

export const keysShown = signal(false);

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName)) &&
  (target as HTMLInputElement).type !== "range";

/** Moves the focus along the rows marked `data-row`; a link inside is what Enter follows. */
function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")].filter((r) => r.offsetParent !== null);
  if (rows.length === 0) return;
  const at = rows.findIndex((r) => r === document.activeElement || r.contains(document.activeElement));
  const next = rows[Math.min(rows.length - 1, Math.max(0, at === -1 ? 0 : at + by))]!;
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}

let wentAt = Number.NEGATIVE_INFINITY;
export function onKey(event: KeyboardEvent): void {
  if (event.key === "Escape" && keysShown.value) {
    keysShown.value = false;
    return;
  }
  if (!shortcuts.value || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const key = event.key;
  if (performance.now() - wentAt < 1500) {
    wentAt = Number.NEGATIVE_INFINITY;
    const page = PAGES.find((p) => p.key === key);
    if (page) go(to(page.page));
    return;
  }
  if (key === "g") wentAt = performance.now();
  else if (key === "?") keysShown.value = !keysShown.value;
  else if (key === "/") {
    event.preventDefault();
    document.querySelector<HTMLInputElement>("#search-words")?.focus();
  } else if (key === "j") step(1);
  else if (key === "k") step(-1);
}
