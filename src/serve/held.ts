// The history of one place as an analyst cites it: each holding with the accounts that it rests on, in their own words. Which
// holdings there are is judged elsewhere.
import type { View } from "../ledger/view.ts";
import type { Claim, Holding } from "../model/index.ts";
import { cited } from "./singles.ts";

/** One account of a holding: who says so, in which document, in what words, told or denied. */
export interface HeldBy {
  readonly claim: Claim["id"];
  readonly event: Claim["event"];
  readonly stance: Claim["stance"];
  readonly sources: readonly string[];
  readonly quote: string;
  readonly document: Claim["document"];
  readonly outlet: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly published: string | null;
}
export type HeldAs = Holding & { readonly told?: readonly HeldBy[] };

/** The holdings with their accounts, the earliest published first. */
export async function withAccounts(view: View, holdings: readonly Holding[]): Promise<HeldAs[]> {
  const claims = await view.claimsById([...new Set(holdings.flatMap((h) => h.claims))]);
  const documents = new Map((await cited(view, claims)).map((d) => [d.id, d]));
  const account = (c: Claim): HeldBy => {
    const document = documents.get(c.document);
    const { outlet = null, title = null, url = null, published = null } = document ?? {};
    const sources = c.sources.map((s) => s.name);
    const { id, event, stance, quote } = c;
    return { claim: id, event, stance, sources, quote, document: c.document, outlet, title, url, published };
  };
  const key = (a: HeldBy): string => `${a.published ?? "~"} ${a.document} ${a.claim}`;
  const byId = new Map(claims.map((c) => [c.id, account(c)]));
  return holdings.map((h) => ({
    ...h,
    told: h.claims.flatMap((c) => byId.get(c) ?? []).sort((a, b) => (key(a) < key(b) ? -1 : 1)),
  }));
}
