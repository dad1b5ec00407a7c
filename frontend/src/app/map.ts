// Binds the map to the state, in both directions.

import { townsOn } from "../api/towns";
import type { Centre } from "../domain/lonlat";
import { MapView } from "../map/view";
import { placeTooltip, tooltip } from "../panel/tooltip";
import { chosen, theme } from "../state/derive";
import * as s from "../state/store";
import { mount } from "../ui/mount";
import { covered, insets } from "./covered";
import { followDrawing } from "./drawbox";
import { follow } from "./follow";
import { followMeasuring } from "./measure";
import { listener } from "./onmap";

// The initial view: the centre of the theatre's base map.
const START: Centre = { lat: 35.2, lon: 37.8, zoom: 6.5 };

export function startMap(area: HTMLElement, container: HTMLElement, tip: HTMLElement) {
  const given = s.centre.value;
  const told = listener(container, (lon, lat) => view.revealAt(lon, lat, insets(area)));
  const view: MapView = new MapView(container, told, townsOn, theme.peek(), given ?? START, s.still.peek());
  if (s.embed.peek()) view.sparePageScroll();
  follow(view, area, container, given !== null);
  followDrawing(area, (...corners) => view.boxOf(...corners));
  followMeasuring(container, (x, y) => {
    const [lon, lat] = view.boxOf(x, y, x, y);
    return [lon, lat];
  });
  followPointer(view, area, tip);
  const cover = () => view.setCovered(covered(area));
  const sizes = new ResizeObserver(() => {
    if (!s.printing.peek()) view.resized();
    cover();
  });
  for (const element of [container, ...area.querySelectorAll(".corner")]) sizes.observe(element);
  Object.assign(globalThis, { dateline: { drawList: () => view.drawList(), window: () => s.mapBox.peek() } });
  return Object.assign(view, { cover, zoomToChosen: () => chosen.value && view.zoomTo(chosen.value) });
}

/** Positions the tooltip at its symbol, or at the pointer. */
function followPointer(view: MapView, area: HTMLElement, tip: HTMLElement) {
  let pointer: { x: number; y: number } | null = null;
  const place = () => {
    const target = s.hover.peek();
    placeTooltip(tip, target, target && view.symbolOf(target), pointer);
  };
  area.addEventListener("pointermove", (event) => {
    const box = area.getBoundingClientRect();
    pointer = { x: event.clientX - box.left, y: event.clientY - box.top };
    place();
  });
  mount(tip, tooltip, place);
}
