// One sentence with its source and date, leading to its place in the article.

import { html, nothing, type TemplateResult } from "lit-html";
import { formatDay, UNDATED } from "../domain/days";
import { scriptOf } from "../domain/names";
import { confidenceWord } from "../domain/precision";
import { direction, directionOf, formatDate, t } from "../i18n";
import { confidenceText, roleText } from "../i18n/words";
import { openArticle } from "../state/actions";
import { stays } from "../ui/mount";
import { address } from "../url/codec";
import type { Span } from "./align";
import { CodePoints } from "./points";
import { segments } from "./segments";
import type { Sentence } from "./sentences";

export const sentenceKey = (s: Sentence) => `${s.article} ${s.at} ${s.spans.at(-1)?.end}`;

export function sentenceItem(s: Sentence): TemplateResult {
  const lang = s.lang || (scriptOf(s.text) === "arabic" ? "ar" : "");
  return html`<li class="sentence" dir=${directionOf(lang)}>
    <p class="meta">
      ${day(s.day)}<span class="dot" aria-hidden="true"></span><bdi>${s.source || t("noSource")}</bdi>
    </p>
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

export const day = (d: number) =>
  d === UNDATED
    ? html`<bdi>${t("noDate")}</bdi>`
    : html`<time dir=${direction.value} datetime=${formatDay(d)}>${formatDate(d)}</time>`;

/** A text with spans of it (in code points) marked. */
export function marked(text: string, spans: readonly Span[]) {
  const points = new CodePoints(text);
  return segments(0, points.length, spans, []).map(({ start, end, mention }) => {
    const part = points.slice(start, end);
    return mention ? html`<mark>${part}</mark>` : part;
  });
}

function tags(s: Sentence) {
  const sure = confidenceWord(s.confidence);
  const role = s.role && s.role !== "place";
  if (sure === "high" && !role) return nothing;
  return html`<p class="tags">
    ${sure === "high" ? nothing : html`<span class="tag tag-${sure}" dir=${direction.value} title=${t("confidenceHint")}>${confidenceText(s.confidence)}</span>`}
    ${role ? html`<span class="tag" dir=${direction.value}>${roleText(s.role)}</span>` : nothing}
  </p>`;
}
