// Orders as they stand on a day: amnesties, curfews, closures, warnings, truces, evacuations - who ordered what, for
// whom, on which terms, until when, in which words.
import { address } from "../core/address.ts";
import type { OrderAtDay, Rows } from "../core/answers.ts";
import { question, useAnswer } from "../core/asking.ts";
import { longDay, tableDay } from "../core/days.ts";
import { useTitle } from "../core/title.ts";
import { useDay } from "../core/use-days.ts";
import { capital, counted, listed, ORDER_STATUSES, plain } from "../core/words.ts";
import { DayPicker } from "../parts/day-picker.tsx";
import { FoldedClaims } from "../parts/folded-claims.tsx";
import { Answered, Nothing, Waiting } from "../parts/states.tsx";

const names = (list: readonly { name: string }[]): string => listed([...new Set(list.map((x) => x.name))]);
const terms = (list: readonly { text: string }[]): string => list.map((t) => t.text).join("; ");

const step = (s: OrderAtDay["steps"][number]): string =>
  [plain(s.status), s.day && tableDay(s.day), s.until && `until ${tableDay(s.until)}`].filter(Boolean).join(" ");

function OrderCard({ order, day }: { order: OrderAtDay; day: string }) {
  const rows: readonly (readonly [string, string | null])[] = [
    ["Ordered by", names(order.issuer) || null],
    ["For", names(order.for) || null],
    ["Where", order.place?.name ?? null],
    ["Grants", terms(order.grants) || null],
    ["On condition", terms(order.conditions) || null],
    ["Except", terms(order.exceptions) || null],
    ["Hours", order.hours],
    ["Announced", order.announced && tableDay(order.announced)],
    ["From", order.from && tableDay(order.from)],
    ["Until", order.until ? `${tableDay(order.until)} (the last day)` : "no account says"],
    ["Lifted", order.lifted && tableDay(order.lifted)],
    ["Course", order.steps.length > 1 ? order.steps.map(step).join("; ") : null],
  ];
  const left = order.until ? Math.round((Date.parse(order.until) - Date.parse(day)) / 864e5) : null;
  return (
    <article class={`order order-${order.status}`}>
      <h3>
        {capital(plain(order.kind))}
        {order.place && <bdi>, {order.place.name}</bdi>}
        {order.issuer.length > 0 && <span class="quiet"> by {names(order.issuer)}</span>}
      </h3>
      {left !== null && left >= 0 && left <= 7 && order.status !== "lifted" && (
        <p class="deadline">{left === 0 ? "Its last day is today." : `${capital(counted(left, "day"))} left.`}</p>
      )}
      <dl class="facts">
        {rows
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
      </dl>
      <FoldedClaims ids={order.claims} />
    </article>
  );
}

export function OrdersPage() {
  useTitle("Orders");
  const { known_by, recorded_by, place } = address.value.parameters;
  const day = useDay();
  const asked = useAnswer<Rows<OrderAtDay>>(
    day ? question("orders", { at: day, place, known_by, recorded_by, limit: 1000 }) : null,
  );
  return (
    <>
      <h1>{day ? `Orders on ${longDay(day)}` : "Orders"}</h1>
      <p class="standfirst">
        What is ordered, offered or warned of, as things stood on one day. An order's day is its last full day.
      </p>
      {day ? <DayPicker day={day} /> : <Waiting what="the days of the ledger" />}
      <Answered asked={asked} what="the orders">
        {({ rows }) =>
          rows.length === 0 ? (
            <Nothing>No order had been announced by this day.</Nothing>
          ) : (
            ORDER_STATUSES.map((s) => {
              const of = rows.filter((o) => o.status === s.id);
              return of.length === 0 ? null : (
                <section key={s.id} aria-labelledby={`orders-${s.id}`} class="orders">
                  <h2 id={`orders-${s.id}`}>
                    {s.word} <span class="quiet">{of.length}</span>
                  </h2>
                  <p class="quiet">{capital(s.means)}.</p>
                  <div class="order-list">
                    {of.map((o) => (
                      <OrderCard key={o.id} order={o} day={day!} />
                    ))}
                  </div>
                </section>
              );
            })
          )
        }
      </Answered>
    </>
  );
}
