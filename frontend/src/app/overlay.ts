// The overlay on the map while events are listed.

import { familyColours, freshness, isPinned, signOf } from "../domain/events";
import type { Box } from "../domain/lonlat";
import { type Overlay, paintOverlay } from "../map/marks";
import type { Frame } from "../map/mercator";
import type { Overlay as Painted } from "../map/paint";
import type { Palette } from "../map/palette";
import { raise } from "../state/actions";
import { theme } from "../state/derive";
import { incidents, litPlace, pickedSign, standing } from "../state/events";
import { eventView } from "../state/store";

export { eventLegend } from "./eventlegend";
export { eventsTold } from "./eventstold";

/** Paints the signs of incidents, or who holds what, and returns their positions. */
export function eventOverlay(): Painted {
  const overlay = shown();
  return {
    paint: (ctx: CanvasRenderingContext2D, frame: Frame, p: Palette) => paintOverlay(ctx, frame, p, overlay),
    signs: [...overlay.events, ...overlay.holds],
  };
}

/** The maximum distance of a click from the centre of a sign, in pixels. */
const REACH = 12;

/** Picks the sign nearest to a point of the map, in a window of a width in pixels; false if there is none. */
export function pickSign(lon: number, lat: number, [west, , east]: Box, width: number): boolean {
  const degree = width / ((east - west + 360) % 360 || 360);
  const shrink = Math.cos((lat * Math.PI) / 180);
  let [best, id] = [REACH, ""];
  for (const { at, is } of signs()) {
    const far = Math.hypot((at[0] - lon) * degree, ((at[1] - lat) * degree) / shrink);
    if (far < best) [best, id] = [far, is];
  }
  pickedSign.value = id;
  if (!id) return false;
  raise();
  requestAnimationFrame(() => document.querySelector("#panel .picked")?.scrollIntoView({ block: "nearest" }));
  return true;
}

/** The positions of the signs, topmost first. */
function signs(): { at: GeoJSON.Position; is: string }[] {
  if (eventView.value === "control")
    return (standing.value.value?.control ?? []).map((f) => ({ at: f.geometry.coordinates, is: f.id }));
  return (incidents.value.value?.list ?? []).flatMap(({ id, geometry, properties: p }) =>
    geometry && isPinned(p.precision) ? [{ at: geometry.coordinates, is: id }] : [],
  );
}

function shown(): Overlay {
  const colours = familyColours[theme.value];
  const overlay = { events: [], holds: [], contact: [] };
  if (eventView.value === "incidents") {
    const events = (incidents.value.value?.list ?? []).flatMap(({ id, geometry, properties: p }) => {
      if (!geometry || !isPinned(p.precision)) return [];
      const [lon, lat] = geometry.coordinates;
      const { family, path } = signOf(p.type);
      return [
        {
          lon,
          lat,
          path,
          colour: colours[family],
          disputed: p.disputed || p.status !== "reported",
          lit: id === pickedSign.value,
        },
      ];
    });
    return { ...overlay, events: events.reverse() }; // the newest on top
  }
  const now = standing.value.value;
  return {
    ...overlay,
    holds: (now?.control ?? []).map(({ id, geometry, properties: p }) => ({
      lon: geometry.coordinates[0],
      lat: geometry.coordinates[1],
      colour: p.colour,
      rival: p.state === "contested" ? p.rival_colour : null,
      unknown: p.state === "unknown",
      strength: freshness(p.age_days),
      lit: litPlace.value === p.place || id === pickedSign.value,
    })),
    contact: (now?.contact ?? []).map(({ geometry, properties: p }) => ({
      line: geometry.coordinates,
      left: p.left_colour,
      right: p.right_colour,
      uncertaintyKm: p.uncertainty_km,
    })),
  };
}
