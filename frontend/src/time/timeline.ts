// The timeline: a histogram with a range set by pointer or keyboard. Our own: a chart library
// (uPlot, 22 KB gzipped against 5) would not provide accessible thumbs.

import { effect } from "@preact/signals-core";
import { html, render } from "lit-html";
import { histogram, type Matrix } from "../data/matrix";
import { type Bins, binOf, chooseUnit, coarser, makeBins } from "../domain/bins";
import { onlyUndated, type Range, UNDATED } from "../domain/days";
import { direction, lang } from "../i18n";
import { status } from "../state/atlas";
import { firmMatrix, highlighted, matrix, theme } from "../state/derive";
import { incidentDays, showsEvents } from "../state/events";
import { lazily } from "../state/lazily";
import { shownAxis } from "../state/period";
import { comparing, finest } from "../state/range";
import { dataset, dateBy, playing, range, speed, still, toolsOpen } from "../state/store";
import { type Chart, type Colours, drawChart, type Stack } from "./draw";
import { Drag, type Drawn, onWheel, press } from "./gestures";
import { timeHead } from "./head";
import { watchPlay } from "./play";
import { placeThumbs } from "./thumbs";

const stacks = lazily(() => import("./stack"));

/** The bars, and their input. */
interface Counted {
  m: Matrix;
  firm: Matrix | null;
  key: string;
  mask: Uint8Array;
  all: Uint32Array;
  view: Uint32Array;
  firmBars: { all: Uint32Array; view: Uint32Array } | null;
}

export class Timeline {
  private readonly root: HTMLElement;
  private readonly box: HTMLElement;
  private readonly head: HTMLElement;
  private size = { width: 0, height: 0 };
  private drawn: Drawn | null = null;
  private readonly drag = new Drag();
  private asked = 0;
  private counted: Counted | null = null;
  private colours: { theme: string; colours: Colours } | null = null;

  constructor(root: HTMLElement) {
    this.root = root;
    render(html`<div class="time-head"></div>${this.chartTemplate()}`, root);
    this.box = root.querySelector<HTMLElement>(".chart")!;
    this.head = root.querySelector<HTMLElement>(".time-head")!;
    new ResizeObserver(() => {
      this.size = { width: this.box.clientWidth, height: this.box.clientHeight };
      this.draw();
    }).observe(this.box);
    const wheel = (e: WheelEvent) =>
      this.drawn && onWheel(e, this.drawn, e.clientX - this.box.getBoundingClientRect().left);
    this.box.addEventListener("wheel", wheel, { passive: false });
    effect(() => this.follow());
    watchPlay();
  }

  private chartTemplate() {
    const thumb = (end: "from" | "to") =>
      html`<div class="thumb thumb-${end}" role="slider" tabindex="0" @keydown=${(e: KeyboardEvent) => this.drawn && press(e, end, this.drawn)}></div>`;
    return html`<div
      class="chart"
      @pointerdown=${(e: PointerEvent) => this.drawn && e.button === 0 && this.drag.down(e, this.box, this.drawn)}
      @pointermove=${(e: PointerEvent) => this.drawn && this.drag.move(e, this.drawn)}
      @pointerup=${(e: PointerEvent) => this.drawn && this.drag.up(e, this.drawn)}
      @pointercancel=${() => this.drag.cancel()}
    >
      <canvas aria-hidden="true"></canvas>
      <div class="band"></div>
      <div class="band-second" hidden></div>
      ${thumb("from")}${thumb("to")}
    </div>`;
  }

  /** Reads all signals that the timeline depends on, then draws once a frame. */
  private follow() {
    void [dataset.value, matrix.value, range.value, highlighted.value, direction.value, theme.value, status.value];
    void (showsEvents.value && [stacks(), incidentDays.value]);
    void [
      comparing.value,
      shownAxis.value,
      playing.value,
      speed.value,
      toolsOpen.value,
      dateBy.value,
      still.value,
      lang.value,
    ];
    if (!this.asked) this.asked = requestAnimationFrame(() => this.draw());
  }

