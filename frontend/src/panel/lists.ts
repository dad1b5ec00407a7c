// The lists: of articles, and of the features of each collection.

import { html, nothing, type TemplateResult } from "lit-html";
import type { Collection } from "../collections/collection";
import type { Article } from "../data/articles";
import { idOf } from "../data/rows";
import { same, type Target } from "../domain/target";
import { directionOf, formatNumber, t } from "../i18n";
import { portion } from "../read/more";
import { day } from "../read/sentence";
import { open, openArticle } from "../state/actions";
import { articlesInTime, articlesInView } from "../state/articles";
import { dataset, everywhere, hover } from "../state/store";
import { bones } from "../ui/bones";
import { stays } from "../ui/mount";
import { address } from "../url/codec";
import { addressOf } from "../url/links";

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

export function featureList({ name, listed, note, item, count }: Collection): TemplateResult {
  const data = dataset.value!;
  const older = note?.();
  const line = (row: number) => {
    const target: Target = { collection: name, row };
    const selection = { collection: name, id: idOf(data, target) };
    const { sign, name: title, detail } = item(row);
    const n = count(row);
    const point = (on: boolean) => () => {
      hover.value = on ? target : null;
    };
    return html`<li>
      <a
        class="row ${same(hover.value, target) ? "row-lit" : ""}"
        data-key="${name} ${selection.id}"
        href=${addressOf(selection)}
        @click=${(e: MouseEvent) => stays(e) && open(selection)}
        @mouseenter=${point(true)}
        @mouseleave=${point(false)}
        @focus=${point(true)}
        @blur=${point(false)}
      >
        <span class="form form-${sign}" aria-hidden="true"></span>
        <span class="row-name"><bdi>${title}</bdi><span class="row-detail">${detail}</span></span>
        <span class="row-count"><span aria-hidden="true">${formatNumber(n)}</span><span class="vh">${t("nMentions", { n })}</span></span>
      </a>
    </li>`;
  };
  return html`${older ? html`<p class="note">${older}</p>` : nothing}
    ${portion(name, listed(), (row) => idOf(data, { collection: name, row }), line)}`;
}
