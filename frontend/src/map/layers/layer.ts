// A layer of the map: drawing and picking of one collection. Rows are those of the dataset,
// positions on the canvas in CSS pixels.

import type { CollectionName, Target } from "../../domain/target";
import type { Basemap } from "../basemap";
import type { Frame } from "../mercator";
import type { Model } from "../model";
import type { Names } from "../names";
import type { Palette } from "../palette";

export type Context = CanvasRenderingContext2D;

/** The input of all layers. */
export interface Scene {
  readonly model: Model | null;
  readonly palette: Palette;
  readonly basemap: Basemap;
  readonly names: Names;
  /** What is chosen. */
  readonly chosen: Target | null;
  /** Something else is drawn over the places, which are then faint. */
  readonly faint: boolean;
  /** The output is a drawing, not pixels: all shapes must be paths. */
  readonly vector: boolean;
}

/**
 * Chosen features are drawn strongly; those pointed at get an outline, so that the map does not
 * flicker under the pointer.
 */
export type Emphasis = "plain" | "hover" | "strong";

/** A feature at a point: of several the one with the lowest rank is meant. */
export interface Found {
  target: Target;
  rank: number;
}

/** Ranks: points before lines, lines before areas. */
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
  /** Draws a feature again under the symbols, pointed at or chosen. */
  shade(ctx: Context, frame: Frame, row: number, emphasis: Emphasis): void;
  /** Draws the emphasis of a feature over everything. */
  mark?(ctx: Context, frame: Frame, row: number, chosen: boolean): void;
  /** The features at a point, within `slop` pixels. */
  find(x: number, y: number, slop: number, frame: Frame): Found | null;
  /** The position of a feature, and the extent of its symbol. */
  spot(row: number, frame: Frame): Spot;
  /** Whether the tooltip belongs next to the symbol rather than the pointer. */
  readonly tipAtSymbol: boolean;
  /** The drawing as data, for tests. */
  drawList(frame: Frame): object[];
}
