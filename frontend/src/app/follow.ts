// Updates the map from the state.

import { effect } from "@preact/signals-core";
import type { Dataset } from "../data/dataset";
import { countryName, lang, t } from "../i18n";
import type { MapView } from "../map/view";
import { placeParts } from "../state/compare";
import {
  articlePlaces,
  chosen,
  counts,
  frontCounts,
  frontName,
  placeName,
  pointedPlaces,
  theme,
} from "../state/derive";
import { choropleth } from "../state/divisions";
import { showsEvents } from "../state/events";
import { measured } from "../state/measure";
import * as s from "../state/store";
import { insets } from "./covered";
import { overlay } from "./events";

/** Binds the map to the state; a given view is kept at the start. */
export function follow(view: MapView, area: HTMLElement, container: HTMLElement, given: boolean) {
  effect(() => {
    const words = { arabic: lang.value === "ar", placeName, countryName, frontName };
    view.setLook(theme.value, words, s.showFronts.value, s.showAreas.value);
  });
  effect(() => {
    container.setAttribute("aria-label", t("map"));
    container.setAttribute("aria-description", t("mapHint"));
    container.setAttribute("role", "application");
  });
  followData(view, given);
  effect(() => view.setChoropleth(choropleth.value));
  followOverlay(view);
  effect(() => view.setExtent(s.filters.value.box, s.filters.value.near));
  effect(() => {
    container.classList.toggle("picking", s.picking.value);
  });
  effect(() => view.setPath(measured.value));
  effect(() => view.setPreview(s.preview.value, insets(area)));
  effect(() => view.setFocus(s.hover.value, chosen.value, s.pin.value));
  followChosen(view, area);
  followArticle(view, area, given);
}

function followData(view: MapView, given: boolean) {
  let shown: Dataset | null = null;
  effect(() => {
    const data = s.dataset.value;
    if (!data) return;
    if (data !== shown) {
      view.setData(data);
      if (!given && !shown) open(view);
      shown = data;
    }
    view.setCounts(counts.value, frontCounts.value, placeParts.value, s.gliding.peek());
  });
}

/** The initial view of a link without one: what it selects, else the area of its filters. */
function open(view: MapView) {
  const target = chosen.peek();
  if (target && s.article.peek() === null) view.openOn(target);
  else view.open(s.filters.peek());
}

function followOverlay(view: MapView) {
  let laid = false;
  effect(() => {
    const paint = (showsEvents.value && overlay()?.eventOverlay()) || null;
    if (paint || laid) view.setOverlay(paint);
    laid = paint !== null;
  });
}

function followChosen(view: MapView, area: HTMLElement) {
  let revealed = "";
  effect(() => {
    const target = chosen.value;
    const key = target ? JSON.stringify(s.selected.value) : "";
    const known = key === revealed; // the same feature in new data does not move the map, even in another row
    revealed = key;
    if (target && !known) requestAnimationFrame(() => view.reveal(target, insets(area)));
  });
}

function followArticle(view: MapView, area: HTMLElement, given: boolean) {
  let fitted = given ? s.article.peek() : null;
  effect(() => {
    const [opened, pointed, id] = [articlePlaces.value, pointedPlaces.value, s.article.value];
    const rows = opened ?? pointed;
    const fit = opened !== null && id !== fitted;
    if (opened || !id) fitted = id;
    // Once the sheet has its height.
    requestAnimationFrame(() => view.setSpotlight(rows, opened && id, fit, insets(area)));
  });
}
