// A line of a list, which links to a feature and highlights it on the map while pointed at.

import { html, type TemplateResult } from "lit-html";
import { idOf } from "../data/rows";
import { same, type Target } from "../domain/target";
import { open, pointing } from "../state/actions";
import { dataset, hover } from "../state/store";
import { stays } from "../ui/mount";
import { addressOf } from "../url/links";

export function featureRow(target: Target, content: TemplateResult): TemplateResult {
  const selection = { collection: target.collection, id: idOf(dataset.value!, target) };
  const point = pointing(target);
  return html`<li>
    <a
      class="row ${same(hover.value, target) ? "row-lit" : ""}"
      data-key="${selection.collection} ${selection.id}"
      href=${addressOf(selection)}
      @click=${(e: MouseEvent) => stays(e) && open(selection)}
      @mouseenter=${point(true)}
      @mouseleave=${point(false)}
      @focus=${point(true)}
      @blur=${point(false)}
      >${content}</a
    >
  </li>`;
}
