// Documents and claims that hold the words asked for, each with the words marked.
import { address, to } from "../core/address.ts";
import type { Hit, Rows } from "../core/answers.ts";
import { question, useAnswer } from "../core/asking.ts";
import { useTitle } from "../core/title.ts";
import { capital, counted } from "../core/words.ts";
import { Answered, Nothing } from "../parts/states.tsx";

/** Lower case without accents, letter for letter, so that positions stay those of the text. */
const folded = (text: string): string =>
  [...text].map((c) => c.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().charAt(0) || c.charAt(0)).join("");

/** The snippet with the words of the question marked; text nodes only. */
function Snippet({ text, q }: { text: string; q: string }) {
  const words = (q.match(/[\p{L}\p{N}'’-]+/gu) ?? []).map(folded).filter((w) => w.length > 1);
  const plain = folded(text);
  // A letter of two units would shift what follows; then nothing is marked.
  if (words.length === 0 || plain.length !== text.length) return <>{text}</>;
  const marks = words.flatMap((w) => {
    const found: [number, number][] = [];
    for (let at = plain.indexOf(w); at >= 0; at = plain.indexOf(w, at + 1)) found.push([at, at + w.length]);
    return found;
  });
  marks.sort((a, b) => a[0] - b[0]);
  const parts = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start < at) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}

export function SearchPage() {
  const { q = "", known_by, recorded_by } = address.value.parameters;
  useTitle(q ? `Search: ${q}` : "Search");
  const asked = useAnswer<Rows<Hit>>(q ? question("search", { q, limit: 100, known_by, recorded_by }) : null);
  if (!q)
    return (
      <>
        <h1>Search</h1>
        <Nothing>Type words into the field above; all of them must stand in a document or a claim.</Nothing>
      </>
    );
  return (
    <>
      <h1>
        Search: <q>{q}</q>
      </h1>
      <Answered asked={asked} what="what holds these words">
        {({ rows }) =>
          rows.length === 0 ? (
            <Nothing>Nothing in this ledger holds these words.</Nothing>
          ) : (
            (["document", "claim"] as const).map((kind) => {
              const hits = rows.filter((h) => h.kind === kind);
              return hits.length === 0 ? null : (
                <section key={kind} aria-labelledby={`hits-${kind}`}>
                  <h2 id={`hits-${kind}`}>{capital(counted(hits.length, kind))}</h2>
                  <ol class="hits">
                    {hits.map((h) => (
                      <li key={`${h.id} ${h.start}`}>
                        <a
                          data-row
                          href={
                            kind === "claim"
                              ? to("document", h.document, { claim: h.id })
                              : to("document", h.document, { at: String(h.start) })
                          }
                        >
                          <bdi>{h.title ?? h.document}</bdi>
                        </a>
                        <p dir="auto">
                          <Snippet text={h.snippet} q={q} />
                        </p>
                      </li>
                    ))}
                  </ol>
                </section>
              );
            })
          )
        }
      </Answered>
    </>
  );
}
