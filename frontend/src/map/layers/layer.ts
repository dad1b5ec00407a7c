// What a layer of the map is: the drawing of one collection, and how the pointer finds its features. Rows are those of the
// dataset, places on the canvas in CSS pixels.

import type { CollectionName, Target } from "../../domain/target";
import type { Basemap } from "../basemap";
import type { Frame } from "../mercator";
import type { Model } from "../model";
import type { Names } from "../names";
import type { Palette } from "../palette";

export type Context = CanvasRenderingContext2D;

/** What all layers draw from. */
export interface Scene {
  readonly model: Model | null;
  readonly palette: Palette;
  readonly basemap: Basemap;
  readonly names: Names;
  /** What is chosen. */
  readonly chosen: Target | null;
  /** Something else is shown over the places, which are faint then. */
  readonly faint: boolean;
  /** What is painted is a drawing, not pixels: nothing is copied, all are paths. */
  readonly vector: boolean;
}

/** Chosen features are strong; those pointed at get an outline, so that the map does not flicker under the pointer. */
export type Emphasis = "plain" | "hover" | "strong";

/** A feature at a point: of several the one of the least rank is meant. */
export interface Found {
  target: Target;
  rank: number;
}

/** Ranks of what is found: points before lines, lines before areas. */
export const RANK = { point: 0, line: 1, ringed: 2, area: 3 };

export interface Spot {
  x: number;
  y: number;
  r: number;
}

export interface Layer {
  readonly collection: CollectionName;
  /** Draws under the names of areas and the symbols. */
  paintUnder?(ctx: Context, frame: Frame): void;
  /** Draws its symbols. */
  paintSymbols?(ctx: Context, frame: Frame): void;
  /** Draws a feature under the symbols once more, as it is pointed at or chosen. */
  shade(ctx: Context, frame: Frame, row: number, emphasis: Emphasis): void;
  /** Draws over everything what shows that a feature is pointed at or chosen. */
  mark?(ctx: Context, frame: Frame, row: number, chosen: boolean): void;
  /** The features at a point or within `slop` pixels of it. */
  find(x: number, y: number, slop: number, frame: Frame): Found | null;
  /** Where a feature stands, and how far its symbol reaches. */
  spot(row: number, frame: Frame): Spot;
  /** Whether a tip belongs beside the symbol rather than the pointer. */
  readonly tipAtSymbol: boolean;
  /** What is drawn, as data: for tests. */
  drawList(frame: Frame): object[];
}
