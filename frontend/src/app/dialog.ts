// A sheet over the page, which its button, Escape and a click beside it close.

import { html, type TemplateResult } from "lit-html";
import { t } from "../i18n";
import { closeIcon } from "../ui/icons";

/** A dialog by its name, that of its styles; `close` puts away what says that it is open. */
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

/** Shows the dialog that has been drawn; says whether it was not there before. */
export function showDialog(root: HTMLElement): boolean {
  const found = root.querySelector("dialog");
  if (!found || found.open) return false;
  found.showModal();
  return true;
}
