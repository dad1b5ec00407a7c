// Draws the histogram: bars, their part in view, and the axis.

import type { TemplateResult } from "lit-html";
import { type Bins, next, type Unit } from "../domain/bins";
import { type Day, dateOf, type Range } from "../domain/days";
import { formatDate } from "../i18n";

/** Stacked bars, from the bottom. */
export interface Stack {
  parts: readonly { colour: string; counts: Uint32Array }[];
  /** The unit of bars, and their colours. */
  key: (most: number) => TemplateResult;
}

export interface Chart {
  bins: Bins;
  /** The kinds of stacked bars, if they are not of mentions. */
  stack: Stack | null;
  /** The days on the axis. */
  domain: Range;
  all: Uint32Array;
  view: Uint32Array;
  /** For both, how many have dates of their own, as precise as the bars; null if unknown. */
  firm: { all: Uint32Array; view: Uint32Array } | null;
  range: Range | null;
  /** The span compared with the range. */
  other: Range | null;
  width: number;
  height: number;
  rtl: boolean;
}

const AXIS = 20;
const TOP = 4;

/** The position of a day's start on the axis, in pixels from the left. */
export function toX(chart: Axis, day: Day): number {
  const part = (day - chart.domain.from) / (chart.domain.to + 1 - chart.domain.from);
  return (chart.rtl ? 1 - part : part) * chart.width;
}

/** The day at a point of the axis. */
export function toDay(chart: Axis, x: number): Day {
  const { from, to } = chart.domain;
  const part = Math.max(0, Math.min(1, x / chart.width));
  return Math.min(to, Math.floor(from + (chart.rtl ? 1 - part : part) * (to + 1 - from)));
}

export type Axis = Pick<Chart, "domain" | "width" | "rtl">;

/** Whether a bar is at least partly on the axis. */
const onAxis = ({ bins: { edges }, domain }: Chart, i: number) => edges[i + 1] > domain.from && edges[i] <= domain.to;

/** The highest bar on the axis. */
export const peak = (chart: Chart) =>
  chart.all.reduce((most, n, i) => (onAxis(chart, i) ? Math.max(most, n) : most), 0);

export interface Colours {
  bar: string;
  barView: string;
  second: string;
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
    if (chart.all[i] === 0 || !onAxis(chart, i)) continue;
    const [a, b] = [toX(chart, edges[i]), toX(chart, edges[i + 1])];
    const left = Math.min(a, b);
    const w = Math.max(1, Math.abs(b - a) - (Math.abs(b - a) > 4 ? 1.5 : 0));
    const h = (n: number) => (n === 0 ? 0 : Math.max(2, ((base - TOP) * n) / most));
    const touches = (r: Range | null) => r !== null && edges[i + 1] > r.from && edges[i] <= r.to;
    const second = touches(chart.other);
    const chosen = second || !chart.range || touches(chart.range);
    if (chart.stack) {
      stacked(ctx, chart.stack, i, { left, w, base, h: h(chart.all[i]), alpha: chosen ? 1 : HOLLOW });
      continue;
    }
    const firm = chart.firm ?? chart;
    bar(ctx, chosen ? c.bar : c.out, left, w, base, h(chart.all[i]), h(firm.all[i]));
    if (chosen) bar(ctx, second ? c.second : c.barView, left, w, base, h(chart.view[i]), h(firm.view[i]));
  }
}

/** As light as hollow bars. */
const HOLLOW = 0.3;

interface Bar {
  left: number;
  w: number;
  base: number;
  h: number;
  alpha: number;
}

/** A stacked bar. */
function stacked(ctx: CanvasRenderingContext2D, { parts }: Stack, i: number, { left, w, base, h, alpha }: Bar) {
  const all = parts.reduce((sum, { counts }) => sum + counts[i], 0);
  let from = base;
  ctx.globalAlpha = alpha;
  for (const { colour, counts } of parts) {
    const part = (h * counts[i]) / all;
    ctx.fillStyle = colour;
    ctx.fillRect(left, from - part, w, part);
    from -= part;
  }
  ctx.globalAlpha = 1;
}

/** A bar filled up to a height and hollow above. */
function bar(
  ctx: CanvasRenderingContext2D,
  colour: string,
  x: number,
  w: number,
  base: number,
  h: number,
  firm: number,
) {
  ctx.fillStyle = colour;
  ctx.fillRect(x, base - firm, w, firm);
  if (h <= firm) return;
  ctx.globalAlpha = HOLLOW;
  ctx.fillRect(x, base - h, w, h - firm);
  ctx.globalAlpha = 1;
  ctx.fillRect(x, base - h, w, 1);
  if (w < 4) return;
  ctx.fillRect(x, base - h, 1, h - firm);
  ctx.fillRect(x + w - 1, base - h, 1, h - firm);
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

/** Years, months or days, as space permits. */
function ticks(chart: Chart): { day: Day; text: string }[] {
  const { from, to } = chart.domain;
  const perDay = chart.width / (to + 1 - from);
  const unit = perDay > 46 ? "day" : perDay * 7 > 58 ? "week" : perDay * 30 > 46 ? "month" : "year";
  const out: { day: Day; text: string }[] = [];
  for (let day = next(from - 1, unit); day <= to; day = next(day, unit)) out.push({ day, text: tick(day, unit) });
  return out;
}

function tick(day: Day, unit: Unit): string {
  const date = dateOf(day);
  if (unit === "day" || unit === "week") return formatDate(day, "dayMonth");
  return unit === "year" || date.getUTCMonth() === 0 ? String(date.getUTCFullYear()) : formatDate(day, "month");
}
