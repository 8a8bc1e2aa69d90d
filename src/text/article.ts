// Which text nodes of a page are the article: Readability's choice, and with it the captions, embedded posts and bylines
// that it tends to swallow. It chooses; it neither changes nor orders text.
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { Markup } from "./markup.ts";

interface Node {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly firstChild: Node | null;
  readonly nextSibling: Node | null;
  readonly parentNode: Node | null;
  getAttribute?(name: string): string | null;
}

/** Numbers of the text nodes below `root`, without recursion: pages nest deeper than stacks. */
function numbersWithin(root: Node): Set<number> {
  const found = new Set<number>();
  let node: Node | null = root;
  while (node) {
    if (node.nodeType === 1 && node.nodeName === "DATA") {
      const value = node.getAttribute?.("value");
      if (value) found.add(Number(value));
    }
    if (node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) node = node.parentNode;
    node = node && node !== root ? node.nextSibling : null;
  }
  return found;
}

function readable(markup: Markup): Set<number> {
  try {
    const { document } = parseHTML(markup.html);
    const article = new Readability<Node>(document as never, {
      disableJSONLD: true,
      keepClasses: true,
      serializer: (element) => element as unknown as Node,
    }).parse();
    return article?.content ? numbersWithin(article.content) : new Set();
  } catch {
    // A page that Readability cannot take (it counts on a sane tree) is read whole, below.
    return new Set();
  }
}

const LONGEST_CREDIT = 140;
const SHORTEST_STANDFIRST = 40;

/**
 * Numbers of the nodes that make up the article, in the order of the page. `titleNode` is where the headline stands
 * (-1: nowhere). Empty when the page holds no article.
 */
export function articleNodes(markup: Markup, titleNode: number): number[] {
  const { nodes } = markup;
  const kept = readable(markup);
  if (!kept.size) for (let k = 0; k < nodes.length; k++) if (!nodes[k]!.inLink) kept.add(k);
  const body = [...kept].sort((a, b) => a - b);
  const first = body[0] ?? 0;
  const last = body.at(-1) ?? -1;
  const top = titleNode >= 0 && titleNode < first ? titleNode : first;
  const zones = new Map<number, { size: number; kept: boolean }>();
  nodes.forEach((node, k) => {
    if (!node.zone) return;
    const zone = zones.get(node.zone.id) ?? { size: 0, kept: false };
    zones.set(node.zone.id, { size: zone.size + node.text.length, kept: zone.kept || kept.has(k) });
  });
  for (let k = top; k <= last; k++) {
    const { zone, heading, inLink, text } = nodes[k]!;
    // The standfirst: a long heading between headline and report.
    if (!zone && k < first && titleNode >= 0 && heading === 2 && !inLink && text.trim().length >= SHORTEST_STANDFIRST)
      kept.add(k);
    if (!zone || kept.has(k)) continue;
    if (zone.kind === "credit" ? k < first && zones.get(zone.id)!.size <= LONGEST_CREDIT : true) kept.add(k);
  }
  return [...kept].sort((a, b) => a - b);
}
