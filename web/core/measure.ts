// The width that an element is given, followed as it changes: what a canvas must know and CSS does not tell it.
import { useEffect, useRef, useState } from "preact/hooks";

export function useWidth<E extends HTMLElement>() {
  const element = useRef<E>(null);
  const [width, set] = useState(0);
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => set(Math.floor(entry!.contentRect.width)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return { element, width };
}
