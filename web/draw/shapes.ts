// Marks on canvases: the same four shapes for a status as parts/status.tsx draws, and the shapes that tell holders
// apart. Colours come from the style sheet, so that light and dark are decided in one place.
import type { Status } from "../core/answers.ts";
import { CORNERS, type HolderShape } from "./corners.ts";

/** The colours of the style sheet, read once a drawing. */
export interface Ink {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly rule: string;
  readonly faint: string;
  readonly accent: string;
  readonly land: string;
  readonly sea: string;
  readonly border: string;
  readonly status: Readonly<Record<Status, string>>;
  readonly holders: readonly string[];
  readonly sans: string;
}

export function inkOf(element: Element): Ink {
  const style = getComputedStyle(element);
  const of = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    paper: of("paper"),
    ink: of("ink"),
    quiet: of("quiet"),
    rule: of("rule"),
    faint: of("faint"),
    accent: of("accent"),
    land: of("land"),
    sea: of("sea"),
    border: of("border"),
    status: {
      corroborated: of("corroborated"),
      "single-source": of("single-source"),
      disputed: of("disputed"),
      denied: of("denied"),
    },
    holders: [1, 2, 3, 4, 5, 6, 7, 8].map((n) => of(`holder-${n}`)),
    sans: of("sans"),
  };
}

export function statusMark(
  c: CanvasRenderingContext2D,
  status: Status,
  x: number,
  y: number,
  r: number,
  ink: Ink,
): void {
  c.fillStyle = c.strokeStyle = ink.status[status];
  c.lineWidth = 1.6;
  c.beginPath();
  if (status === "denied") {
    const d = r * 0.8;
    c.lineWidth = 2.2;
    c.moveTo(x - d, y - d);
    c.lineTo(x + d, y + d);
    c.moveTo(x + d, y - d);
    c.lineTo(x - d, y + d);
    c.stroke();
    return;
  }
  c.arc(x, y, status === "corroborated" ? r : r - 0.8, 0, Math.PI * 2);
  if (status === "corroborated") {
    c.fill();
    return;
  }
  const fill = c.fillStyle;
  c.fillStyle = ink.paper;
  c.fill();
  c.fillStyle = fill;
  c.stroke();
  if (status === "disputed") {
    c.beginPath();
    c.arc(x, y, r - 0.4, Math.PI / 2, Math.PI * 1.5);
    c.fill();
  }
}

export function outline(c: CanvasRenderingContext2D, shape: HolderShape, x: number, y: number, r: number): void {
  c.beginPath();
  const corners = CORNERS[shape];
  if (corners.length === 0) c.arc(x, y, r, 0, Math.PI * 2);
  for (const [i, [dx, dy]] of corners.entries()) {
    if (i === 0) c.moveTo(x + dx * r, y + dy * r);
    else c.lineTo(x + dx * r, y + dy * r);
  }
  c.closePath();
}

/** A canvas sized for the screen's density; null where the browser gives no context. */
export function prepared(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D | null {
  const density = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * density);
  canvas.height = Math.round(height * density);
  canvas.style.height = `${height}px`;
  const c = canvas.getContext("2d");
  c?.setTransform(density, 0, 0, density, 0, 0);
  c?.clearRect(0, 0, width, height);
  return c;
}
