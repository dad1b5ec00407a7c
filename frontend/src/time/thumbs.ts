// The thumbs of the range over the histogram: positions, and texts for screen readers.

import { onlyUndated, type Range } from "../domain/days";
import { formatDate, t } from "../i18n";
import { type Chart, toX } from "./draw";

/** Positions band and thumbs; `shown` is their range, `whole` all days. */
export function placeThumbs(root: HTMLElement, chart: Chart, shown: Range, whole: Range) {
  const part = (selector: string) => root.querySelector<HTMLElement>(selector)!;
  const clamped = (day: number) => Math.max(0, Math.min(chart.width, toX(chart, day)));
  const [a, b] = [clamped(Math.max(shown.from, whole.from)), clamped(Math.min(shown.to, whole.to) + 1)];
  const band = part(".band");
  band.style.left = `${Math.min(a, b)}px`;
  band.style.width = `${Math.abs(b - a)}px`;
  band.classList.toggle("band-set", chart.range !== null && !onlyUndated(chart.range));
  placeSecond(part(".band-second"), chart.other, clamped);
  const [low, high] = apart(Math.min(a, b), Math.max(a, b), chart.width);
  const [da, db] = a <= b ? [low, high] : [high, low];
  for (const [end, x, by] of [
    ["from", a, da],
    ["to", b, db],
  ] as const) {
    const thumb = part(`.thumb-${end}`);
    thumb.style.left = `${x + by}px`;
    thumb.style.setProperty("--line", `${-by}px`); // its line stays at the day
    const set = (name: string, value: string | number) => thumb.setAttribute(`aria-${name}`, String(value));
    set("label", t(end === "from" ? "timeFrom" : "timeTo"));
    set("valuemin", whole.from);
    set("valuemax", whole.to);
    set("valuenow", Math.max(whole.from, Math.min(whole.to, shown[end])));
    set("valuetext", formatDate(shown[end], "long"));
  }
}

/** The band of the compared span. */
function placeSecond(band: HTMLElement, other: Range | null, x: (day: number) => number) {
  band.hidden = other === null;
  if (!other) return;
  const [a, b] = [x(other.from), x(other.to + 1)];
  band.style.left = `${Math.min(a, b)}px`;
  band.style.width = `${Math.abs(b - a)}px`;
}

/** The minimum width of a thumb. */
const WIDTH = 28;

/** How far to move the left and the right thumb apart, so that they do not overlap. */
export function apart(a: number, b: number, width: number): [left: number, right: number] {
  const more = Math.max(0, WIDTH - (b - a));
  const left = Math.max(Math.min(more / 2, a), more - (width - b));
  return [-left, more - left];
}
