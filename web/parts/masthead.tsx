// The head of every page: the name, the pages, search, and how the reader likes it.
import { address, changed, go, to } from "../core/address.ts";
import { isDay, longDay } from "../core/days.ts";
import { keysShown, PAGES } from "../core/keys.ts";
import { type Theme, theme } from "../core/settings.ts";

function Search() {
  const { page, parameters } = address.value;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const q = new FormData(event.currentTarget as HTMLFormElement).get("q");
    if (typeof q === "string" && q.trim()) go(to("search", null, { q: q.trim() }));
  };
  return (
    <search class="search">
      <form onSubmit={submit}>
        <label class="unseen" for="search-words">
          Search documents and claims
        </label>
        <input
          id="search-words"
          name="q"
          type="search"
          placeholder="Search"
          autocomplete="off"
          defaultValue={page === "search" ? (parameters.q ?? "") : ""}
        />
        <button type="submit">Search</button>
      </form>
    </search>
  );
}

const THEMES: readonly Theme[] = ["auto", "light", "dark"];
const ThemeSwitch = () => (
  <label class="theme">
    <span class="unseen">Light or dark</span>
    <select value={theme.value} onChange={(e) => (theme.value = e.currentTarget.value as Theme)}>
      {THEMES.map((t) => (
        <option key={t} value={t}>
          {t === "auto" ? "Auto" : t === "light" ? "Light" : "Dark"}
        </option>
      ))}
    </select>
  </label>
);

/** Reading by an earlier clock changes every page, so every page says it. */
function Clock() {
  const { known_by, recorded_by } = address.value.parameters;
  if (!known_by && !recorded_by) return null;
  const shown = (t: string): string => (isDay(t) ? longDay(t) : t);
  return (
    <p class="clock">
      {known_by && <>Only what had been published by {shown(known_by)}. </>}
      {recorded_by && <>As this ledger stood on {shown(recorded_by)}. </>}
      <a href={changed({ known_by: null, recorded_by: null })}>Show all that is known now</a>
    </p>
  );
}

export function Masthead() {
  const { page } = address.value;
  return (
    <>
      <header class="masthead">
        <p class="name">
          <a href={to("incidents")}>Dateline</a>
        </p>
        <nav aria-label="Pages">
          <ul>
            {PAGES.map((p) => (
              <li key={p.page}>
                <a href={to(p.page)} aria-current={page === p.page ? "page" : undefined}>
                  {p.name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <Search />
        <div class="likings">
          <ThemeSwitch />
          <button type="button" class="plain" aria-label="Keys" onClick={() => (keysShown.value = true)}>
            <kbd>?</kbd>
          </button>
        </div>
      </header>
      <Clock />
    </>
  );
}
