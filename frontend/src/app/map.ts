// Binds the map to the state: what it shows follows from the signals, what the reader does on it changes them.

import { effect } from "@preact/signals-core";
import { townsOn } from "../api/towns";
import type { Dataset } from "../data/dataset";
import type { Centre } from "../domain/lonlat";
import { countryName, lang, t } from "../i18n";
import { MapView } from "../map/view";
import { placeTooltip, tooltip } from "../panel/tooltip";
import { openTarget } from "../state/actions";
import { placeParts } from "../state/compare";
import { picked } from "../state/correct";
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
import { addPoint, measured } from "../state/measure";
import * as s from "../state/store";
import { mount } from "../ui/mount";
import { hintDone } from "./controls";
import { followDrawing } from "./drawbox";
import { overlay } from "./events";
import { followMeasuring } from "./measure";

// Where the map stands before anything is known: the middle of the theatre's basemap.
const START: Centre = { lat: 35.2, lon: 37.8, zoom: 6.5 };

export function startMap(area: HTMLElement, container: HTMLElement, tip: HTMLElement) {
  const pickedSign = (lon: number, lat: number) => {
    if (!showsEvents.peek() || !overlay()?.pickSign(lon, lat, s.mapBox.peek()!, container.clientWidth)) return false;
    requestAnimationFrame(() => view.revealAt(lon, lat, insets(area))); // when the sheet has taken its height
    return true;
  };
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  let pointer: { x: number; y: number } | null = null;
  const given = s.centre.value !== null;
  const view = new MapView(
    container,
    {
      view(centre, inView, moved, window) {
        s.inView.value = inView;
        s.mapBox.value = window;
        // What the page itself shows first need not stand in the address; what the reader moved to must.
        // What paper makes of the view is nobody's choice.
        if (!s.printing.peek() && (moved || strays(s.centre.peek(), centre))) s.centre.value = centre;
        if (moved) hintDone();
      },
      divisions(codes, labels) {
        s.divisionCodes.value = codes;
        s.divisionLabels.value = labels;
      },
      hover(target) {
        s.hover.value = target;
      },
      click: (lon, lat) => addPoint(lon, lat) || picked(lon, lat) || pickedSign(lon, lat),
      pick(target) {
        if (!target) return;
        hintDone();
        openTarget(target);
      },
    },
    townsOn,
    theme.peek(),
    s.centre.value ?? START,
    still,
  );

  if (s.embed.peek()) view.sparePageScroll();
  effect(() => {
    const words = { arabic: lang.value === "ar", placeName, countryName, frontName };
    view.setLook(theme.value, words, s.showFronts.value, s.showAreas.value);
  });
  effect(() => {
    container.setAttribute("aria-label", t("map"));
    container.setAttribute("aria-description", t("mapHint"));
    container.setAttribute("role", "application");
  });
  let shown: Dataset | null = null;
  effect(() => {
    const data = s.dataset.value;
    if (!data) return;
    if (data !== shown) {
      view.setData(data);
      if (!given && !shown) view.fitAll(true);
      shown = data;
    }
    view.setCounts(counts.value, frontCounts.value, placeParts.value, s.gliding.peek());
  });
  effect(() => view.setChoropleth(choropleth.value));
  let laid = false;
  effect(() => {
    const paint = (showsEvents.value && overlay()?.eventOverlay()) || null;
    if (paint || laid) view.setOverlay(paint);
    laid = paint !== null;
  });
  effect(() => view.setExtent(s.filters.value.box, s.filters.value.near));
  followDrawing(area, (...corners) => view.boxOf(...corners));
  effect(() => {
    container.classList.toggle("picking", s.picking.value);
  });
  followMeasuring(container, (x, y) => {
    const [lon, lat] = view.boxOf(x, y, x, y);
    return [lon, lat];
  });
  effect(() => view.setPath(measured.value));
  effect(() => view.setPreview(s.preview.value, insets(area)));
  effect(() => view.setFocus(s.hover.value, chosen.value, s.pin.value));
  let revealed = "";
  effect(() => {
    const target = chosen.value;
    const key = target ? JSON.stringify(s.selected.value) : "";
    const known = key === revealed; // the same in new data moves nothing, even in another row
    revealed = key;
    if (target && !known) requestAnimationFrame(() => view.reveal(target, insets(area)));
  });

  let fitted = given ? s.article.peek() : null;
  effect(() => {
    const [opened, pointed, id] = [articlePlaces.value, pointedPlaces.value, s.article.value];
    const rows = opened ?? pointed;
    const fit = opened !== null && id !== fitted;
    if (opened || !id) fitted = id;
    // When the sheet has taken its height.
    requestAnimationFrame(() => view.setSpotlight(rows, opened && id, fit, insets(area)));
  });

  area.addEventListener("pointermove", (event) => {
    const box = area.getBoundingClientRect();
    pointer = { x: event.clientX - box.left, y: event.clientY - box.top };
    place();
  });
  const place = () =>
    placeTooltip(tip, s.hover.peek(), s.hover.peek() ? view.symbolOf(s.hover.peek()!) : null, pointer);
  mount(tip, tooltip, place);
  const cover = () => view.setCovered(covered(area));
  const sizes = new ResizeObserver(() => {
    if (!s.printing.peek()) view.resized();
    cover();
  });
  for (const element of [container, ...area.querySelectorAll(".corner")]) sizes.observe(element);

  Object.assign(globalThis, { dateline: { drawList: () => view.drawList(), window: () => s.mapBox.peek() } });
  return Object.assign(view, { cover, zoomToChosen: () => chosen.value && view.zoomTo(chosen.value) });
}

/** How much of the map the sheet covers on a narrow screen, and a margin. */
function insets(area: HTMLElement) {
  const box = area.getBoundingClientRect();
  const sheet = document.getElementById("sheet")!.getBoundingClientRect();
  const covered = s.narrow.value ? Math.max(0, box.bottom - sheet.top) : 0;
  return { top: 60, right: 60, left: 60, bottom: Math.min(box.height - 130, covered + 50) };
}

/** The boxes of what lies over the map. */
function covered(area: HTMLElement) {
  const { left: x, top: y } = area.getBoundingClientRect();
  return [...area.querySelectorAll(".corner > *")]
    .map((element) => element.getBoundingClientRect())
    .filter((b) => b.width > 0)
    .map((b) => ({ left: b.left - x - 4, right: b.right - x + 4, top: b.top - y - 4, bottom: b.bottom - y + 4 }));
}

/** Whether the map has left the view that the address gives, by more than rounding. */
function strays(given: Centre | null, now: Centre): boolean {
  if (!given) return false;
  const pixel = 360 / (256 * 2 ** now.zoom);
  return (
    given.zoom !== now.zoom || Math.abs(given.lat - now.lat) > 2 * pixel || Math.abs(given.lon - now.lon) > 2 * pixel
  );
}
