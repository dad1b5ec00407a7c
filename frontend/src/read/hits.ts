// The number of matches in the open article, and navigation between them.

import { html, nothing, type TemplateResult } from "lit-html";
import { t } from "../i18n";
import { searched } from "../state/words";
import { backIcon, onIcon } from "../ui/icons";

export function hitBar(n: number): TemplateResult | typeof nothing {
  if (searched.value.length === 0) return nothing;
  const go = (by: 1 | -1, label: string, icon: unknown) =>
    html`<button class="icon-button" type="button" aria-label=${label} title=${label} @click=${() => showHit(by)}>${icon}</button>`;
  return html`<p class="hit-bar">
    <span>${n ? t("hitCount", { n }) : t("hitNone")}</span>
    ${n > 1 ? html`${go(-1, t("hitPrevious"), backIcon)}${go(1, t("hitNext"), onIcon)}` : nothing}
  </p>`;
}

/** Scrolls to the next or previous match. */
function showHit(by: 1 | -1) {
  const hits = [...document.querySelectorAll<HTMLElement>("#panel .hit")];
  const now = hits.findIndex((hit) => hit.classList.contains("hit-here"));
  const next = (now + by + hits.length + Number(now < 0 && by < 0)) % hits.length;
  hits[now]?.classList.remove("hit-here");
  hits[next].classList.add("hit-here");
  hits[next].scrollIntoView({ block: "center" });
}
