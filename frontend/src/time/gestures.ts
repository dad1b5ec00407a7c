// Pointer, wheel and keyboard on the timeline.

import type { Range } from "../domain/days";
import { setCompare, setRange } from "../state/actions";
import { moveTime, showOnAxis, zoomTime } from "../state/period";
import { gliding, playing, range } from "../state/store";
import { drag, type Grip, nudge, type Step } from "./brush";
import { type Chart, toDay } from "./draw";

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

/** The timeline, as the gestures need it. */
export interface Drawn {
  chart: Chart;
  /** The range of the thumbs. */
  shown: Range;
  /** Whether the data has single days. */
  days: boolean;
}

function set(r: Range) {
  if (r.from !== range.value?.from || r.to !== range.value?.to) setRange(r);
}

export function press(event: KeyboardEvent, end: "from" | "to", { chart, shown, days }: Drawn) {
  const known = keys[event.key];
  if (!known) return;
  event.preventDefault();
  const [ltr, rtl, step] = known;
  const sign = chart.rtl ? rtl : ltr;
  const moved = nudge(shown, end, sign, event.shiftKey && step === "bar" && days ? "day" : step, chart.bins);
  set(moved);
  showOnAxis(moved[end]);
}

/** The wheel zooms the axis around the pointer; sideways, or with shift, it pans. */
export function onWheel(event: WheelEvent, { chart }: Drawn, x: number) {
  event.preventDefault();
  const sideways = event.shiftKey ? event.deltaY : event.deltaX;
  const days = (chart.domain.to - chart.domain.from) / 12;
  if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY))
    moveTime(Math.round(Math.sign(chart.rtl ? -sideways : sideways) * days) || 1);
  else if (event.deltaY) zoomTime(event.deltaY > 0 ? 1.35 : 1 / 1.35, toDay(chart, x));
}

/** A drag on the chart: of an end of the range, of the whole range, or of a new one. */
export class Drag {
  /** The drag is of the compared span. */
  private second = false;
  private grip: { grip: Grip; moved: boolean; startX: number; left: number } | null = null;

  down(event: PointerEvent, element: HTMLElement, { chart, shown }: Drawn) {
    const thumb = (event.target as HTMLElement).closest<HTMLElement>(".thumb");
    const { left } = element.getBoundingClientRect();
    const x = event.clientX - left;
    const day = toDay(chart, x);
    playing.value = false;
    const { other } = chart;
    const inSecond = other && day >= other.from && day <= other.to;
    this.second = other !== null && (event.shiftKey || Boolean(inSecond)) && !thumb;
    const inBand = range.value && day >= shown.from && day <= shown.to;
    const grip: Grip = thumb
      ? { kind: thumb.classList.contains("thumb-from") ? "from" : "to", range: shown }
      : this.second && inSecond
        ? { kind: "band", range: other, at: day }
        : inBand && !this.second
          ? { kind: "band", range: shown, at: day }
          : { kind: "new", at: day };
    this.grip = { grip, moved: false, startX: x, left };
    element.setPointerCapture(event.pointerId);
    thumb?.focus();
    event.preventDefault();
  }

  move(event: PointerEvent, { chart }: Drawn) {
    if (!this.grip) return;
    const x = event.clientX - this.grip.left;
    if (!this.grip.moved && Math.abs(x - this.grip.startX) < 3) return;
    this.grip.moved = true;
    gliding.value = true;
    this.set(drag(this.grip.grip, toDay(chart, x), chart.bins));
  }

  /** A click without a drag selects the bar; on the only selected bar it does nothing. */
  up(event: PointerEvent, { chart }: Drawn) {
    const { grip } = this;
    this.cancel();
    if (!grip || grip.moved || grip.grip.kind === "from" || grip.grip.kind === "to") return;
    const day = toDay(chart, event.clientX - grip.left);
    if (this.second && grip.grip.kind === "band") return; // the second span is moved by dragging
    this.set(drag({ kind: "new", at: day }, day, chart.bins));
  }

  private set(r: Range) {
    if (this.second) setCompare(r);
    else set(r);
  }

  cancel() {
    this.grip = null;
    gliding.value = false;
  }
}
