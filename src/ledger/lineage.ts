// Which documents repeat or credit which: the lineage behind 'independent sources', as a list of links. Read off what the
// documents hold (copies_of, credits); near-copies and agencies are found elsewhere.
import type { Document, DocumentId } from "../model/index.ts";
import type { View } from "./view.ts";

export interface LineageEnd {
  readonly id: DocumentId;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly published: string | null;
}
export interface LineageLink {
  readonly document: LineageEnd;
  readonly kind: "copies" | "credits";
  /** The document copied, or the agency's own where it is here; null for an agency whose document is not. */
  readonly of: LineageEnd | null;
  /** The agency's id; null for a copy. */
  readonly agency: string | null;
}

const end = ({ id, outlet, title, published }: LineageEnd): LineageEnd => ({ id, outlet, title, published });
/** 'Levant Wire' as a credit names it: 'levant-wire'. */
const credit = (outlet: string | null): string | null =>
  outlet === null
    ? null
    : outlet
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, "-")
        .replace(/^-|-$/g, "");

/** What documents have to do with one another, and with what they copy; in order of the ids given. */
export async function lineageAmong(view: View, ids: readonly DocumentId[]): Promise<readonly LineageLink[]> {
  const heads = new Map<DocumentId, LineageEnd & Pick<Document, "credits" | "copies_of">>();
  const wanted = [...new Set(ids)];
  for (const id of wanted) {
    const head = await view.document(id);
    if (!head) continue;
    heads.set(id, head);
    for (const of of head.copies_of) if (!wanted.includes(of)) wanted.push(of);
  }
  const links: LineageLink[] = [];
  for (const d of heads.values()) {
    for (const of of d.copies_of) {
      const root = heads.get(of);
      if (root) links.push({ document: end(d), kind: "copies", of: end(root), agency: null });
    }
    for (const agency of d.credits) {
      // An agency signs its own stories, and that is no credit to another.
      if (credit(d.outlet) === agency) continue;
      const copied = d.copies_of.map((of) => heads.get(of)).find((o) => o && credit(o.outlet) === agency);
      links.push({ document: end(d), kind: "credits", of: copied ? end(copied) : null, agency });
    }
  }
  return links;
}

/** What one document repeats or credits, and which of those that tell the same incidents repeat it. */
export async function lineageOf(view: View, id: DocumentId): Promise<readonly LineageLink[]> {
  const beside = (await view.incidents({ document: id })).rows.flatMap((i) => i.documents);
  const links = await lineageAmong(view, [id, ...beside]);
  return links.filter((l) => l.document.id === id || l.of?.id === id);
}

/** 'Orontes Post, 2024-12-06 [d-1] copies Levant Wire, 2024-12-06 [d-2]'. */
export function lineageText({ document, kind, of, agency }: LineageLink): string {
  const name = (d: LineageEnd): string =>
    [d.outlet ?? d.title ?? d.id, d.published?.slice(0, 10)].filter(Boolean).join(", ");
  const shown = (d: LineageEnd): string => `${name(d)} [${d.id}]`;
  return `${shown(document)} ${kind} ${agency ?? (of ? shown(of) : "an unknown document")}`;
}
