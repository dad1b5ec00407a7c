// The places of two compared spans: new in the second, gone in it, in both.

import { html, nothing, type TemplateResult } from "lit-html";
import { formatNumber, type Key, t } from "../i18n";
import { portion } from "../read/more";
import type { Changes } from "../state/compare";
import { placeName } from "../state/derive";
import { featureRow } from "./row";

export function changeList({ came, went, stayed, a, b }: Changes): TemplateResult {
  const section = (key: Key, part: number, rows: number[]) =>
    rows.length === 0
      ? nothing
      : html`<section aria-labelledby="changes-${part}">
          <h3 class="list-heading" id="changes-${part}"><span class="swatch part-${part}"></span>${t(key)} <span class="tab-count">${formatNumber(rows.length)}</span></h3>
          ${portion(
            `changes ${part}`,
            rows,
            (row) => row,
            (row) => line(row, a[row], b[row]),
          )}
        </section>`;
  return html`${section("compareCame", 2, came)} ${section("compareWent", 1, went)} ${section("compareBoth", 3, stayed)}`;
}

const line = (row: number, a: number, b: number) =>
  featureRow(
    { collection: "places", row },
    html`<span class="row-name"><bdi>${placeName(row)}</bdi></span>
      <span class="row-count"><span class="vh">${t("compareCounts", { a, b })}</span><span aria-hidden="true" dir="ltr">${formatNumber(a)} → ${formatNumber(b)}</span></span>`,
  );
