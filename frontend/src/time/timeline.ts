// The timeline: a histogram with a range that pointer and keys can set. Drawn by ourselves: a library's chart (uPlot,
// 22 KB gzipped) would bring neither thumbs that a screen reader knows nor an axis that runs from right to left.

import { effect } from "@preact/signals-core";
import { html, render } from "lit-html";
import { histogram, type Matrix } from "../data/matrix";
import { direction, lang } from "../i18n";
import { moveTime, setRange, showOnAxis, zoomTime } from "../state/actions";
import { matrix, theme } from "../state/derive";
import { axis, dataset, dateBy, inView, playing, range, speed, status, still, toolsOpen } from "../state/store";
import { type Bins, chooseUnit, makeBins } from "./bins";
import { drag, type Grip, nudge, type Step } from "./brush";
import { onlyUndated, type Range, UNDATED } from "./days";
import { type Chart, drawChart, toDay } from "./draw";
import { timeHead } from "./head";
import { followPlay } from "./play";
import { placeThumbs } from "./thumbs";

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
  private counted: { m: Matrix; view: Uint8Array; key: string; bars: { all: Uint32Array; view: Uint32Array } } | null =
    null;

  constructor(root: HTMLElement) {
    this.root = root;
    render(html`<div class="time-head"></div>${this.chartTemplate()}`, root);
    new ResizeObserver(() => this.draw()).observe(this.part(".chart"));
    this.part(".chart").addEventListener("wheel", (e) => this.wheel(e), { passive: false });
    effect(() => this.follow());
    followPlay(() => this.chart?.bins ?? null);
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
    void [axis.value, playing.value, speed.value, toolsOpen.value, dateBy.value, still.value, lang.value];
    cancelAnimationFrame(this.asked);
    this.asked = requestAnimationFrame(() => this.draw());
  }

  private full(bins: Bins): Range {
    return { from: bins.edges[0], to: bins.edges[bins.edges.length - 1] - 1 };
  }

  /** The range that the thumbs show: all time where none is chosen, or none of it has a date. */
  private shown(bins: Bins): Range {
    return range.value && !onlyUndated(range.value) ? range.value : this.full(bins);
  }

  private draw() {
    const data = dataset.value;
    const box = this.part(".chart");
    const { clientWidth: width, clientHeight: height } = box;
    const empty = !data || data.first === UNDATED || !matrix.value;
    this.root.classList.toggle("time-waiting", status.value.kind === "loading");
    this.root.classList.toggle("time-empty", empty);
    if (empty || width === 0) return;
    const { from, to } = axis.value ?? { from: data.first, to: data.last };
    const bins = makeBins(data.first, data.last, chooseUnit(from, to, width, 3.5));
    this.chart = {
      bins,
      domain: axis.value ?? this.full(bins),
      ...this.bars(matrix.value!, bins),
      range: range.value,
      width,
      height,
      rtl: direction.value === "rtl",
    };
    this.paint(this.part("canvas"), this.chart);
    placeThumbs(this.root, this.chart, this.shown(bins), this.full(bins));
    render(timeHead(this.chart), this.part(".time-head"));
  }

  /** The bars, counted anew only where the mentions, the view or the bars are others than before. */
  private bars(m: Matrix, bins: Bins) {
    const view = inView.value.places;
    const key = `${bins.unit} ${bins.edges.length}`;
    if (this.counted?.m !== m || this.counted.view !== view || this.counted.key !== key)
      this.counted = { m, view, key, bars: { all: histogram(m, bins.edges), view: histogram(m, bins.edges, view) } };
    return this.counted.bars;
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

  private key(event: KeyboardEvent, end: "from" | "to") {
    const known = keys[event.key];
    if (!known || !this.chart) return;
    event.preventDefault();
    const [ltr, rtl, step] = known;
    const sign = this.chart.rtl ? rtl : ltr;
    const { bins } = this.chart;
    const moved = nudge(this.shown(bins), end, sign, event.shiftKey && step === "bar" ? "day" : step, bins);
    this.set(moved);
    showOnAxis(moved[end]);
  }

  private set(r: Range) {
    if (r.from !== range.value?.from || r.to !== range.value?.to) setRange(r);
  }

  /** The wheel zooms the axis round the pointer; sideways, or with shift, it moves it. */
  private wheel(event: WheelEvent) {
    const { chart } = this;
    if (!chart) return;
    event.preventDefault();
    const sideways = event.shiftKey ? event.deltaY : event.deltaX;
    const days = (chart.domain.to - chart.domain.from) / 12;
    if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY))
      moveTime(Math.round(Math.sign(chart.rtl ? -sideways : sideways) * days) || 1);
    else if (event.deltaY) zoomTime(event.deltaY > 0 ? 1.35 : 1 / 1.35, toDay(chart, this.pointerX(event)));
  }

  private pointerX(event: MouseEvent) {
    return event.clientX - this.part(".chart").getBoundingClientRect().left;
  }

  private down(event: PointerEvent) {
    const { chart } = this;
    if (!chart || event.button !== 0) return;
    const thumb = (event.target as HTMLElement).closest(".thumb");
    const x = this.pointerX(event);
    const day = toDay(chart, x);
    playing.value = false;
    const current = this.shown(chart.bins);
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
