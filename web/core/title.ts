// The browser's title of a page: what a bookmark, a tab and a citation will be called.
import { useEffect } from "preact/hooks";

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} - Dateline` : "Dateline";
  }, [title]);
}
