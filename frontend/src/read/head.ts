// The head of the panel when something is open: the way back, and its title.

import { html, nothing, type TemplateResult } from "lit-html";
import { t } from "../i18n";
import { closePanel } from "../state/actions";
import { backIcon } from "../ui/icons";

export function panelHead(
  kicker: string,
  title: unknown,
  below: unknown = nothing,
  back: () => void = closePanel,
): TemplateResult {
  return html`<header class="panel-head">
    <button class="icon-button back" type="button" aria-label=${t("back")} title=${t("back")} @click=${back}>${backIcon}</button>
    <div class="panel-title">
      <p class="kicker">${kicker}</p>
      <h2 tabindex="-1" id="panel-title">${title}</h2>
      ${below}
    </div>
  </header>`;
}

/** The placeholder of an article while it loads. */
export const articleBones = () => html`${panelHead(t("articleOf"), t("articleLoading"))}
  <div class="panel-body" aria-hidden="true">
    ${[92, 100, 84, 96, 60].map((n) => html`<div class="bone bone-${n}"></div>`)}
  </div>`;
