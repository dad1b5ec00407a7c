// Long lists show their beginning, and more on request.

import { html, nothing, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { t } from "../i18n";
import { STEP, showMore, shownOf } from "../state/portions";

/**
 * The first items of a list, and a button for the next; `list` is its name, `total` the number
 * of items. Items with the same `key` keep their element, and the focus, when their rank
 * changes.
 */
export function portion<T>(
  list: string,
  items: readonly T[],
  key: (value: T) => unknown,
  item: (value: T) => TemplateResult,
  total = items.length,
): TemplateResult {
  const n = shownOf(list);
  const rest = Math.min(STEP, total - Math.min(n, items.length));
  return html`<ul class="list">
      ${repeat(items.slice(0, n), key, item)}
    </ul>
    ${rest > 0 ? html`<button class="button more" type="button" @click=${() => showMore(list)}>${t("showMore", { n: rest })}</button>` : nothing}`;
}
