// The divisions: a table of mentions, the classes of the map's colours, and a file by week.

import { html, nothing, type TemplateResult } from "lit-html";
import { classOf, classSpans } from "../domain/classes";
import { formatNumber, type Key, t } from "../i18n";
import { saveText } from "../read/save";
import type { Go } from "../read/why";
import { canCountArticles, type Division, divisions, divisionTimes, divisionUnit, starts } from "../state/divisions";
import { divisionLabels, measure } from "../state/store";

export function divisionList(go: Go): TemplateResult {
  const all = divisions.value;
  return html`<section class="divisions" aria-label=${t("tabDivisions")}>
    <div class="division-tools">
      ${canCountArticles.value ? measures() : nothing}
      <button class="chip" type="button" @click=${() => saveText(`dateline-divisions-by-${divisionUnit.value}.csv`, "text/csv", divisionTimes())}>${t(`divisionsCSV_${divisionUnit.value}`)}</button>
    </div>
    ${key(all)}
    <table>
      <thead>
        <tr><th scope="col">${t("division")}</th><th scope="col">${t(measure.value === "articles" ? "tabArticles" : "legendSize")}</th></tr>
      </thead>
      <tbody>
        ${all.map((d) => line(d, go))}
      </tbody>
    </table>
    ${all.length ? nothing : html`<p class="note">${t("divisionsNone")}</p>`}
  </section>`;
}

function measures() {
  const radio = (value: "mentions" | "articles", key: Key) => html`<label class="segment">
    <input type="radio" name="measure" .checked=${measure.value === value} @change=${() => {
      measure.value = value;
    }} />
    <span>${t(key)}</span>
  </label>`;
  return html`<fieldset class="segments">
    <legend class="vh">${t("divisionsBy")}</legend>
    ${radio("mentions", "legendSize")} ${radio("articles", "tabArticles")}
  </fieldset>`;
}

/** The legend of the colours. */
function key(all: Division[]) {
  const spans = classSpans(starts.value, all[0]?.n ?? 0);
  return html`<ul class="class-key" aria-label=${t("divisionsClasses")}>
    ${spans.map(
      ([from, to], i) =>
        html`<li><span class="class-swatch class-${i}" aria-hidden="true"></span>${from === to ? formatNumber(from) : `${formatNumber(from)}–${formatNumber(to)}`}</li>`,
    )}
  </ul>`;
}

function line({ key, name, country, n }: Division, go: Go) {
  const at = divisionLabels.value.get(key);
  const swatch = html`<span class="class-swatch class-${classOf(n, starts.value)}" aria-hidden="true"></span>`;
  const text = html`<bdi>${name}</bdi> <span class="row-detail"><bdi>${country}</bdi></span>`;
  return html`<tr>
    <th scope="row">
      ${swatch}${at ? html`<button class="link" type="button" title=${t("zoomTo")} @click=${() => go({ lat: at.lat, lon: at.lon, zoom: 8 })}>${text}</button>` : html`<span>${text}</span>`}
    </th>
    <td>${formatNumber(n)}</td>
  </tr>`;
}
