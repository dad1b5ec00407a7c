// An article in full, with everything found in it marked.

import { html, nothing, type TemplateResult } from "lit-html";
import { isPublished } from "../api/get";
import type { Document, DocumentFront, DocumentMention } from "../api/types";
import { parseDay } from "../domain/days";
import { hitsIn } from "../domain/hits";
import { confidenceWord, precisionCode } from "../domain/precision";
import { type Selection, same, type Target } from "../domain/target";
import { languageName, t } from "../i18n";
import { confidenceText, precisionWord } from "../i18n/words";
import { pointAt, pointing } from "../state/actions";
import { openArticle, reading } from "../state/article";
import { articlePlaces, placeName } from "../state/derive";
import { lazily } from "../state/lazily";
import { opened, openRevisions } from "../state/revisions";
import { at, dataset, hover, selected } from "../state/store";
import { searched } from "../state/words";
import { outIcon } from "../ui/icons";
import { stays } from "../ui/mount";
import { addressOf } from "../url/links";
import { articleBones, panelHead } from "./head";
import { hitBar } from "./hits";
import { leftOut } from "./leftout";
import { CodePoints } from "./points";
import { type Marked, paragraphs, segments, titleIn } from "./segments";
import { day, origin, withHit } from "./sentence";
import { type Go, whyCard } from "./why";

export function articlePanel(go: Go): TemplateResult {
  const r = reading.value;
  if (!r || r.state === "loading") return articleBones();
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

function body(doc: Document, go: Go) {
  const text = doc.text ?? "";
  const points = new CodePoints(text);
  const heading = titleIn(text, doc.title ?? "");
  const parts = paragraphs(text, doc.aside, heading?.end);
  const lang = doc.lang || nothing;
  const hits = hitsIn(text, searched.value);
  const draw = (p: Marked) => pieces(doc, points, hits, p);
  const sentence = doc.mentions.find((m) => m.start === at.value)?.sentence ?? null;
  const title = heading ? draw(heading) : doc.title || t("noTitle");
  return html`
    ${panelHead(t("articleOf"), html`<span class="article-title" lang=${lang} dir="auto">${title}</span>`, meta(doc))}
 ${hitBar(hits.length)}
    <div class="panel-body">
      <div class="article" lang=${lang} dir="auto">
        ${parts.map(
          (p) =>
            html`<p dir="auto" class=${p.aside ? "aside" : sentence && overlaps(p, sentence) ? "here-paragraph" : nothing}>${draw(p)}</p>`,
        )}
      </div>
      <p class="note for-screen">${t("articleMarks")}</p>
      ${leftOut(doc)} ${earlier(doc)}
      ${original(doc.url)}
    </div>
    ${whyCard(doc, go)}
  `;
}

const overlaps = (p: Marked, [start, end]: [number, number]) => p.start < end && p.end > start;

function meta(doc: Document) {
  const language = doc.lang && languageName(doc.lang);
  return html`<p class="meta">
    ${day(parseDay(doc.published))}<span class="dot" aria-hidden="true"></span>${origin(doc.source ?? "")}
    ${doc.byline ? html`<span class="dot" aria-hidden="true"></span><bdi>${doc.byline}</bdi>` : nothing}
    ${language ? html`<span class="dot" aria-hidden="true"></span><bdi>${language}</bdi>` : nothing}
  </p>`;
}

const history = lazily(() => import("./revisions"));

/** The earlier versions, loaded when unfolded. */
function earlier(doc: Document) {
  if (isPublished()) return nothing;
  const open = opened.value === doc.id;
  return html`<details class="ledger" .open=${open} @toggle=${(e: Event) => openRevisions((e.target as HTMLDetailsElement).open ? doc.id : null)}>
    <summary>${t("revisions")}</summary>
    ${open ? (history()?.revisionList(doc) ?? nothing) : nothing}
  </details>`;
}

function original(url: string | undefined) {
  if (!url || !/^https?:\/\//.test(url)) return nothing;
  return html`<p><a class="chip" href=${url} rel="noopener noreferrer" target="_blank">${outIcon}${t("original")}</a></p>`;
}

function pieces(doc: Document, points: CodePoints, hits: readonly Marked[], p: Marked) {
  return segments(p.start, p.end, doc.mentions, doc.fronts, hits).map(({ start, end, mention, front, hit }) => {
    const text = points.slice(start, end);
    const shown = withHit(text, hit);
    if (mention) return mentionMark(mention, front, shown, start);
    return front && text.trim() ? frontMark(doc, front, shown) : shown;
  });
}

function mentionMark(m: DocumentMention, within: DocumentFront | null, text: unknown, start: number) {
  const row = m.place ? dataset.value?.places.row.get(m.place) : undefined;
  const here = start === m.start && at.value === m.start;
  const selection: Selection | null = m.place ? { collection: "places", id: m.place } : null;
  const chosen = selection !== null && selected.value?.id === m.place;
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
      href=${addressOf(null, { at: m.start })}
      title=${t("markNowhere")}
      @click=${(e: MouseEvent) => stays(e) && pointAt(null, m.start)}
      >${text}</a
    >`;
  }
  const words = {
    name: placeName(row),
    precision: precisionWord(precisionCode(m.precision)),
    confidence: confidenceText(m.confidence),
  };
  const target: Target = { collection: "places", row };
  const point = pointing(target);
  const lit = same(hover.value, target);
  return html`<a
    class=${[...classes, lit && "mark-lit"].filter(Boolean).join(" ")}
    href=${addressOf(selection, { at: m.start })}
    data-n=${(articlePlaces.value?.indexOf(row) ?? -1) + 1 || nothing}
    title=${t("markTitle", words)}
    aria-current=${chosen ? "true" : nothing}
    @mouseenter=${point(true)}
    @mouseleave=${point(false)}
    @focus=${point(true)}
    @blur=${point(false)}
    @click=${(e: MouseEvent) => stays(e) && pointAt(selection, m.start)}
    >${text}</a
  >`;
}

/** The rest of a front's phrase, around the places in it. */
function frontMark(doc: Document, f: DocumentFront, text: unknown) {
  const id = `${doc.id}-${f.start}-${f.end}`;
  const row = dataset.value?.frontRow.get(id);
  if (row === undefined) return html`<span class="mark-front">${text}</span>`;
  const selection: Selection = { collection: "fronts", id };
  const target: Target = { collection: "fronts", row };
  const point = pointing(target);
  const lit = same(hover.value, target);
  const chosen = selected.value?.collection === "fronts" && dataset.value!.frontRow.get(selected.value.id) === row;
  return html`<a
    class=${["mark-front", "mark-front-link", lit && "mark-lit", chosen && "mark-chosen"].filter(Boolean).join(" ")}
    href=${addressOf(selection, { at: f.start })}
    @mouseenter=${point(true)}
    @mouseleave=${point(false)}
    @focus=${point(true)}
    @blur=${point(false)}
    @click=${(e: MouseEvent) => stays(e) && pointAt(selection, f.start)}
    >${text}</a
  >`;
}
