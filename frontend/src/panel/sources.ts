// The archive's sources and their state.

import { html, nothing, type TemplateResult } from "lit-html";
import { messageOf, Refused } from "../api/get";
import type { Source } from "../api/types";
import { formatTime, t } from "../i18n";
import { te } from "../i18n/edit";
import { failed, tokenField } from "../read/token";
import { may } from "../state/session";
import { add, changing, failure, feed, remove, setPaused, sources, typed, watchSources } from "../state/sources";

const states = {
  well: "sourceWell",
  new: "sourceNew",
  failing: "sourceFailing",
  paused: "sourcePaused",
} as const satisfies Record<Source["state"], string>;

export function sourcesPanel(): TemplateResult {
  watchSources();
  const { value, state, error } = sources.value;
  if (state === "failed" && !value) {
    const none = error instanceof Refused && error.status === 404;
    return html`<p class="note">${none ? te("sourcesNone") : failed(messageOf(error))}</p>`;
  }
  if (!value) return html`<p class="note">${t("loading")}</p>`;
  return html`${value.length ? html`<ul class="sources">${value.map(item)}</ul>` : html`<p class="note">${te("sourcesNone")}</p>`}
    <form
      class="edit-form"
      @submit=${(e: Event) => {
        e.preventDefault();
        void add();
      }}
    >
      <label class="edit-field">
        <span>${te("sourceAdd")}</span>
        <input type="text" dir="ltr" placeholder="https://" .value=${typed.value} @input=${(e: Event) => {
          typed.value = (e.target as HTMLInputElement).value;
        }} />
        <span class="note">${te("sourceAddHow")}</span>
      </label>
      ${feed.value ? html`<p class="note" role="status">${te("sourceFeed", { feed: feed.value })}</p>` : nothing} ${tokenField("add")} ${failed(failure.value)}
      <p class="edit-actions"><button class="button button-main" type="submit" ?disabled=${changing.value || !typed.value.trim()}>${te("sourceFollow")}</button></p>
    </form>`;
}

function item(s: Source) {
  const paused = s.state === "paused";
  return html`<li class="source">
    <p class="source-name"><bdi>${s.name || s.address}</bdi> <span class="tag source-${s.state}">${te(states[s.state])}</span></p>
    ${s.name ? html`<p class="note"><bdi dir="ltr">${s.address}</bdi></p>` : nothing}
    <p class="note">
      ${t("nArticles", { n: s.articles })}${s.found ? html` · ${te("sourceFound")} ${formatTime(s.found)}` : nothing}${s.next ? html` · ${te("sourceNextLook")} ${formatTime(s.next)}` : nothing}${s.waiting ? html` · ${te("sourceWaiting", { n: s.waiting })}` : nothing}
    </p>
    ${(s.pages ?? []).map((page) => html`<p class="note">${te("sourceForPage", { page })}</p>`)}
    ${s.error ? html`<p class="edit-failed"><bdi lang="en">${s.error}</bdi></p>` : nothing}
    ${
      may("edit")
        ? html`<p class="edit-actions">
            <button class="chip" type="button" ?disabled=${changing.value} @click=${() => void setPaused(s, !paused)}>${te(paused ? "sourceResume" : "sourcePause")}</button>
            <button class="chip" type="button" ?disabled=${changing.value} @click=${() => void remove(s)}>${te("sourceForget")}</button>
          </p>`
        : nothing
    }
  </li>`;
}
