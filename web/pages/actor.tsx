// One actor: whose side it was on and what it is to others, dated, each with the words that say so; and every spelling
// that documents use for it.
import { address, to } from "../core/address.ts";
import type { ActorAnswer, Cited, Place } from "../core/answers.ts";
import { question, useAnswer } from "../core/asking.ts";
import { tableDay } from "../core/days.ts";
import { useTitle } from "../core/title.ts";
import { capital, counted, listed, number, plain } from "../core/words.ts";
import { CardTable, Cell, Row, RowHead } from "../parts/card-table.tsx";
import { Citation } from "../parts/cite.tsx";
import { Answered, Nothing } from "../parts/states.tsx";

type Documents = ReadonlyMap<string, Cited>;

function days(from: string | null, until: string | null): string {
  if (from === null && until === null) return "not dated";
  if (until === null) return `since ${tableDay(from!)}`;
  return from === null ? `until ${tableDay(until)}` : `${tableDay(from)} to ${tableDay(until)}`;
}

function Words({ place, documents }: { place: Place; documents: Documents }) {
  const document = documents.get(place.document);
  return document ? (
    <Citation document={document} claim={place.claim} />
  ) : (
    <a href={to("claim", place.claim)}>{place.claim}</a>
  );
}

const Relations = ({ actor, documents }: { actor: ActorAnswer; documents: Documents }) => (
  <CardTable label="What it is to others" columns={["This actor", "When", "By whose account"]}>
    {actor.relations.map((r, n) => (
      <Row key={`${r.relation} ${r.with.name} ${r.from} ${n}`}>
        <RowHead>
          {r.says}{" "}
          <a href={to("actor", r.with.id ?? r.with.name)} data-row>
            <bdi>{r.with.name}</bdi>
          </a>
          {r.note && <span class="quiet"> ({r.note})</span>}
        </RowHead>
        <Cell label="When">{days(r.from, r.to)}</Cell>
        <Cell label="By whose account">
          {r.basis === "codebook" && <p>the codebook</p>}
          {r.citations.map((c) => (
            <p key={c.claim}>
              <Words place={c} documents={documents} />
            </p>
          ))}
          {r.told > r.citations.length && <p class="quiet">and {counted(r.told - r.citations.length, "claim")} more</p>}
        </Cell>
      </Row>
    ))}
  </CardTable>
);

const Spellings = ({ actor, documents }: { actor: ActorAnswer; documents: Documents }) => (
  <CardTable
    label="Spellings"
    columns={["As documents spell it", { name: "Claims", number: true }, "Used", "First in"]}
  >
    {actor.spellings.map((s) => (
      <Row key={s.text}>
        <RowHead>
          <bdi>{s.text}</bdi>
        </RowHead>
        <Cell label="Claims" class="number">
          {number(s.claims)}
        </Cell>
        <Cell label="Used">{days(s.first, s.last)}</Cell>
        <Cell label="First in">{s.citation && <Words place={s.citation} documents={documents} />}</Cell>
      </Row>
    ))}
  </CardTable>
);

function Whole({ actor }: { actor: ActorAnswer }) {
  useTitle(actor.name);
  const documents: Documents = new Map(actor.cited.map((d) => [d.id, d]));
  const facts: readonly (readonly [string, string])[] = [
    ["What", actor.kind ? capital(plain(actor.kind)) : "not in the registry"],
    ["Bore that name", actor.from || actor.to ? days(actor.from, actor.to) : ""],
    ["Side", actor.sides.map((s) => (s.from || s.to ? `${s.side}, ${days(s.from, s.to)}` : s.side)).join("; ")],
    ["Named in", `${counted(actor.claims, "claim")} about ${counted(actor.incidents, "incident")}`],
    ["Also known as", listed([...actor.aliases])],
  ];
  return (
    <>
      <h1>
        <bdi>{actor.name}</bdi>
      </h1>
      <dl class="facts">
        {facts
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
      <p>
        <a href={to("incidents", null, { actor: actor.id ?? actor.name })}>Incidents with this actor</a>
      </p>
      <section aria-labelledby="relations-title">
        <h2 id="relations-title">What it is to others</h2>
        {actor.relations.length === 0 ? (
          <Nothing>Neither the codebook nor a claim says.</Nothing>
        ) : (
          <Relations actor={actor} documents={documents} />
        )}
      </section>
      <section aria-labelledby="spellings-title">
        <h2 id="spellings-title">Names that documents use</h2>
        {actor.spellings.length === 0 ? (
          <Nothing>No document names it.</Nothing>
        ) : (
          <Spellings actor={actor} documents={documents} />
        )}
      </section>
    </>
  );
}

export function ActorPage() {
  const { id, parameters } = address.value;
  const { known_by, recorded_by, at } = parameters;
  const asked = useAnswer<ActorAnswer>(
    id ? question(`actors/${encodeURIComponent(id)}`, { known_by, recorded_by, at }) : null,
  );
  return (
    <Answered asked={asked} what="the actor">
      {(actor) => <Whole actor={actor} />}
    </Answered>
  );
}
