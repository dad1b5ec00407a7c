// Entry point: reads the address, starts the map, binds the parts to the state.

import { effect } from "@preact/signals-core";
import { html } from "lit-html";
import { type Lang, langs } from "../domain/lang";
import type { Centre } from "../domain/lonlat";
import { watchSearch } from "../find/find";
import { direction, lang, speak, t } from "../i18n";
import { followScroll, panelFocus } from "../panel/focus";
import { panel } from "../panel/panel";
import { closeAdd, closePanel, recall } from "../state/actions";
import { openArticle } from "../state/article";
import { watchAtlas } from "../state/atlas";
import { theme } from "../state/derive";
import { watchEvents } from "../state/events";
import { watchLarge } from "../state/large";
import { lazily } from "../state/lazily";
import { watchLive } from "../state/live";
import { path, togglePath } from "../state/measure";
import { watchRange } from "../state/settled";
import * as s from "../state/store";
import { articlesWithWords } from "../state/words";
import { Timeline } from "../time/timeline";
import { mount } from "../ui/mount";
import { bindHistory, readAddress } from "../url/history";
import { announce } from "./announce";
import { controls, credits, hint } from "./controls";
import { showDialog } from "./dialog";
import { header, tagline } from "./header";
import { bindKeys, keySheet } from "./keys";
import { legend, paintLegend } from "./legend";
import { startMap } from "./map";
import { notice, skips } from "./notice";
import { paper } from "./paper";
import type { PictureSize } from "./picture";
import { bindPrint } from "./print";
import { followSheet, grip } from "./sheet";
import { pageTitle } from "./title";

const shareScript = lazily(() => import("./share"));

const element = (id: string) => document.getElementById(id)!;

async function start() {
  readAddress(location.search);
  followSystem();
  await speak(language());
  followLanguage();
  if (s.narrow.value) s.sheet.value = s.article.value || s.selected.value ? "half" : "peek";
  const view = startMap(element("map-area"), element("map"), element("tooltip"));
  mountBar(view);
  mountOverMap(view);
  followSheet(element("sheet"), element("grip"));
  new Timeline(element("time"));
  mountPanel(view);
  mountShare(view);
  const keysBox = element("keys");
  mount(keysBox, keySheet, () => showDialog(keysBox));
  bindKeys();
  bindEscape();
  mount(element("paper"), paper);
  bindPrint(view, element("map-area"));
  announce(element("live"));
  bindHistory(() => s.centre.value && view.camera.goTo(s.centre.value));
  watch();
}

type View = ReturnType<typeof startMap>;

function mountBar(view: View) {
  mount(element("skips"), skips);
  mount(element("tagline"), tagline);
  mount(element("bar"), () => header((to) => view.camera.goTo(to)));
}

/** Everything over the map: buttons, credits, legend, notes. */
function mountOverMap(view: View) {
  const actions = {
    zoomBy: (delta: number) => view.camera.zoomBy(delta),
    fitAll: () => view.fitAll(),
    pixelsPerKilometre: () => view.pixelsPerKilometre(),
  };
  mount(element("controls"), () => controls(actions));
  mount(element("credits"), () => credits(actions));
  mount(element("hint"), hint);
  const legendBox = element("legend");
  mount(
    legendBox,
    () => legend(view),
    () => paintLegend(legendBox),
  );
  mount(element("grip"), grip);
  mount(element("notice"), () => notice() ?? html``);
}

function mountPanel(view: View) {
  const panelBox = element("panel");
  const go = {
    fitAll: () => view.fitAll(),
    zoomToChosen: () => view.zoomToChosen(),
    goTo: (to: Centre) => view.camera.goTo(to),
  };
  followScroll(panelBox);
  mount(
    panelBox,
    () => panel(go),
    () => panelFocus(panelBox),
  );
}

function mountShare(view: View) {
  const shareBox = element("share");
  const sharing = () => (s.shareOpen.value ? shareScript() : null);
  const picture = (size: PictureSize, type: "png" | "svg") =>
    void shareScript()?.savePicture(view, element("map-area"), size, type);
  mount(
    shareBox,
    () => sharing()?.share(picture) ?? html``,
    () => sharing()?.shareDrawn(shareBox),
  );
}

/** Escape cancels the latest action, or closes what is open. */
function bindEscape() {
  document.addEventListener("keydown", (event) => {
    const open = s.article.value || s.selected.value;
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (path.value) togglePath();
    else if (s.picking.value) s.picking.value = false;
    else if (s.adding.value) closeAdd();
    else if (open) closePanel();
  });
}

/** Starts loading what is shown from the server. */
function watch() {
  watchSearch();
  watchAtlas();
  void watchLive();
  watchRange();
  watchLarge();
  watchEvents();
  articlesWithWords.watch();
  openArticle.watch();
  effect(() => {
    if (s.article.value || s.selected.value) closeAdd(); // what is opened replaces the panel
  });
}

/** Follows the system's preferences and the width of the window. */
function followSystem() {
  const follow = (query: string, use: (matches: boolean) => void) => {
    const media = window.matchMedia(query);
    use(media.matches);
    media.addEventListener("change", () => use(media.matches));
  };
  follow("(prefers-color-scheme: dark)", (dark) => {
    s.systemDark.value = dark;
  });
  follow("(prefers-reduced-motion: reduce)", (is) => {
    s.still.value = is;
  });
  follow("(max-width: 560px), (max-width: 760px) and (orientation: portrait)", (is) => {
    s.narrow.value = is;
  });
}

/** The language that the reader chose, now or earlier, else the browser's. */
function language(): Lang {
  const known = (code: string | null | undefined) => langs.find((l) => l === code?.split("-")[0].toLowerCase());
  return s.chosenLang.value ?? known(recall("lang")) ?? known(navigator.language) ?? "en";
}

function followLanguage() {
  effect(() => void speak(language()));
  effect(() => {
    const root = document.documentElement;
    root.lang = lang.value;
    root.dir = direction.value;
    for (const [id, key] of [
      ["map-area", "map"],
      ["time", "time"],
      ["panel", "panel"],
    ] as const)
      element(id).setAttribute("aria-label", t(key));
  });
  effect(() => {
    document.title = pageTitle();
  });
  effect(() => {
    const root = document.documentElement;
    const stored = recall("theme");
    if (!s.chosenTheme.value && (stored === "light" || stored === "dark")) s.chosenTheme.value = stored;
    root.dataset.theme = theme.value;
    root.toggleAttribute("data-embed", s.embed.value);
  });
}

void start();
