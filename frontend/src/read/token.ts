// The field for a token, when an action needs a further right; and the reason why a change
// failed.

import { html, nothing, type TemplateResult } from "lit-html";
import type { Right } from "../api/types";
import { isEditKey, te } from "../i18n/edit";
import { may, session, token } from "../state/session";

export function tokenField(right: Right): TemplateResult | typeof nothing {
  const who = session.value;
  if (!who || may(right)) return nothing;
  if (!who.tokens) return html`<p class="note">${te("tokenNone")}</p>`;
  return html`<label class="edit-field">
    <span>${te("token")}</span>
    <input
      type="password"
      autocomplete="off"
      .value=${token.value}
      @input=${(e: Event) => {
        token.value = (e.target as HTMLInputElement).value;
      }}
    />
    <span class="note">${te("tokenHow")}</span>
  </label>`;
}

/** Why a change failed: a key of the dictionary, or the server's message. */
export const failed = (why: string): TemplateResult | typeof nothing =>
  why
    ? html`<p class="edit-failed" role="alert">${isEditKey(why) ? te(why) : te("editFailed", { detail: why })}</p>`
    : nothing;
