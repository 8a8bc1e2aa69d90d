// The files of the web page, as vite built them, and the plain page that stands in while they are not built. Serves
// nothing from outside that folder.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, resolve, sep } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
  ".map": "application/json; charset=utf-8",
};

const UNBUILT = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Dateline</title>
<h1>Dateline</h1>
<p>The page is not built yet. Run <code>npm run build</code> in Dateline's folder and load this page again.</p>
<p>The questions can be asked now: <a href="/openapi.json">/openapi.json</a> lists them,
<a href="/api/v1/incidents">/api/v1/incidents</a> is one.</p>
</html>
`;

export const isBuilt = (folder: string): boolean => existsSync(join(folder, "index.html"));

/** The file of that path; the page itself for paths without an extension (its own addresses); null where there is none. */
export async function pageFile(folder: string, path: string): Promise<Response | null> {
  const wanted = resolve(folder, `.${path}`);
  const inside = wanted === resolve(folder) || wanted.startsWith(resolve(folder) + sep);
  if (!inside || wanted.includes("\0")) return null;
  const extension = extname(wanted);
  if (extension === "" && !isBuilt(folder))
    return new Response(UNBUILT, { headers: { "content-type": TYPES[".html"]! } });
  const file = extension === "" ? join(folder, "index.html") : wanted;
  try {
    const bytes = await readFile(file);
    // vite names its files by content, so they never change under their name; the page itself may.
    const cache = /\/assets\//.test(path) ? "public, max-age=31536000, immutable" : "no-cache";
    return new Response(bytes, {
      headers: { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "cache-control": cache },
    });
  } catch {
    return null;
  }
}
