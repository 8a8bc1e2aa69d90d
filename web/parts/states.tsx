// What a page says while it waits, when there is nothing, and when something went wrong: in words, never a spinner.
import type { ComponentChildren } from "preact";
import type { Asked, Trouble } from "../core/asking.ts";

export const Waiting = ({ what }: { what: string }) => (
  <p class="state" role="status">
    Fetching {what} …
  </p>
);

export const Nothing = ({ children }: { children: ComponentChildren }) => (
  <p class="state" role="status">
    {children}
  </p>
);

export function Failed({ trouble }: { trouble: Trouble }) {
  return (
    <div class="state failed" role="alert">
      <p>
        <strong>{trouble.title}.</strong> {trouble.detail}
      </p>
      {trouble.hint && <p class="quiet">{trouble.hint}</p>}
      <p>
        <button type="button" class="plain" onClick={() => location.reload()}>
          Try again
        </button>
      </p>
    </div>
  );
}

/** Shows the answer once it is there; an older one stays, greyed, while a newer is fetched. */
export function Answered<T>(props: { asked: Asked<T>; what: string; children: (value: T) => ComponentChildren }) {
  const { asked, what, children } = props;
  if (asked.state === "trouble") return <Failed trouble={asked.trouble} />;
  if (asked.value === null) return <Waiting what={what} />;
  return (
    <div class={asked.state === "loading" ? "stale" : undefined} aria-busy={asked.state === "loading"}>
      {children(asked.value)}
    </div>
  );
}
