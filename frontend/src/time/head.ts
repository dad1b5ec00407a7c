// The line above the timeline: the range in words, playback, the unit of bars, and the axis's
// tools.

import { html, nothing } from "lit-html";
import { coarser } from "../domain/bins";
import { ONLY_UNDATED, onlyUndated, type Range } from "../domain/days";
import { periodUnits, unitOf } from "../domain/period";
import { formatDate, formatShort, formatSpan, type Key, t } from "../i18n";
import { setDateBy, setRange } from "../state/actions";
import { toggleCompare } from "../state/compare";
import { chosen, matrix, placeName } from "../state/derive";
import { beyondAxis, choosePeriod, resetTime, showAllTime, stepPeriod, zoomTime } from "../state/period";
import { comparing, finest } from "../state/range";
import { article, axis, dataset, dateBy, playing, range, speed, still, toolsOpen } from "../state/store";
import { backIcon, minusIcon, moreIcon, onIcon, pauseIcon, playIcon, plusIcon, stepIcon } from "../ui/icons";
import { type Chart, peak } from "./draw";
import { play } from "./play";

export function timeHead(chart: Chart) {
  return html`
    ${playButton()}
    <div class="time-what">
      ${comparing.value ? twoSpans(comparing.value) : html`<p class="time-range">${rangeText()}</p>`}
      ${comparing.value ? nothing : undatedButton()}
    </div>
    <p class="time-key">${chart.stack ? chart.stack.key(peak(chart)) : mentionsKey(chart)}</p>
    <button
      class="icon-button time-more"
      type="button"
      aria-label=${t("timeTools")}
      title=${t("timeTools")}
      aria-expanded=${toolsOpen.value}
      aria-controls="time-tools"
      @click=${() => {
        toolsOpen.value = !toolsOpen.value;
      }}
    >
      ${moreIcon}
    </button>
    <div class="time-tools ${toolsOpen.value ? "time-tools-open" : ""}" id="time-tools" role="group" aria-label=${t("timeTools")}>
      ${periods()} ${compareButton()} ${still.value ? nothing : speedSelect()} ${zoomButtons()} ${bySelect()}
    </div>
    <button class="chip" type="button" ?disabled=${!range.value && !axis.value} @click=${resetTime}>${t("timeAll")}</button>
    ${beyond()}
  `;
}

/** The unit and parts of bars of mentions. */
const mentionsKey = (chart: Chart) => html`
      <span>${t(`timeUnit_${chart.bins.unit}`)}${t("timePeak", { n: peak(chart) })}${wholeBins()}</span>
      <span><span class="swatch swatch-view"></span>${viewName()}</span>
      <span><span class="swatch"></span>${t("timeElsewhere")}</span>
      ${hollow(chart) ? html`<span title=${t("timeHollowHint")}><span class="swatch swatch-hollow"></span>${t("timeHollow")}</span>` : nothing}
`;

/** The coloured part of the bars: the open place, or what is in view. */
function viewName() {
  const open = article.value ? null : chosen.value;
  return open?.collection === "places" ? html`<bdi>${placeName(open.row)}</bdi>` : t("timeInView");
}

/** Whether a bar has a part without dates of its own. */
const hollow = ({ all, firm }: Chart) => firm?.all.some((n, i) => n < all[i]);

/** Says that the range snaps to bins longer than a day, if it does. */
const wholeBins = () =>
  finest.value === "day"
    ? nothing
    : html`, <span title=${t(`timeWholeHint_${finest.value}`)}>${t(`timeWhole_${finest.value}`)}</span>`;

/** The range in words; all time without a selection. */
export function rangeText() {
  const data = dataset.value!;
  if (onlyUndated(range.value)) return t("timeOnlyUndated");
  const two = comparing.value;
  if (two) return `A ${formatSpan(two.a.from, two.a.to)} · B ${formatSpan(two.b.from, two.b.to)}`;
  return spanText(range.value ?? { from: data.first, to: data.last });
}

const spanText = ({ from, to }: Range) =>
  from === to ? formatDate(from) : t("timeRange", { from: formatDate(from), to: formatDate(to) });

