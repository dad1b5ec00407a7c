// Skip links, and the bar that says that the server is unreachable.

import { html, type TemplateResult } from "lit-html";
import { t } from "../i18n";
import { recall, setEverywhere, showList } from "../state/actions";
import { status } from "../state/atlas";
import { lazily } from "../state/lazily";
import { embed, news, offline } from "../state/store";
import { closeIcon } from "../ui/icons";

const saved = lazily(() => import("./saved"));

export function skips() {
  if (embed.value) return html``;
  const jump =
    (...selectors: string[]) =>
    (event: Event) => {
      event.preventDefault();
      const found = selectors.map((selector) => document.querySelector<HTMLElement>(selector));
      found.find((element) => element)?.focus();
    };
  return html`
    <a href="#map" @click=${jump("#map")}>${t("skipToMap")}</a>
    <a href="#time" @click=${jump("#time .thumb")}>${t("skipToTime")}</a>
    <a href="#panel" @click=${jump("#panel [tabindex='0']", "#panel button, #panel a")}>${t("skipToList")}</a>
  `;
}

/** The text of the bar; null for none. */
export function notice(): TemplateResult | null {
  if (status.value.kind !== "ready") return came();
  if (!offline.value) return (recall("saved") && !embed.value && saved()?.savedNote()) || came();
  return html`<p role="alert">${t("offlineBar")}</p>`;
}

/** The list of articles, newest first, everywhere. */
function showNews() {
  news.value = 0;
  setEverywhere(true);
  showList("articles");
}

/** Announces new articles, which map and lists already show. */
function came() {
  if (news.value === 0) return null;
  return html`<p class="notice-news" role="status">
    ${t("newsCame", { n: news.value })}
    <button class="chip" type="button" @click=${showNews}>${t("newsShow")}</button>
    <button class="icon-button" type="button" aria-label=${t("close")} @click=${() => {
      news.value = 0;
    }}>${closeIcon}</button>
  </p>`;
}
