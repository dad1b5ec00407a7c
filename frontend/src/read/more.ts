// Long lists show their beginning, and more when asked to.

import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { t } from "../i18n";

const STEP = 60;

/** How much is shown of the lists that were asked for more. */
const shown = signal<Record<string, number>>({});

/** The first items of a list, and a button for the next; `list` is its name. */
export function portion<T>(list: string, items: readonly T[], item: (value: T) => TemplateResult): TemplateResult {
  const n = shown.value[list] ?? STEP;
  const rest = Math.min(STEP, items.length - n);
  return html`<ul class="list">
      ${items.slice(0, n).map(item)}
    </ul>
    ${
      rest > 0
        ? html`<button class="button more" type="button" @click=${() => {
            shown.value = { ...shown.value, [list]: n + STEP };
          }}>${t("showMore", { n: rest })}</button>`
        : nothing
    }`;
}
