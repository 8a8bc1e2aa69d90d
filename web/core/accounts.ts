// Accounts of one incident made ready for reading side by side: the text of each slot, which accounts copy which, and
// which cells disagree. Pure; what it says is only what the claims and the incident's disputes say.
import type { Cited, Claim, ClaimPlace, Incident, Relation } from "./answers.ts";
import { when } from "./days.ts";
import { figureText } from "./figures.ts";
import { PRECISIONS, plain, STANCES } from "./words.ts";

export interface Account {
  readonly claim: Claim;
  readonly document: Cited;
  /** Accounts that repeat this one: wire copies and outlets with the same words. */
  readonly copies: readonly Account[];
}

const unknown = (id: string): Cited => ({ id, outlet: null, title: null, url: null, published: null });

/** Originals in order of publication, undated last, each with its copies. */
export function accountsOf(
  claims: readonly Claim[],
  cited: readonly Cited[],
  relations: readonly Relation[],
): readonly Account[] {
  const documents = new Map(cited.map((d) => [d.id, d]));
  const ids = new Set(claims.map((c) => c.id as string));
  const original = new Map<string, string>();
  for (const r of relations) if (r.kind === "copies" && ids.has(r.to) && r.from !== r.to) original.set(r.from, r.to);
  const rootOf = (id: string): string => {
    const seen = new Set<string>();
    let at = id;
    while (original.has(at) && !seen.has(at)) {
      seen.add(at);
      at = original.get(at)!;
    }
    return at;
  };
  const accounts = claims.map((claim) => ({
    claim,
    document: documents.get(claim.document) ?? unknown(claim.document),
  }));
  const key = (a: { document: Cited; claim: Claim }): string =>
    `${a.document.published ?? "9"}\u0000${a.document.id}\u0000${String(a.claim.start).padStart(9, "0")}`;
  accounts.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return accounts
    .filter((a) => rootOf(a.claim.id) === a.claim.id)
    .map((a) => ({
      ...a,
      copies: accounts
        .filter((b) => b.claim.id !== a.claim.id && rootOf(b.claim.id) === a.claim.id)
        .map((b) => ({ ...b, copies: [] })),
    }));
}

export function placeWords(p: Pick<ClaimPlace, "name" | "role" | "precision" | "kind" | "id">): string {
  const role = p.role === "at" ? (PRECISIONS[p.precision] ?? "") : p.role;
  const kind = p.kind === "province" || p.kind === "district" ? ` ${p.kind}` : "";
  const named = new RegExp(`\\b${p.kind}\\b`, "i").test(p.name) ? p.name : `${p.name}${kind}`;
  return `${role ? `${role} ` : ""}${named}${p.id === null ? " (not on the map)" : ""}`;
}

export interface Cell {
  readonly slot: string;
  readonly label: string;
  readonly lines: readonly string[];
}

/** The slots of an account as lines of text, in the order in which the table shows them. */
export function cellsOf(claim: Claim): readonly Cell[] {
  const casualties = claim.figures.map(figureText);
  const hedge = claim.hedge ? [plain(claim.hedge)] : [];
  return [
    { slot: "stance", label: "Says", lines: [STANCES[claim.stance] ?? plain(claim.stance), ...hedge] },
    { slot: "time", label: "When", lines: claim.time ? [when(claim.time)] : [] },
    { slot: "place", label: "Where", lines: [...new Set(claim.places.map(placeWords))] },
    { slot: "actors", label: "By whom", lines: [...new Set(claim.actors.map((a) => a.name))] },
    { slot: "targets", label: "To whom", lines: [...new Set(claim.targets.map((t) => t.name))] },
    { slot: "figures", label: "How many", lines: casualties },
  ];
}

/** Whether accounts disagree on this slot, and with which value this one stands. */
export function disagreement(incident: Pick<Incident, "disputes">, slot: string, claim: Claim): string | null {
  for (const dispute of incident.disputes) {
    if (dispute.slot !== slot) continue;
    const own = dispute.values.find((v) => v.claims.includes(claim.id));
    if (own) return own.value;
  }
  return null;
}
