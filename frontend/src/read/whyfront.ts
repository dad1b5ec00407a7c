// The explanation of a line or an area: its reading, uncertainty, and anchors.

import { html, nothing, type TemplateResult } from "lit-html";
import type { Anchor, DocumentFront } from "../api/types";
import { t } from "../i18n";
import { confidenceLong, frontKind } from "../i18n/words";

/** The content of its card. */
export function frontReasons(f: DocumentFront, anchor: (a: Anchor) => TemplateResult): TemplateResult {
  const off = f.uncertainty_km ? [t("offBy", { n: Math.round(f.uncertainty_km) })] : [];
  const sure = f.confidence === undefined ? [] : [confidenceLong(f.confidence)];
  return html`<p>${[frontKind(f.kind), ...off, ...sure].join(" · ")}</p>
    ${f.reading ? html`<p class="why-reason">${t("whyReading")}: <bdi lang="en">${f.reading}</bdi></p>` : nothing}
    ${f.schematic ? html`<p class="why-reason">${t("whySchematic")}</p>` : nothing}
    ${
      f.anchors?.length
        ? html`<p class="why-label" id="why-anchors">${t("drawnFrom")}</p>
            <ul aria-labelledby="why-anchors">${f.anchors.map((a) => anchor(a))}</ul>`
        : nothing
    }`;
}
