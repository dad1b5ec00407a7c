// The reader's actions on the map change the state.

import type { Centre } from "../domain/lonlat";
import type { Listener } from "../map/listener";
import { openTarget } from "../state/actions";
import { picked } from "../state/correct";
import { showsEvents } from "../state/events";
import { addPoint } from "../state/measure";
import * as s from "../state/store";
import { hintDone } from "./controls";
import { overlay } from "./events";

/** The map's listener; `reveal` shows a clicked sign of an event. */
export const listener = (container: HTMLElement, reveal: (lon: number, lat: number) => void): Listener => ({
  view(centre, inView, moved, window) {
    s.inView.value = inView;
    s.mapBox.value = window;
    // The view is written to the address only if the reader moved the map, not for the page's
    // own first view or a printed one.
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
  click: (lon, lat) => addPoint(lon, lat) || picked(lon, lat) || pickSign(lon, lat, container, reveal),
  pick(target) {
    if (!target) return;
    hintDone();
    openTarget(target);
  },
});

function pickSign(lon: number, lat: number, container: HTMLElement, reveal: (lon: number, lat: number) => void) {
  if (!showsEvents.peek() || !overlay()?.pickSign(lon, lat, s.mapBox.peek()!, container.clientWidth)) return false;
  requestAnimationFrame(() => reveal(lon, lat)); // once the sheet has its height
  return true;
}

/** Whether the map has left the view in the address, by more than rounding. */
function strays(given: Centre | null, now: Centre): boolean {
  if (!given) return false;
  const pixel = 360 / (256 * 2 ** now.zoom);
  return (
    given.zoom !== now.zoom || Math.abs(given.lat - now.lat) > 2 * pixel || Math.abs(given.lon - now.lon) > 2 * pixel
  );
}