  private draw() {
    cancelAnimationFrame(this.asked);
    this.asked = 0;
    const data = dataset.peek();
    const m = matrix.peek();
    const { width, height } = this.size;
    const empty = !data || data.first === UNDATED || !m;
    this.root.classList.toggle("time-waiting", status.peek().kind === "loading");
    this.root.classList.toggle("time-empty", empty);
    if (empty || width === 0) return;
    const axis = shownAxis.peek()!;
    const bins = makeBins(data.first, data.last, coarser(chooseUnit(axis.from, axis.to, width, 3.5), finest.peek()));
    const whole = fullRange(bins);
    const chosen = range.peek();
    const stack = showsEvents.peek() ? (stacks()?.stackOf(bins) ?? null) : null;
    const bars = stack ? inParts(stack) : this.bars(m, firmMatrix(bins.unit), bins);
    const chart: Chart = {
      bins,
      stack,
      domain: wholeBars(axis, bins),
      all: bars.all,
      view: bars.view,
      firm: bars.firmBars,
      range: chosen,
      other: comparing.peek()?.b ?? null,
      width,
      height,
      rtl: direction.peek() === "rtl",
    };
    // The thumbs show all time without a selected range, or if nothing in it has a date.
    this.drawn = { chart, shown: chosen && !onlyUndated(chosen) ? chosen : whole, days: finest.peek() === "day" };
    this.paint(this.box.querySelector("canvas")!, chart);
    placeThumbs(this.root, chart, this.drawn.shown, whole);
    render(timeHead(chart), this.head);
  }

  /** The bars, recounted only if mentions, view or bars have changed. */
  private bars(m: Matrix, firm: Matrix | null, bins: Bins): Counted {
    const mask = highlighted.peek();
    const key = `${bins.unit} ${bins.edges.length}`;
    const known = this.counted?.m === m && this.counted.firm === firm && this.counted.key === key ? this.counted : null;
    if (known?.mask === mask) return known;
    const both = (of: Matrix, all?: Uint32Array) => ({
      all: all ?? histogram(of, bins.edges),
      view: histogram(of, bins.edges, mask),
    });
    this.counted = {
      m,
      firm,
      key,
      mask,
      ...both(m, known?.all),
      firmBars: firm && both(firm, known?.firmBars?.all),
    };
    return this.counted;
  }

  private paint(canvas: HTMLCanvasElement, chart: Chart) {
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    const [width, height] = [Math.round(chart.width * ratio), Math.round(chart.height * ratio)];
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    const ctx = canvas.getContext("2d")!;
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawChart(ctx, chart, this.coloursOf(theme.peek()));
  }

  /** The colours of a theme, cached: reading them forces layout. */
  private coloursOf(name: string): Colours {
    if (this.colours?.theme === name) return this.colours.colours;
    const style = getComputedStyle(this.root);
    const colour = (property: string) => style.getPropertyValue(property).trim();
    const colours = {
      bar: colour("--bar"),
      barView: colour("--bar-view"),
      second: colour("--second"),
      out: colour("--bar-out"),
      text: colour("--muted"),
      line: colour("--line-strong"),
      font: `11px ${style.fontFamily}`,
    };
    this.colours = { theme: name, colours };
    return colours;
  }
}

/** The bars of a stack, complete. */
function inParts({ parts }: Stack): Pick<Counted, "all" | "view" | "firmBars"> {
  const all = parts[0].counts.map((_, i) => parts.reduce((sum, { counts }) => sum + counts[i], 0));
  return { all, view: all, firmBars: null };
}

/** The axis with its outermost bars complete. */
const wholeBars = (axis: Range, bins: Bins): Range => ({
  from: bins.edges[binOf(bins, axis.from)],
  to: bins.edges[binOf(bins, axis.to) + 1] - 1,
});

const fullRange = (bins: Bins): Range => ({ from: bins.edges[0], to: bins.edges[bins.edges.length - 1] - 1 });
