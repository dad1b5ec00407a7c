// The two lists: articles, and everything on the map.

import { html, nothing, type TemplateResult } from "lit-html";
import type { Article } from "../data/articles";
import type { Target } from "../domain/target";
import { directionOf, formatNumber, t } from "../i18n";
import { frontKind, precisionWord } from "../i18n/words";
import { openArticle, openTarget } from "../state/actions";
import { articlesInTime, articlesInView } from "../state/articles";
import { listedFronts, listedPlaces, settledCounts, settledFronts } from "../state/breakdown";
import { placeName } from "../state/derive";
import { dataset, everywhere, frontsLeft, hover } from "../state/store";
import { bones } from "../ui/bones";
import { stays } from "../ui/mount";
import { address } from "../url/codec";
import { portion } from "./more";
import { day } from "./sentence";

export function articleList(): TemplateResult {
  const { articles, total, waiting, failed } = everywhere.value ? articlesInTime.value : articlesInView.value;
  if (waiting && articles.length === 0) return bones();
  const card = (a: Article) => html`<li class="card" dir=${directionOf(a.lang)}>
      <p class="meta">${day(a.day)}<span class="dot" aria-hidden="true"></span><bdi>${a.source || t("noSource")}</bdi></p>
      <h3>
        <a
          data-key="article ${a.id}"
          href=${address({ article: a.id, at: null })}
          lang=${a.lang || nothing}
          dir="auto"
          @click=${(e: MouseEvent) => stays(e) && openArticle(a.id)}
          >${a.title}</a
        >
      </h3>
      <p class="meta"><bdi>${t("nPlaces", { n: a.places })}</bdi></p>
    </li>`;
  return html`${failed ? html`<p class="note" role="alert">${t("listFailed")}</p>` : nothing} ${portion("articles", articles, (a) => a.id, card, total)}`;
}

export function placeList(): TemplateResult {
  return html`${portion("places", listedPlaces.value, (row) => dataset.value!.places.id[row], placeItem)} ${fronts()}`;
}

function pointed(target: Target) {
  return {
    on: () => {
      hover.value = target;
    },
    off: () => {
      hover.value = null;
    },
  };
}

function item(target: Target, key: string, href: string, form: string, name: unknown, detail: string, n: number) {
  const { on, off } = pointed(target);
  const lit = hover.value?.kind === target.kind && hover.value.index === target.index;
  return html`<li>
    <a
      class="row ${lit ? "row-lit" : ""}"
      data-key=${key}
      href=${href}
      @click=${(e: MouseEvent) => stays(e) && openTarget(target)}
      @mouseenter=${on}
      @mouseleave=${off}
      @focus=${on}
      @blur=${off}
    >
      <span class="form form-${form}" aria-hidden="true"></span>
      <span class="row-name">${name}<span class="row-detail">${detail}</span></span>
      <span class="row-count"><span aria-hidden="true">${formatNumber(n)}</span><span class="vh">${t("nMentions", { n })}</span></span>
    </a>
  </li>`;
}

const forms = ["site", "town", "area", "area", "area", "country"];

function placeItem(row: number) {
  const { id, precision } = dataset.value!.places;
  const target: Target = { kind: "place", index: row };
  const href = address({ place: id[row], front: null, article: null });
  return item(
    target,
    `place ${id[row]}`,
    href,
    forms[precision[row]],
    html`<bdi>${placeName(row)}</bdi>`,
    precisionWord(precision[row]),
    settledCounts.value[row],
  );
}

function fronts() {
  if (listedFronts.value.length === 0) return nothing;
  return html`<h3 class="list-heading">${t("mapArticles")}</h3>
    ${frontsLeft.value ? html`<p class="note">${t("frontsLeft", { n: frontsLeft.value })}</p>` : nothing}
    ${portion(
      "fronts",
      listedFronts.value,
      (index) => dataset.value!.fronts[index].id,
      (index) => {
        const f = dataset.value!.fronts[index];
        const form = /Polygon/.test(f.geometry.type) ? "zone" : f.geometry.type === "Point" ? "offset" : "line";
        const href = address({ front: f.id, place: null, article: null });
        return item(
          { kind: "front", index },
          `front ${f.id}`,
          href,
          form,
          html`<bdi>${f.items[0].phrase}</bdi>`,
          frontKind(f.kind),
          settledFronts.value[index],
        );
      },
    )}`;
}
