// Saved views, and the note about what is new in them.

import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { fileAddress } from "../api/files";
import { messageOf } from "../api/get";
import { COUNTED, toQuery } from "../data/query";
import { t } from "../i18n";
import { te } from "../i18n/edit";
import { failed } from "../read/token";
import { forget, fresh, looked, type Saved, save, saved, watchSaved } from "../state/saved";
import { dateBy, filters, words } from "../state/store";
import { closeIcon } from "../ui/icons";
import { address, initial } from "../url/codec";

/** The note on the page; null if nothing is new. */
export function savedNote(): TemplateResult | null {
  watchSaved();
  const all = fresh();
  if (all.length === 0) return null;
  return html`<p class="notice-news" role="status">
    <span class="notice-lines">${all.map(({ one, n }) => html`<span>${te("savedNew", { n })}: <a href=${one.view} @click=${() => looked(one.view)}><bdi>${one.name}</bdi></a></span>`)}</span>
    <button class="icon-button" type="button" aria-label=${t("close")} @click=${() => looked(...all.map(({ one }) => one.view))}>${closeIcon}</button>
  </p>`;
}

const failure = signal("");

/** The part of the share dialog that saves the present view. */
export function savedField(): TemplateResult {
  const query = toQuery({ filters: filters.value, words: words.value, by: dateBy.value, and: COUNTED });
  const feed = fileAddress("atom", query);
  return html`<form class="share-field" @submit=${keepView}>
    <label for="share-saved">${te("savedTitle")}</label>
    <div class="share-line">
      <input id="share-saved" name="name" type="text" required maxlength="80" placeholder=${te("savedName")} />
      <button class="button" type="submit">${te("savedKeep")}</button>
    </div>
    <p class="note">${te("savedHow")} <a href=${feed} type="application/atom+xml">${te("savedFeed")}</a></p>
    ${failed(failure.value)} ${saved.value.length ? html`<ul class="sources">${saved.value.map(item)}</ul>` : nothing}
  </form>`;

  function keepView(event: SubmitEvent) {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const { time, compare, axis, article, at, place, front, lang, theme, embed } = initial;
    const view = address({ time, compare, axis, article, at, place, front, lang, theme, embed });
    failure.value = "";
    save(String(new FormData(form).get("name")).trim(), view, query).then(
      () => form.reset(),
      (error: unknown) => {
        failure.value = messageOf(error);
      },
    );
  }
}

const item = (one: Saved) => html`<li class="share-line">
  <a href=${one.view}><bdi>${one.name}</bdi></a>
  <button class="chip" type="button" aria-label="${te("savedForget")}: ${one.name}" @click=${() => forget(one.view)}>${te("savedForget")}</button>
</li>`;
