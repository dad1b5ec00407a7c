// An article in full, with everything that was found in it marked.

import { html, nothing, type TemplateResult } from "lit-html";
import type { Document, DocumentFront, DocumentMention } from "../api/types";
import { parseDay } from "../domain/days";
import { confidenceWord, precisionCode } from "../domain/precision";
import { languageName, t } from "../i18n";
import { confidenceText, precisionWord } from "../i18n/words";
import { pointAt } from "../state/actions";
import { openArticle, reading } from "../state/article";
import { placeName } from "../state/derive";
import { article, at, dataset, front, hover, place } from "../state/store";
import { outIcon } from "../ui/icons";
import { stays } from "../ui/mount";
import { address } from "../url/codec";
import { panelHead } from "./head";
import { leftOut } from "./leftout";
import { CodePoints } from "./points";
import { type Marked, paragraphs, segments, titleIn } from "./segments";
import { day } from "./sentence";
import { type Go, whyCard } from "./why";

export function articlePanel(go: Go): TemplateResult {
  const r = reading.value;
  if (!r || r.state === "loading") return html`${panelHead(t("articleOf"), t("articleLoading"))}${bones()}`;
  if (r.state !== "ready") {
    return html`${panelHead(t("articleOf"), t(r.state === "gone" ? "articleGone" : "articleError"))}
      ${
        r.state === "error"
          ? html`<div class="panel-body panel-retry"><button class="button" type="button" @click=${openArticle.retry}>${t("retry")}</button></div>`
          : nothing
      }`;
  }
  return body(r.document, go);
}

const bones = () => html`<div class="panel-body" aria-hidden="true">
  ${[92, 100, 84, 96, 60].map((n) => html`<div class="bone bone-${n}"></div>`)}
</div>`;

function body(doc: Document, go: Go) {
  const text = doc.text ?? "";
  const points = new CodePoints(text);
  const heading = titleIn(text, doc.title ?? "");
  const parts = paragraphs(text, doc.aside, heading?.end);
  const lang = doc.lang || nothing;
  const draw = (p: Marked) => pieces(doc, points, p);
  const sentence = doc.mentions.find((m) => m.start === at.value)?.sentence ?? null;
  const title = heading ? draw(heading) : doc.title || t("noTitle");
  return html`
    ${panelHead(t("articleOf"), html`<span class="article-title" lang=${lang} dir="auto">${title}</span>`, meta(doc))}
    <div class="panel-body">
      <div class="article" lang=${lang} dir="auto">
        ${parts.map(
          (p) =>
            html`<p dir="auto" class=${p.aside ? "aside" : sentence && overlaps(p, sentence) ? "here-paragraph" : nothing}>${draw(p)}</p>`,
        )}
      </div>
      <p class="note">${t("articleMarks")}</p>
      ${leftOut(doc)}
      ${original(doc.url)}
    </div>
    ${whyCard(doc, go)}
  `;
}

const overlaps = (p: Marked, [start, end]: [number, number]) => p.start < end && p.end > start;

function meta(doc: Document) {
  const language = doc.lang && languageName(doc.lang);
  return html`<p class="meta">
    ${day(parseDay(doc.published))}<span class="dot" aria-hidden="true"></span><bdi>${doc.source || t("noSource")}</bdi>
    ${doc.byline ? html`<span class="dot" aria-hidden="true"></span><bdi>${doc.byline}</bdi>` : nothing}
    ${language ? html`<span class="dot" aria-hidden="true"></span>${language}` : nothing}
  </p>`;
}

function original(url: string | undefined) {
  if (!url || !/^https?:\/\//.test(url)) return nothing;
  return html`<p><a class="chip" href=${url} rel="noopener noreferrer" target="_blank">${outIcon}${t("original")}</a></p>`;
}

function pieces(doc: Document, points: CodePoints, p: Marked) {
  return segments(p.start, p.end, doc.mentions, doc.fronts).map(({ start, end, mention, front }) => {
    const text = points.slice(start, end);
    if (mention) return mentionMark(mention, front, text, start);
    return front ? frontMark(doc, front, text) : text;
  });
}

function mentionMark(m: DocumentMention, within: DocumentFront | null, text: string, start: number) {
  const row = m.place ? dataset.value?.places.row.get(m.place) : undefined;
  const here = start === m.start && at.value === m.start;
  const chosen = m.place !== null && m.place === place.value;
  const classes = [
    "mark",
    `mark-${confidenceWord(m.confidence)}`,
    chosen && "mark-chosen",
    here && "mark-here",
    within && "mark-front",
  ];
  if (row === undefined) {
    return html`<a
      class=${[...classes, "mark-nowhere"].filter(Boolean).join(" ")}
      href=${address({ place: null, front: null, at: m.start })}
      title=${t("markNowhere")}
      @click=${(e: MouseEvent) => stays(e) && pointAt({ at: m.start })}
      >${text}</a
    >`;
  }
  const words = {
    name: placeName(row),
    precision: precisionWord(precisionCode(m.precision)),
    confidence: confidenceText(m.confidence),
  };
  const point = (on: boolean) => () => {
    hover.value = on ? { kind: "place", index: row } : null;
  };
  const lit = hover.value?.kind === "place" && hover.value.index === row;
  return html`<a
    class=${[...classes, lit && "mark-lit"].filter(Boolean).join(" ")}
    href=${address({ place: m.place, front: null, article: article.value, at: m.start })}
    title=${t("markTitle", words)}
    aria-current=${chosen ? "true" : nothing}
    @mouseenter=${point(true)}
    @mouseleave=${point(false)}
    @focus=${point(true)}
    @blur=${point(false)}
    @click=${(e: MouseEvent) => stays(e) && pointAt({ place: m.place, at: m.start })}
    >${text}</a
  >`;
}

/** The rest of a front's phrase, around the places in it. */
function frontMark(doc: Document, f: DocumentFront, text: string) {
  const id = `${doc.id}-${f.start}-${f.end}`;
  const index = dataset.value?.fronts.findIndex((g) => g.items.some((i) => i.id === id)) ?? -1;
  if (index < 0 || text.trim() === "") return html`<span class="mark-front">${text}</span>`;
  const point = (on: boolean) => () => {
    hover.value = on ? { kind: "front", index } : null;
  };
  const lit = hover.value?.kind === "front" && hover.value.index === index;
  const chosen = front.value !== null && dataset.value!.fronts[index].items.some((i) => i.id === front.value);
  return html`<a
    class=${["mark-front", "mark-front-link", lit && "mark-lit", chosen && "mark-chosen"].filter(Boolean).join(" ")}
    href=${address({ front: id, place: null, article: article.value, at: f.start })}
    @mouseenter=${point(true)}
    @mouseleave=${point(false)}
    @focus=${point(true)}
    @blur=${point(false)}
    @click=${(e: MouseEvent) => stays(e) && pointAt({ front: id, at: f.start })}
    >${text}</a
  >`;
}
