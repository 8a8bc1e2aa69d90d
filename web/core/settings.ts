// What one reader has set for this browser: light or dark, single-key shortcuts. Kept in the browser and nowhere else.
import { effect, signal } from "@preact/signals";

export type Theme = "auto" | "light" | "dark";

const kept = (name: string): string | null => {
  try {
    return localStorage.getItem(`dateline.${name}`);
  } catch {
    return null; // Storage may be forbidden; the page works without.
  }
};
const keep = (name: string, value: string): void => {
  try {
    localStorage.setItem(`dateline.${name}`, value);
  } catch {
    // As above.
  }
};

const first = kept("theme");
export const theme = signal<Theme>(first === "light" || first === "dark" ? first : "auto");
export const shortcuts = signal(kept("shortcuts") !== "off");

const system = matchMedia("(prefers-color-scheme: dark)");
/** Whether the page is dark now: what canvases must follow, since they see no style sheet. */
export const dark = signal(false);
const settle = (): void => {
  dark.value = theme.value === "dark" || (theme.value === "auto" && system.matches);
  document.documentElement.dataset.mode = dark.value ? "dark" : "light";
};
system.addEventListener("change", settle);

effect(() => {
  keep("theme", theme.value);
  settle();
});
effect(() => keep("shortcuts", shortcuts.value ? "on" : "off"));
