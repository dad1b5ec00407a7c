// The author of a correction, and the original.

import { html, nothing, type TemplateResult } from "lit-html";
import { isPublished } from "../api/get";
import type { Corrected } from "../api/types";
import { parseDay, UNDATED } from "../domain/days";
import { formatDate, t } from "../i18n";
import { sending, takeBack } from "../state/correct";
import { may, wantSession } from "../state/session";
import { embed } from "../state/store";

/** The note on a correction; `was` is the original. */
export function correctedNote(c: Corrected | undefined, was: string): TemplateResult | typeof nothing {
  if (!c) return nothing;
  if (!isPublished()) wantSession();
  const day = parseDay(c.at?.slice(0, 10));
  const by = c.by ? t("correctedBy", { name: c.by }) : t("corrected");
  return html`<p class="why-corrected">
    <strong>${by}</strong>${day === UNDATED ? nothing : html` · ${formatDate(day)}`}${c.why ? html`: <bdi>${c.why}</bdi>` : nothing}
    ${was ? html`<br />${t("correctedWas")}: <bdi>${was}</bdi>` : nothing}
    ${may("edit") && !embed.value ? html`<button class="chip" type="button" ?disabled=${sending.value} @click=${() => void takeBack(c.correction)}>${t("correctedUndo")}</button>` : nothing}
  </p>`;
}
