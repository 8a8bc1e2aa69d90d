// Draws the timeline: lanes, days, marks. Decides nothing; timeline-layout.ts says where things stand.
import { scaleUtc } from "d3-scale";
import type { Incident } from "../core/answers.ts";
import { shortDay } from "../core/days.ts";
import { type Ink, statusMark } from "./shapes.ts";
import { type Frame, type Lane, type Layout, MARK, type Window, xOf } from "./timeline-layout.ts";

const MONTH = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });

function fitted(c: CanvasRenderingContext2D, text: string, width: number): string {
  if (c.measureText(text).width <= width) return text;
  let short = text;
  while (short.length > 1 && c.measureText(`${short}…`).width > width) short = short.slice(0, -1);
  return `${short.trimEnd()}…`;
}

function axis(c: CanvasRenderingContext2D, window: Window, frame: Frame, bottom: number, ink: Ink): void {
  const scale = scaleUtc()
    .domain([new Date(window.from * 864e5), new Date(window.to * 864e5)])
    .range([frame.left, frame.left + frame.width]);
  c.font = `12px ${ink.sans}`;
  c.textBaseline = "alphabetic";
  const ticks = scale.ticks(Math.max(2, Math.floor(frame.width / 78))).filter((t) => t.getUTCHours() === 0);
  const years = window.to - window.from > 500;
  for (const tick of ticks) {
    const x = Math.round(scale(tick)) + 0.5;
    c.strokeStyle = ink.rule;
    c.lineWidth = 1;
    c.beginPath();
    c.moveTo(x, frame.top - 4);
    c.lineTo(x, bottom);
    c.stroke();
    c.fillStyle = ink.quiet;
    c.textAlign = "left";
    const text = years ? MONTH.format(tick) : shortDay(tick.toISOString());
    if (x + c.measureText(text).width < frame.left + frame.width + 2) c.fillText(text, x + 1, frame.top - 9);
  }
}

export interface Drawing {
  readonly lanes: readonly Lane[];
  readonly layout: Layout;
  readonly window: Window;
  readonly frame: Frame;
  readonly height: number;
  readonly chosen: Incident | null;
}

export function drawTimeline(c: CanvasRenderingContext2D, drawing: Drawing, ink: Ink): void {
  const { lanes, layout, window, frame, chosen } = drawing;
  const bottom = frame.top + lanes.length * frame.laneHeight;
  axis(c, window, frame, bottom, ink);
  c.font = `13px ${ink.sans}`;
  c.textBaseline = "middle";
  lanes.forEach((lane, i) => {
    const y = Math.round(frame.top + i * frame.laneHeight) + 0.5;
    c.strokeStyle = ink.rule;
    c.beginPath();
    c.moveTo(0, y);
    c.lineTo(frame.left + frame.width, y);
    c.stroke();
    c.fillStyle = ink.ink;
    c.textAlign = "left";
    const name = frame.nameHeight ? lane.name : fitted(c, lane.name, frame.left - 46);
    c.fillText(name, 0, y + (frame.nameHeight || frame.laneHeight) / 2 + (frame.nameHeight ? 2 : 0));
    c.fillStyle = ink.quiet;
    c.textAlign = "right";
    c.fillText(
      String(lane.incidents.length),
      frame.nameHeight ? frame.left + frame.width : frame.left - 14,
      y + (frame.nameHeight || frame.laneHeight) / 2 + (frame.nameHeight ? 2 : 0),
    );
  });

  c.save();
  c.beginPath();
  c.rect(frame.left, 0, frame.width, drawing.height);
  c.clip();
  for (const p of layout.placed) {
    if (p.until > p.x) {
      c.strokeStyle = ink.status[p.incident.status];
      c.lineWidth = 1.4;
      c.beginPath();
      c.moveTo(p.x, p.y);
      c.lineTo(p.until, p.y);
      c.moveTo(p.until, p.y - 3);
      c.lineTo(p.until, p.y + 3);
      c.stroke();
    }
    statusMark(c, p.incident.status, p.x, p.y, MARK, ink);
    if (p.incident === chosen) ring(c, p.x, p.y, MARK + 4, ink);
  }
  for (const h of layout.heaps) {
    const y = frame.top + h.lane * frame.laneHeight + frame.nameHeight + 3;
    const height = frame.laneHeight - frame.nameHeight - 6;
    const disputed = h.incidents.some((i) => i.status === "disputed" || i.status === "denied");
    c.fillStyle = ink.faint;
    c.strokeStyle = disputed ? ink.status.disputed : ink.quiet;
    c.lineWidth = h.incidents.includes(chosen!) ? 3 : 1.2;
    c.beginPath();
    c.roundRect(h.x + 1, y, h.width - 2, height, 3);
    c.fill();
    c.stroke();
    c.fillStyle = ink.ink;
    c.textAlign = "center";
    c.fillText(String(h.incidents.length), h.x + h.width / 2, y + height / 2 + 1);
  }
  c.restore();
  // Arrows where incidents lie before or after what is shown.
  const starts = lanes.flatMap((l) => l.incidents.flatMap((i) => (i.time ? [i] : [])));
  c.font = `12px ${ink.sans}`;
  c.textBaseline = "alphabetic";
  c.fillStyle = ink.accent;
  const x = (day: string): number => xOf(Date.parse(`${day}T12:00:00Z`) / 864e5, window, frame);
  const before = starts.filter((i) => x(i.time!.end) < frame.left).length;
  const after = starts.filter((i) => x(i.time!.start) > frame.left + frame.width).length;
  if (before) {
    c.textAlign = "left";
    c.fillText(`← ${before} earlier`, frame.left, bottom + 16);
  }
  if (after) {
    c.textAlign = "right";
    c.fillText(`${after} later →`, frame.left + frame.width, bottom + 16);
  }
}

function ring(c: CanvasRenderingContext2D, x: number, y: number, r: number, ink: Ink): void {
  c.strokeStyle = ink.accent;
  c.lineWidth = 2;
  c.beginPath();
  c.arc(x, y, r, 0, Math.PI * 2);
  c.stroke();
}
