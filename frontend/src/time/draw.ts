// The histogram's drawing: bars, how much of each lies in view, and the axis.

import { formatDate } from "../i18n";
import { type Bins, next } from "./bins";
import { type Day, dateOf, type Range } from "./days";

export interface Chart {
  bins: Bins;
  all: Uint32Array;
  view: Uint32Array;
  range: Range | null;
  width: number;
  height: number;
  rtl: boolean;
}

export const AXIS = 20;
export const TOP = 4;

/** Where a day's beginning lies on the axis, in pixels from the left. */
export function toX(chart: Pick<Chart, "bins" | "width" | "rtl">, day: Day): number {
  const { edges } = chart.bins;
  const part = (day - edges[0]) / (edges[edges.length - 1] - edges[0]);
  return (chart.rtl ? 1 - part : part) * chart.width;
}

/** The day at a point of the axis. */
export function toDay(chart: Pick<Chart, "bins" | "width" | "rtl">, x: number): Day {
  const { edges } = chart.bins;
  const part = Math.max(0, Math.min(1, x / chart.width));
  const span = edges[edges.length - 1] - edges[0];
  return Math.min(edges[edges.length - 1] - 1, Math.floor(edges[0] + (chart.rtl ? 1 - part : part) * span));
}

/** The highest bar. */
export const peak = (chart: Pick<Chart, "all">) => chart.all.reduce((a, b) => Math.max(a, b), 0);

export interface Colours {
  bar: string;
  barView: string;
  out: string;
  text: string;
  line: string;
  font: string;
}

export function drawChart(ctx: CanvasRenderingContext2D, chart: Chart, c: Colours) {
  const { width, height } = chart;
  ctx.clearRect(0, 0, width, height);
  const base = height - AXIS;
  const most = Math.max(1, peak(chart));
  axis(ctx, chart, c, base);
  bars(ctx, chart, c, base, most);
}

function bars(ctx: CanvasRenderingContext2D, chart: Chart, c: Colours, base: number, most: number) {
  const { edges } = chart.bins;
  for (let i = 0; i < chart.all.length; i++) {
    if (chart.all[i] === 0) continue;
    const [a, b] = [toX(chart, edges[i]), toX(chart, edges[i + 1])];
    const left = Math.min(a, b);
    const w = Math.max(1, Math.abs(b - a) - (Math.abs(b - a) > 4 ? 1.5 : 0));
    const h = (n: number) => (n === 0 ? 0 : Math.max(2, ((base - TOP) * n) / most));
    const chosen = !chart.range || (edges[i + 1] > chart.range.from && edges[i] <= chart.range.to);
    ctx.fillStyle = chosen ? c.bar : c.out;
    ctx.fillRect(left, base - h(chart.all[i]), w, h(chart.all[i]));
    if (!chosen) continue;
    ctx.fillStyle = c.barView;
    ctx.fillRect(left, base - h(chart.view[i]), w, h(chart.view[i]));
  }
}

function axis(ctx: CanvasRenderingContext2D, chart: Chart, c: Colours, base: number) {
  ctx.strokeStyle = c.line;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(0, base + 0.5);
  ctx.lineTo(chart.width, base + 0.5);
  ctx.font = c.font;
  ctx.fillStyle = c.text;
  ctx.textBaseline = "alphabetic";
  ctx.textAlign = "center";
  ctx.direction = chart.rtl ? "rtl" : "ltr";
  let end = -1e9;
  for (const { day, text } of ticks(chart)) {
    const x = Math.round(toX(chart, day)) + 0.5;
    ctx.moveTo(x, base);
    ctx.lineTo(x, base + 5);
    const half = ctx.measureText(text).width / 2;
    const middle = Math.max(half + 1, Math.min(chart.width - half - 1, x));
    const distance = chart.rtl ? chart.width - middle : middle;
    if (distance - half < end + 8) continue;
    end = distance + half;
    ctx.fillText(text, middle, chart.height - 4);
  }
  ctx.stroke();
}

/** Years, or months where there is room. */
function ticks(chart: Chart): { day: Day; text: string }[] {
  const { edges } = chart.bins;
  const [first, last] = [edges[0], edges[edges.length - 1]];
  const months = (chart.width / (last - first)) * 30 > 46;
  const out: { day: Day; text: string }[] = [];
  for (let day = next(first - 1, months ? "month" : "year"); day < last; day = next(day, months ? "month" : "year")) {
    const date = dateOf(day);
    const text = months && date.getUTCMonth() > 0 ? formatDate(day, "month") : String(date.getUTCFullYear());
    out.push({ day, text });
  }
  return out;
}