/** The two compared spans, each with its colour. */
const twoSpans = ({ a, b }: { a: Range; b: Range }) => html`<p class="time-range time-two">
  <span><span class="swatch swatch-view"></span>A <bdi>${formatSpan(a.from, a.to)}</bdi></span>
  <span><span class="swatch swatch-second"></span>B <bdi>${formatSpan(b.from, b.to)}</bdi></span>
</p>`;

const compareButton = () =>
  html`<button class="chip time-compare" type="button" aria-pressed=${comparing.value !== null} title=${t("compareHint")} @click=${toggleCompare}>${t("compare")}</button>`;

/** The number of undated mentions; a click shows only them. */
function undatedButton() {
  const n = matrix.value?.undated.reduce((a, b) => a + b, 0) ?? 0;
  const on = onlyUndated(range.value);
  if (!n && !on) return nothing;
  return html`<button class="chip time-note" type="button" aria-pressed=${on} title=${t("timeUndatedHint")} @click=${() => setRange(on ? null : ONLY_UNDATED)}>
    ${t("timeUndated", { n })}
  </button>`;
}

function playButton() {
  const label = t(still.value ? "timeStep" : playing.value ? "timePause" : "timePlay");
  const icon = still.value ? stepIcon : playing.value ? pauseIcon : playIcon;
  return html`<button class="icon-button time-play" type="button" aria-label=${label} title=${label} @click=${play}>${icon}</button>`;
}

/** Day, week or month, and steps in both directions. */
function periods() {
  const r = range.value;
  const chosen = r && !onlyUndated(r) ? unitOf(r) : null;
  const arrow = (by: 1 | -1, key: Key) =>
    html`<button class="icon-button" type="button" aria-label=${t(key)} title=${t(key)} @click=${() => stepPeriod(by)}>${by < 0 ? backIcon : onIcon}</button>`;
  return html`<span class="periods" role="group" aria-label=${t("timePeriod")}>
    ${arrow(-1, "timeEarlier")}
    ${periodUnits
      .filter((unit) => coarser(unit, finest.value) === unit)
      .map(
        (unit) =>
          html`<button class="chip" type="button" aria-pressed=${chosen === unit} @click=${() => choosePeriod(unit)}>${t(`period_${unit}`)}</button>`,
      )}
    ${arrow(1, "timeLater")}
  </span>`;
}

/** Buttons for what lies beyond the axis. */
function beyond() {
  const { before, after } = beyondAxis.value;
  const mark = (n: number, side: "start" | "end") =>
    n === 0
      ? nothing
      : html`<button class="beyond beyond-${side}" type="button" title=${t("timeAllHint")} aria-label="${t("nMentions", { n })}: ${t(side === "start" ? "timeBefore" : "timeAfter")}" @click=${showAllTime}>${side === "start" ? "‹ " : ""}${formatShort(n)}${side === "end" ? " ›" : ""}</button>`;
  return html`${mark(before, "start")} ${mark(after, "end")}`;
}

function speedSelect() {
  return html`<label class="select"><span class="vh">${t("timeSpeed")}</span>
    <select title=${t("timeSpeed")} @change=${(e: Event) => {
      speed.value = Number((e.target as HTMLSelectElement).value) as 1 | 2 | 4;
    }}>
      ${([1, 2, 4] as const).map((n) => html`<option value=${n} ?selected=${speed.value === n}>${n}×</option>`)}
    </select>
  </label>`;
}

function zoomButtons() {
  const button = (label: string, icon: unknown, factor: number, off: boolean) =>
    html`<button class="icon-button" type="button" aria-label=${label} title=${label} ?disabled=${off} @click=${() => zoomTime(factor)}>${icon}</button>`;
  return html`<span class="time-zoom">${button(t("timeZoomOut"), minusIcon, 2, false)}${button(t("timeZoomIn"), plusIcon, 0.5, false)}</span>`;
}

function bySelect() {
  return html`<label class="select"><span class="vh">${t("timeBy")}</span>
    <select title=${t("timeBy")} @change=${(e: Event) => setDateBy((e.target as HTMLSelectElement).value as "event" | "published")}>
      <option value="event" ?selected=${dateBy.value === "event"}>${t("timeByEvent")}</option>
      <option value="published" ?selected=${dateBy.value === "published"}>${t("timeByPublished")}</option>
    </select>
  </label>`;
}
