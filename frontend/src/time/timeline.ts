// The timeline: a histogram with a range that pointer and keys can set. Drawn by ourselves: a library's chart (uPlot,
// 22 KB gzipped) would bring neither thumbs that a screen reader knows nor an axis that runs from right to left.

import { effect } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";
import { histogram } from "../data/matrix";
import { direction, formatDate, t } from "../i18n";
import { setRange } from "../state/actions";
import { matrix, theme } from "../state/derive";
import { dataset, inView, range, status } from "../state/store";
import { type Bins, chooseUnit, makeBins } from "./bins";
import { drag, type Grip, nudge, type Step } from "./brush";
import { type Range, UNDATED } from "./days";
import { type Chart, drawChart, peak, toDay, toX } from "./draw";

const keys: Record<string, [ltr: 1 | -1, rtl: 1 | -1, step: Step]> = {
  ArrowRight: [1, -1, "bar"],
  ArrowLeft: [-1, 1, "bar"],
  ArrowUp: [1, 1, "bar"],
  ArrowDown: [-1, -1, "bar"],
  PageUp: [1, 1, "page"],
  PageDown: [-1, -1, "page"],
  Home: [-1, -1, "end"],
  End: [1, 1, "end"],
};

export class Timeline {
  private readonly root: HTMLElement;
  private chart: Chart | null = null;
  private grip: { grip: Grip; moved: boolean; startX: number } | null = null;
  private asked = 0;

  constructor(root: HTMLElement) {
    this.root = root;
    render(html`<div class="time-head"></div>${this.chartTemplate()}`, root);
    new ResizeObserver(() => this.draw()).observe(this.part(".chart"));
    effect(() => this.follow());
  }

  private part<E extends HTMLElement>(selector: string): E {
    return this.root.querySelector<E>(selector)!;
  }

  private chartTemplate() {
    const thumb = (end: "from" | "to") =>
      html`<div class="thumb thumb-${end}" role="slider" tabindex="0" @keydown=${(e: KeyboardEvent) => this.key(e, end)}></div>`;
    return html`<div
      class="chart"
      @pointerdown=${(e: PointerEvent) => this.down(e)}
      @pointermove=${(e: PointerEvent) => this.move(e)}
      @pointerup=${(e: PointerEvent) => this.up(e)}
      @pointercancel=${() => this.cancel()}
    >
      <canvas aria-hidden="true"></canvas>
      <div class="band"></div>
      ${thumb("from")}${thumb("to")}
    </div>`;
  }

  /** Reads all signals that the timeline depends on, then draws once a frame. */
  private follow() {
    void [dataset.value, matrix.value, range.value, inView.value, direction.value, theme.value, status.value];
    cancelAnimationFrame(this.asked);
    this.asked = requestAnimationFrame(() => this.draw());
  }

  private full(bins: Bins): Range {
    return { from: bins.edges[0], to: bins.edges[bins.edges.length - 1] - 1 };
  }

  private draw() {
    const data = dataset.value;
    const box = this.part(".chart");
    const { clientWidth: width, clientHeight: height } = box;
    const empty = !data || data.first === UNDATED || !matrix.value;
    this.root.classList.toggle("time-waiting", status.value.kind === "loading");
    this.root.classList.toggle("time-empty", empty);
    if (empty || width === 0) return;
    const bins = makeBins(data.first, data.last, chooseUnit(data.first, data.last, width, 3.5));
    const m = matrix.value!;
    const view = histogram(m, bins.edges, inView.value.places);
    this.chart = {
      bins,
      all: histogram(m, bins.edges),
      view,
      range: range.value,
      width,
      height,
      rtl: direction.value === "rtl",
    };
    this.paint(this.part("canvas"), this.chart);
    this.placeThumbs(this.chart);
    render(this.head(bins), this.part(".time-head"));
  }

  private paint(canvas: HTMLCanvasElement, chart: Chart) {
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    canvas.width = Math.round(chart.width * ratio);
    canvas.height = Math.round(chart.height * ratio);
    const ctx = canvas.getContext("2d")!;
    ctx.scale(ratio, ratio);
    const style = getComputedStyle(this.root);
    const colour = (name: string) => style.getPropertyValue(name).trim();
    drawChart(ctx, chart, {
      bar: colour("--bar"),
      barView: colour("--bar-view"),
      out: colour("--bar-out"),
      text: colour("--muted"),
      line: colour("--line-strong"),
      font: `11px ${style.fontFamily}`,
    });
  }

