// A table that becomes cards on narrow screens. Its roles are spelled out because a browser drops a table's meaning once
// its parts are laid out as blocks.
import type { ComponentChildren, HTMLAttributes } from "preact";

type Role = NonNullable<HTMLAttributes["role"]>;
const role = (name: Role) => ({ role: name });

/** Scrolls sideways inside itself, so that the page never does; it can be focused, so that keys scroll it. */
export function Sideways({ label, children }: { label: string; children: ComponentChildren }) {
  const keyed = { tabIndex: 0 };
  return (
    <section class="sideways" {...keyed} aria-label={label}>
      {children}
    </section>
  );
}

interface Column {
  readonly name: string;
  readonly number?: boolean;
}
export function CardTable(props: {
  label: string;
  columns: readonly (string | Column)[];
  class?: string;
  children: ComponentChildren;
}) {
  const columns = props.columns.map((c) => (typeof c === "string" ? { name: c } : c));
  return (
    <Sideways label={props.label}>
      <table class={`rows cards ${props.class ?? ""}`} {...role("table")}>
        <thead {...role("rowgroup")}>
          <tr {...role("row")}>
            {columns.map((c: Column) => (
              <th key={c.name} scope="col" class={c.number ? "number" : undefined} {...role("columnheader")}>
                {c.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...role("rowgroup")}>{props.children}</tbody>
      </table>
    </Sideways>
  );
}

export const Row = (props: { class?: string | undefined; children: ComponentChildren }) => (
  <tr class={props.class} {...role("row")}>
    {props.children}
  </tr>
);
export const RowHead = ({ children }: { children: ComponentChildren }) => (
  <th scope="row" {...role("rowheader")}>
    {children}
  </th>
);
/** `label` is the column's name, shown before the value on narrow screens. */
export const Cell = (props: { label: string; class?: string | undefined; children: ComponentChildren }) => (
  <td class={props.class} data-label={props.label} {...role("cell")}>
    <div>{props.children}</div>
  </td>
);
