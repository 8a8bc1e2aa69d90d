// The sheet that '?' opens: which keys do what, and the switch that turns single-key shortcuts off.
import { useEffect, useRef } from "preact/hooks";
import { keysShown, PAGES } from "../core/keys.ts";
import { shortcuts } from "../core/settings.ts";

const KEYS: readonly (readonly [keys: readonly string[], does: string])[] = [
  [["?"], "this sheet"],
  [["/"], "search"],
  [["j", "k"], "next and previous row of a list; Enter opens it"],
];
const CHARTS: readonly (readonly [keys: readonly string[], does: string])[] = [
  [["←", "→"], "timeline: the incident before, the next; map: pan"],
  [["↑", "↓"], "timeline: the lane above, below; map: pan"],
  [["Shift ←", "Shift →"], "timeline: earlier, later"],
  [["+", "-"], "zoom in, zoom out"],
  [["0"], "show everything"],
  [["n", "p"], "map: next and previous mark"],
  [["Enter"], "open what is marked"],
];

const Rows = ({ rows }: { rows: typeof KEYS }) => (
  <dl class="keys">
    {rows.map(([keys, does]) => (
      <div key={does}>
        <dt>
          {keys.map((k) => (
            <kbd key={k}>{k}</kbd>
          ))}
        </dt>
        <dd>{does}</dd>
      </div>
    ))}
  </dl>
);

export function KeySheet() {
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (keysShown.value) sheet.current?.showModal();
    else sheet.current?.close();
  }, [keysShown.value]);
  return (
    <dialog ref={sheet} class="keysheet" aria-labelledby="keys-title" onClose={() => (keysShown.value = false)}>
      <h2 id="keys-title">Keys</h2>
      <Rows rows={KEYS} />
      <h3>Go to a page</h3>
      <Rows rows={PAGES.map((p) => [["g", p.key], p.name] as const)} />
      <h3>With the timeline or the map in focus</h3>
      <Rows rows={CHARTS} />
      <p>
        <label>
          <input
            type="checkbox"
            checked={shortcuts.value}
            onChange={(e) => (shortcuts.value = e.currentTarget.checked)}
          />{" "}
          Single-key shortcuts are on
        </label>
      </p>
      <button type="button" onClick={() => (keysShown.value = false)}>
        Close
      </button>
    </dialog>
  );
}
