// One sentence with its source and date, linked to its place in the article.

import { html, nothing, type TemplateResult } from "lit-html";
import { type Dating, told } from "../domain/dating";
import { formatDay, UNDATED } from "../domain/days";
import { hitsIn, type Span } from "../domain/hits";
import { scriptOf } from "../domain/names";
import { isFile } from "../domain/outlet";
import { confidenceWord } from "../domain/precision";
import { direction, directionOf, formatDate, t } from "../i18n";
import { confidenceLong, roleText, sourceName } from "../i18n/words";
import { openArticle } from "../state/actions";
import { dataset } from "../state/store";
import { searched } from "../state/words";
import { stays } from "../ui/mount";
import { address } from "../url/codec";
import { portion } from "./more";
import { CodePoints } from "./points";
import { segments } from "./segments";
import type { Sentence } from "./sentences";

const sentenceKey = (s: Sentence) => `${s.article} ${s.at} ${s.spans.at(-1)?.end}`;

function sentenceItem(s: Sentence): TemplateResult {
  const lang = s.lang || (scriptOf(s.text) === "arabic" ? "ar" : "");
  return html`<li class="sentence" dir=${directionOf(lang)}>
    <p class="meta">${day(s.day, s.dating)}</p>
    <a
      class="quote"
      href=${address({ article: s.article, at: s.at })}
      lang=${lang || nothing}
      dir="auto"
      @click=${(e: MouseEvent) => stays(e) && openArticle(s.article, s.at)}
      >${marked(s.text, s.spans)}</a
    >
    ${tags(s)}
  </li>`;
}

/** A day with its precision, and whether it is only the article's. */
export const day = (d: number, { precision, assumed }: Dating = told) =>
  d === UNDATED
    ? html`<bdi>${t("noDate")}</bdi>`
    : html`<time dir=${direction.value} datetime=${formatDay(d).slice(0, shownDigits[precision])}>${formatDate(d, styles[precision])}</time>${
        assumed
          ? html`<span class="dot" aria-hidden="true"></span><span class="assumed" dir=${direction.value} title=${t("dateAssumedHint")}>${t("dateAssumed")}</span>`
          : nothing
      }`;

/** The source of an article. A file name is no outlet: it is shown on hover. */
export const origin = (source: string) =>
  html`<bdi title=${isFile(source) ? source : nothing}>${sourceName(source)}</bdi>`;

/** The known length of "2019-08-22". */
const shownDigits = { day: 10, month: 7, year: 4 };
const styles = { day: "short", month: "monthYear", year: "year" } as const;

/** The sentences of articles, under their titles. `list` is sorted by article. */
export function sentenceList(name: string, list: readonly Sentence[], total = list.length): TemplateResult {
  const heads = new Set(list.filter((s, i) => s.article !== list[i - 1]?.article));
  const item = (s: Sentence) => (heads.has(s) ? html`${articleHead(s)}${sentenceItem(s)}` : sentenceItem(s));
  return portion(name, list, sentenceKey, item, total);
}

function articleHead(s: Sentence) {
  const article = dataset.value?.articles[dataset.value.articleRow.get(s.article) ?? -1];
  const lang = article?.lang || s.lang;
  return html`<li class="sentence-head" dir=${directionOf(lang)}>
    ${
      article
        ? html`<h3><a href=${address({ article: s.article, at: null })} lang=${lang || nothing} dir="auto" @click=${(e: MouseEvent) => stays(e) && openArticle(s.article)}>${article.title}</a></h3>`
        : nothing
    }
    <p class="meta">${article ? html`${day(article.day)}<span class="dot" aria-hidden="true"></span>` : nothing}${origin(s.source)}</p>
  </li>`;
}

/** A text with marked spans (in code points) and highlighted matches. */
export function marked(text: string, spans: readonly Span[]) {
  const points = new CodePoints(text);
  return segments(0, points.length, spans, [], hitsIn(text, searched.value)).map(({ start, end, mention, hit }) => {
    const part = withHit(points.slice(start, end), hit);
    return mention ? html`<mark>${part}</mark>` : part;
  });
}

/** A piece of a text, highlighted if it matches the search. */
export const withHit = (part: string, hit: boolean) => (hit ? html`<mark class="hit">${part}</mark>` : part);

function tags(s: Sentence) {
  const sure = confidenceWord(s.confidence);
  const role = s.role && s.role !== "place";
  if (sure === "high" && !role) return nothing;
  return html`<p class="tags">
    ${sure === "high" ? nothing : html`<span class="tag tag-${sure}" dir=${direction.value} title=${t("confidenceHint")}>${confidenceLong(s.confidence)}</span>`}
    ${role ? html`<span class="tag" dir=${direction.value}>${roleText(s.role)}</span>` : nothing}
  </p>`;
}