  private placeThumbs(chart: Chart) {
    const whole = this.full(chart.bins);
    const shown = chart.range ?? whole;
    const [a, b] = [toX(chart, Math.max(shown.from, whole.from)), toX(chart, Math.min(shown.to, whole.to) + 1)];
    const band = this.part(".band");
    band.style.left = `${Math.min(a, b)}px`;
    band.style.width = `${Math.abs(b - a)}px`;
    band.classList.toggle("band-set", chart.range !== null);
    for (const [end, x] of [
      ["from", a],
      ["to", b],
    ] as const) {
      const thumb = this.part(`.thumb-${end}`);
      thumb.style.left = `${x}px`;
      const set = (name: string, value: string | number) => thumb.setAttribute(`aria-${name}`, String(value));
      set("label", t(end === "from" ? "timeFrom" : "timeTo"));
      set("valuemin", whole.from);
      set("valuemax", whole.to);
      set("valuenow", Math.max(whole.from, Math.min(whole.to, shown[end])));
      set("valuetext", formatDate(shown[end], "long"));
    }
  }

  private head(bins: Bins) {
    const data = dataset.value!;
    const r = range.value ?? { from: data.first, to: data.last };
    const from = formatDate(r.from);
    const to = formatDate(r.to);
    const undated = this.undated();
    return html`
      <div class="time-what">
        <p class="time-range">${r.from === r.to ? from : t("timeRange", { from, to })}</p>
        ${undated ? html`<p class="time-note">${t("timeUndated", { n: undated })}</p>` : nothing}
      </div>
      <p class="time-key">
        <span>${t(`timeUnit_${bins.unit}`)}${t("timePeak", { n: this.chart ? peak(this.chart) : 0 })}</span>
        <span><span class="swatch swatch-view"></span>${t("timeInView")}</span>
        <span><span class="swatch"></span>${t("timeElsewhere")}</span>
      </p>
      <button class="chip" type="button" ?disabled=${!range.value} @click=${() => setRange(null)}>${t("timeAll")}</button>
    `;
  }

  /** Mentions without a date: in all time, and in no range. */
  private undated(): number {
    return matrix.value?.undated.reduce((a, b) => a + b, 0) ?? 0;
  }

  private key(event: KeyboardEvent, end: "from" | "to") {
    const known = keys[event.key];
    if (!known || !this.chart) return;
    event.preventDefault();
    const [ltr, rtl, step] = known;
    const sign = this.chart.rtl ? rtl : ltr;
    const { bins } = this.chart;
    this.set(nudge(range.value ?? this.full(bins), end, sign, event.shiftKey && step === "bar" ? "day" : step, bins));
  }

  private set(r: Range) {
    if (r.from !== range.value?.from || r.to !== range.value?.to) setRange(r);
  }

  private pointerX(event: PointerEvent) {
    return event.clientX - this.part(".chart").getBoundingClientRect().left;
  }

  private down(event: PointerEvent) {
    const { chart } = this;
    if (!chart || event.button !== 0) return;
    const thumb = (event.target as HTMLElement).closest(".thumb");
    const x = this.pointerX(event);
    const day = toDay(chart, x);
    const current = range.value ?? this.full(chart.bins);
    const inBand = range.value && day >= current.from && day <= current.to;
    const grip: Grip = thumb
      ? { kind: thumb.classList.contains("thumb-from") ? "from" : "to", range: current }
      : inBand
        ? { kind: "band", range: current, at: day }
        : { kind: "new", at: day };
    this.grip = { grip, moved: false, startX: x };
    this.part(".chart").setPointerCapture(event.pointerId);
    if (thumb) (thumb as HTMLElement).focus();
    event.preventDefault();
  }

  private move(event: PointerEvent) {
    if (!this.grip || !this.chart) return;
    const x = this.pointerX(event);
    if (!this.grip.moved && Math.abs(x - this.grip.startX) < 3) return;
    this.grip.moved = true;
    this.set(drag(this.grip.grip, toDay(this.chart, x), this.chart.bins));
  }

  /** A click without a drag chooses the bar; on the chosen bar alone it does nothing. */
  private up(event: PointerEvent) {
    const { grip, chart } = this;
    this.grip = null;
    if (!grip || !chart || grip.moved || grip.grip.kind === "from" || grip.grip.kind === "to") return;
    const day = toDay(chart, this.pointerX(event));
    this.set(drag({ kind: "new", at: day }, day, chart.bins));
  }

  private cancel() {
    this.grip = null;
  }
}
