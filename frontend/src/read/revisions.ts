// The earlier versions of an article, each with the changes of the next.

import { html, nothing, type TemplateResult } from "lit-html";
import type { Document, Revision } from "../api/types";
import { diff, type Piece, shortened } from "../domain/diff";
import { formatTime } from "../i18n";
import { te } from "../i18n/edit";
import { revisions } from "../state/revisions";

export function revisionList(doc: Document): TemplateResult {
  const { value, state } = revisions.value;
  if (state === "failed") return html`<p class="note">${te("revisionsFailed")}</p>`;
  if (!value || value.id !== doc.id) return html`<p class="note">${te("revisionsLoading")}</p>`;
  if (value.list.length === 0) return html`<p class="note">${te("revisionsNone")}</p>`;
  const texts = [...value.list.map((r) => r.document.text ?? ""), doc.text ?? ""];
  return html`<ol class="revisions" reversed>
    ${value.list.map((r, i) => revision(doc, r, texts[i + 1])).reverse()}
  </ol>`;
}

function revision(doc: Document, r: Revision, next: string) {
  const pieces = shortened(diff(r.document.text ?? "", next));
  return html`<li>
    <p class="meta">${te("revisionUntil", { time: formatTime(r.until) })}</p>
    <p class="revision" lang=${doc.lang || nothing} dir="auto">${pieces.map(shown)}</p>
  </li>`;
}

function shown(piece: Piece | null) {
  if (!piece) return html`<span class="row-detail"> … </span>`;
  if (piece.kind === "gone") return html`<del>${piece.text}</del>`;
  return piece.kind === "new" ? html`<ins>${piece.text}</ins>` : piece.text;
}
