// The content of the map, without its drawing: places and fronts with their counts, and what is
// pointed at or chosen.

import type { Dataset } from "../data/dataset";
import { areaId } from "../domain/areas";
import { isArea, isCountry, isRegion } from "../domain/precision";
import type { Town } from "../domain/town";
import type { Basemap } from "./basemap";
import { type FrontShape, prepare } from "./fronts";
import { mercatorX, mercatorY } from "./mercator";
import { SamePlace } from "./sameplace";
import { makeSymbols, NAMED, type Symbols } from "./symbols";

/** Kinds of regions that may span several divisions: waters, lands, roads. */
const WIDE = /^[HLR]/;

export class Model {
  readonly data: Dataset;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** 0 for a point, 1 for an area, NAMED for a country or a region that spans divisions. */
  readonly area: Uint8Array;
  readonly unsure: Uint8Array;
  readonly areaIds: string[];
  /** The base map divisions of the places. */
  divisionCodes: string[] = [];
  readonly symbols: Symbols;
  private readonly same: SamePlace;
  readonly shapes: FrontShape[];
  /** The only places that are not dimmed, by row, with their numbers; null dims none. */
  spotlight: Map<number, number> | null = null;
  /** The fronts named by the open article, by row; null if none is open. */
  read: Set<number> | null = null;
  /** In which of two compared spans each place is mentioned (bits 1 and 2); null without a comparison. */
  parts: Uint8Array | null = null;
  counts: Uint32Array;
  /** The fronts mentioned in the range. */
  frontCounts: Uint32Array;
  most = 1;

  constructor(data: Dataset) {
    const { places, fronts } = data;
    this.data = data;
    this.x = places.lon.map(mercatorX);
    this.y = places.lat.map(mercatorY);
    this.area = places.precision.map((p, row) =>
      isCountry(p) || (isRegion(p) && !places.admin1[row] && WIDE.test(places.kind[row])) ? NAMED : Number(isArea(p)),
    );
    this.unsure = Uint8Array.from(places.confidence, (c) => Number(c < 0.5));
    this.areaIds = places.id.map(areaId);
    this.symbols = makeSymbols(places.id.length);
    this.same = new SamePlace(places);
    this.shapes = fronts.map((group) => prepare(group, data.first, data.last));
    this.counts = new Uint32Array(places.id.length);
    this.frontCounts = new Uint32Array(fronts.length);
    this.most = places.total.reduce((a, b) => Math.max(a, b), 1);
  }

  /** Finds the division of each place; again once the base map is loaded. */
  divide(basemap: Basemap) {
    const { lon, lat } = this.data.places;
    this.divisionCodes = Array.from(lon, (x, row) =>
      this.area[row] === NAMED ? "" : basemap.divisionAt(mercatorX(x), mercatorY(lat[row])),
    );
  }

  /** Finds the base map areas of places, and moves their signs from the seat to the centre. */
  settle(basemap: Basemap) {
    const { kind, lon, lat } = this.data.places;
    for (let row = 0; row < kind.length; row++) {
      if (!this.areaIds[row] && kind[row] === "A.ADM1")
        this.areaIds[row] = basemap.divisionAt(mercatorX(lon[row]), mercatorY(lat[row]));
      const at = this.areaIds[row] && this.area[row] ? basemap.middle(this.areaIds[row]) : null;
      if (!at) continue;
      this.x[row] = mercatorX(at[0]);
      this.y[row] = mercatorY(at[1]);
    }
  }

  /** Whether the data labels a town of the gazetteer: it is mentioned in the range, or a landmark. */
  names(town: Town): boolean {
    const row = this.same.rowOf(town);
    return row >= 0 && (this.counts[row] > 0 || this.landmark(row));
  }

  /** Whether a place is subordinate to those of a card or the open article. */
  isBack(row: number): boolean {
    return this.spotlight !== null && !this.spotlight.has(row);
  }

  /** A capital or a seat keeps its name without mentions. */
  landmark(row: number): boolean {
    return /PPLC$|PPLA$/.test(this.data.places.kind[row]);
  }
}
