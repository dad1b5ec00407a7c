// The panel next to the map: its content depends on what is open and on what has been read.

import { html, nothing, type TemplateResult } from "lit-html";
import { collections } from "../collections/registry";
import type { Selection } from "../domain/target";
import { t } from "../i18n";
import { articleBones, panelHead } from "../read/head";
import type { Go } from "../read/why";
import { closeAdd, closePanel, showList } from "../state/actions";
import { atlas, status } from "../state/atlas";
import { chosen } from "../state/derive";
import { lazily } from "../state/lazily";
import { adding, article, dataset, selected } from "../state/store";
import { bones } from "../ui/bones";
import { overview } from "./overview";

const add = lazily(() => import("./add"));
const reader = lazily(() => import("../read/article"));

export interface PanelActions {
  fitAll: () => void;
  zoomToChosen: () => void;
  goTo: Go;
}

export function panel({ fitAll, zoomToChosen, goTo }: PanelActions): TemplateResult {
  const s = status.value;
  if (s.kind === "loading") return loading(s.have, s.of);
  if (s.kind === "offline") return failed(t("offlineTitle"), t("offlineText"));
  if (s.kind === "toolarge") return failed(t("errorTitle"), t("tooLargeText"));
  if (s.kind === "error") return failed(t("errorTitle"), t("errorText", { detail: s.detail }));
  if (adding.value) return add()?.addPanel(goTo) ?? panelHead(t("add"), t("loading"), nothing, closeAdd);
  if (article.value) return reader()?.articlePanel(goTo) ?? articleBones();
  if (selected.value) return featurePanel(selected.value, zoomToChosen);
  const { size } = dataset.value!;
  if (size.articles === 0 && size.mentions === 0) {
    return html`<div class="empty empty-all"><h2>${t("emptyTitle")}</h2><p>${t("emptyText")}</p></div>`;
  }
  return overview(fitAll, goTo);
}

function featurePanel({ collection }: Selection, zoom: () => void) {
  const { panel, gone, tab } = collections[collection];
  if (chosen.value) return panel(chosen.value.row, zoom);
  const toList = () => {
    closePanel();
    showList(collection);
  };
  return html`${panelHead(t(tab), t(gone))}
    <div class="panel-body"><p><button class="button" type="button" @click=${toList}>${t(tab)}</button></p></div>`;
}

function loading(have: number, of: number) {
  return html`<div class="loading">
    <p>${of > 0 ? t("loadingCount", { have, of }) : t("loading")}</p>
    <progress aria-label=${t("loading")} max=${Math.max(of, 1)} value=${have}></progress>
    ${bones()}
  </div>`;
}

function failed(title: string, text: string) {
  return html`<div class="empty empty-all" role="alert">
    <h2>${title}</h2>
    <p>${text}</p>
    <p class="empty-actions"><button class="button button-main" type="button" @click=${atlas.retry}>${t("retry")}</button></p>
  </div>`;
}
