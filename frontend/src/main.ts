// Puts the page together: reads the address, starts the map, binds the parts to the state.

import { effect } from "@preact/signals-core";
import { followSearch } from "./find/find";
import { direction, lang, t } from "./i18n";
import { startMap } from "./map/start";
import { followScroll, panelFocus } from "./read/focus";
import { panel } from "./read/panel";
import { closePanel, recall } from "./state/actions";
import { followCalm } from "./state/calm";
import { theme } from "./state/derive";
import { followLarge } from "./state/large";
import { followLive } from "./state/live";
import { followArticle, followChoices, followWords, loadAtlas } from "./state/load";
import * as s from "./state/store";
import { Timeline } from "./time/timeline";
import { announce } from "./ui/announce";
import { controls, credits, hint } from "./ui/controls";
import { header, tagline } from "./ui/header";
import { legend, paintLegend } from "./ui/legend";
import { mount } from "./ui/mount";
import { notice, skips } from "./ui/notice";
import { paper } from "./ui/paper";
import { bindPrint } from "./ui/print";
import { share, shareDrawn } from "./ui/share";
import { followSheet, grip } from "./ui/sheet";
import { followHistory, readAddress } from "./url/history";

const element = (id: string) => document.getElementById(id)!;

function start() {
  readAddress(location.search);
  followSystem();
  followLanguage();
  if (s.narrow.value) s.sheet.value = s.article.value ? "full" : s.place.value || s.front.value ? "half" : "peek";
  const view = startMap(element("map-area"), element("map"), element("tooltip"));
  const actions = {
    zoomBy: (delta: number) => view.zoomBy(delta),
    fitAll: () => view.fitAll(),
    pixelsPerKilometre: () => view.pixelsPerKilometre(),
  };
  mount(element("skips"), skips);
  mount(element("tagline"), tagline);
  mount(element("bar"), () => header((to) => view.goTo(to)));
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
  mount(element("notice"), notice);
  followSheet(element("sheet"), element("grip"));
  new Timeline(element("time"));
  const panelBox = element("panel");
  followScroll(panelBox);
  const zoomToChosen = () => view.zoomToChosen();
  mount(
    panelBox,
    () => panel({ fitAll: actions.fitAll, zoomToChosen, goTo: (to) => view.goTo(to) }),
    () => panelFocus(panelBox),
  );
  const shareBox = element("share");
  mount(shareBox, share, () => shareDrawn(shareBox));
  mount(element("paper"), paper);
  bindPrint(view, element("map-area"));
  announce(element("live"));
  followSearch();
  followHistory(() => s.centre.value && view.goTo(s.centre.value));
  document.addEventListener("keydown", (event) => {
    const open = s.article.value || s.place.value || s.front.value;
    if (event.key === "Escape" && open && !event.defaultPrevented) closePanel();
  });
  void loadAtlas();
  void followLive();
  followCalm();
  followLarge();
  followWords();
  followChoices();
  followArticle();
}

/** Follows what the system prefers and how wide the window is. */
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

function followLanguage() {
  effect(() => {
    const stored = recall("lang");
    const preferred = stored === "ar" || stored === "en" ? stored : /^ar\b/i.test(navigator.language) ? "ar" : "en";
    lang.value = s.chosenLang.value ?? preferred;
  });
  effect(() => {
    const root = document.documentElement;
    root.lang = lang.value;
    root.dir = direction.value;
    document.title = t("title");
    for (const [id, key] of [
      ["map-area", "map"],
      ["time", "time"],
      ["panel", "panel"],
    ] as const)
      element(id).setAttribute("aria-label", t(key));
  });
  effect(() => {
    const root = document.documentElement;
    const stored = recall("theme");
    if (!s.chosenTheme.value && (stored === "light" || stored === "dark")) s.chosenTheme.value = stored;
    root.dataset.theme = theme.value;
    root.toggleAttribute("data-embed", s.embed.value);
  });
}

start();
