// A dialog, closed by its button, Escape or a click outside it.

import { html, type TemplateResult } from "lit-html";
import { t } from "../i18n";
import { closeIcon } from "../ui/icons";

/** A dialog by the name of its styles; `close` resets the state that opened it. */
export function dialog(name: string, title: string, close: () => void, content: TemplateResult): TemplateResult {
  const beside = (event: MouseEvent) => event.target instanceof HTMLDialogElement && close();
  return html`<dialog class="dialog ${name}" aria-labelledby="${name}-title" @close=${close} @click=${beside}>
    <div class="dialog-body">
      <header>
        <h2 id="${name}-title">${title}</h2>
        <button class="icon-button" type="button" aria-label=${t("close")} @click=${close}>${closeIcon}</button>
      </header>
      ${content}
    </div>
  </dialog>`;
}

/** Shows the dialog after rendering; returns whether it was closed before. */
export function showDialog(root: HTMLElement): boolean {
  const found = root.querySelector("dialog");
  if (!found || found.open) return false;
  found.showModal();
  return true;
}
