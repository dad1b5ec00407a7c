// The lists: of articles, and of the features of each collection.

import { html, nothing, type TemplateResult } from "lit-html";
import type { Collection } from "../collections/collection";
import type { Article } from "../data/articles";
import { idOf } from "../data/rows";
import { snippet } from "../domain/hits";
import { directionOf, formatNumber, t } from "../i18n";
import { portion } from "../read/more";
import { day, marked, origin } from "../read/sentence";
import { openArticle, pointingAtArticle } from "../state/actions";
import type { ArticleList } from "../state/articles";
import { articleParts } from "../state/compare";
import { pointedArticles } from "../state/derive";
import { dataset } from "../state/store";
import { searched, sentenceWith } from "../state/words";
import { bones } from "../ui/bones";
import { stays } from "../ui/mount";
import { address } from "../url/codec";
import { featureRow } from "./row";

export function articleList({ articles, total, waiting, failed }: ArticleList): TemplateResult {
  if (waiting && articles.length === 0) return bones();
  const card = (
    a: Article,
  ) => html`<li class="card ${pointedArticles.value.has(a.id) ? "card-lit" : ""}" dir=${directionOf(a.lang)} @mouseenter=${pointingAtArticle(a.id)(true)} @mouseleave=${pointingAtArticle(a.id)(false)}>
      <p class="meta">${day(a.day)}<span class="dot" aria-hidden="true"></span>${origin(a.source)}${eventDay(a)}${partTag(a)}</p>
      <h3>
        <a
          data-key="article ${a.id}"
          href=${address({ article: a.id, at: null })}
          lang=${a.lang || nothing}
          dir="auto"
          @click=${(e: MouseEvent) => stays(e) && openArticle(a.id)}
          @focus=${pointingAtArticle(a.id)(true)}
          @blur=${pointingAtArticle(a.id)(false)}
          >${marked(a.title, [])}</a
        >
      </h3>
      ${found(a)}
      <p class="meta"><bdi>${t("nPlaces", { n: a.places })}</bdi>${alsoIn(a)}</p>
    </li>`;
  return html`${failed ? html`<p class="note" role="alert">${t("listFailed")}</p>` : nothing} ${portion("articles", articles, (a) => a.id, card, total)}`;
}

/** The newest selected day in it, if that is not the day of publication. */
const eventDay = (a: Article) =>
  a.told === undefined || a.told === a.day
    ? nothing
    : html`<span class="dot" aria-hidden="true"></span><bdi>${t("timeByEvent")}: ${day(a.told)}</bdi>`;

/** Other outlets with the text. */
const alsoIn = (a: Article) =>
  a.alsoIn
    ? html`<span class="dot" aria-hidden="true"></span><bdi>${t("alsoIn", { outlets: a.alsoIn })}</bdi>`
    : nothing;

/** In which of two compared spans the article has mentions. */
function partTag(a: Article) {
  const part = articleParts.value?.[dataset.value?.articleRow.get(a.id) ?? -1];
  return part ? html`<span class="part-tag part-${part}" dir="ltr">${["", "A", "B", "A + B"][part]}</span>` : nothing;
}

const plain = (text: string) => text.replace(/\s+/g, " ").trim();

/** The sentence with the words searched for; matches in titles are highlighted there. */
function found(a: Article) {
  const sentence = sentenceWith(a);
  if (!sentence || plain(sentence) === plain(a.title)) return nothing;
  return html`<p class="snippet" lang=${a.lang || nothing} dir="auto">${marked(snippet(sentence, searched.value), [])}</p>`;
}

export function featureList({ name, listed, note, item, count }: Collection): TemplateResult {
  const data = dataset.value!;
  const older = note?.();
  const line = (row: number) => {
    const { sign, name: title, detail } = item(row);
    const n = count(row);
    return featureRow(
      { collection: name, row },
      html`<span class="form form-${sign}" aria-hidden="true"></span>
        <span class="row-name"><bdi>${title}</bdi><span class="row-detail">${detail}</span></span>
        <span class="row-count"><span aria-hidden="true">${formatNumber(n)}</span><span class="vh">${t("nMentions", { n })}</span></span>`,
    );
  };
  return html`${older ? html`<p class="note">${older}</p>` : nothing}
    ${portion(name, listed(), (row) => idOf(data, { collection: name, row }), line)}`;
}
