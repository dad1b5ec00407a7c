// Mouse and touch on the map: what is under the pointer, and what a click chooses.

import type { LeafletMouseEvent } from "leaflet";
import { same, type Target } from "../domain/target";
import type { Camera } from "./camera";
import type { LeafletMap } from "./leaflet";
import type { Listener } from "./listener";
import type { Painters } from "./paint";
import type { Stage } from "./stage";

/** The number of circles centred within a distance in pixels of a click that make a pile. */
const MANY_PILED = 4;
const PILE = 9;

/** The distance in pixels from which a finger, or a mouse, still hits something. */
const FINGER = 14;
const MOUSE = 5;

export class Pointer {
  constructor(
    private readonly map: LeafletMap,
    private readonly stage: Stage,
    private readonly painters: Painters,
    private readonly camera: Camera,
    private readonly listener: Listener,
  ) {
    map.on("mousemove", (event: LeafletMouseEvent) => this.hover(this.at(event)));
    map.on("mouseout movestart zoomstart", () => this.hover(null));
    map.on("click", (event: LeafletMouseEvent) => this.click(event));
  }

  private at(event: LeafletMouseEvent): Target | null {
    const [x, y] = this.stage.toCanvas(event.containerPoint);
    const touch = (event.originalEvent as PointerEvent).pointerType === "touch";
    return this.painters.find(x, y, touch ? FINGER : MOUSE, this.stage.frame);
  }

  /** A click on a pile of circles zooms in, if possible; any other chooses what is there. */
  private click(event: LeafletMouseEvent) {
    const { lat, lng } = event.latlng.wrap();
    if (this.listener.click(lng, lat)) return;
    const [x, y] = this.stage.toCanvas(event.containerPoint);
    const piled = this.painters.places.countAt(x, y, PILE, this.stage.frame) >= MANY_PILED;
    if (!piled || !this.camera.closer(event.latlng, 2)) this.listener.pick(this.at(event));
  }

  private hover(target: Target | null) {
    if (same(target, this.painters.hover)) return;
    this.map.getContainer().classList.toggle("pointing", target !== null);
    this.listener.hover(target);
  }
}
