// @vitest-environment happy-dom
// Which feature is meant by a point of the map: each layer says what it has there, and how that ranks.

import { describe, expect, it } from "vitest";
import { articleFeatures, frontFeatures, mentionFeatures, placeFeatures } from "../../../e2e/fixtures/features";
import { makeDataset } from "../../data/dataset";
import { Basemap } from "../basemap";
import { type Frame, mercatorX, mercatorY } from "../mercator";
import { Model } from "../model";
import { Painters } from "../paint";
import { palettes } from "../palette";
import { Towns } from "../towns";

const data = makeDataset({
  places: placeFeatures,
  mentions: mentionFeatures,
  fronts: frontFeatures,
  articles: articleFeatures,
});

/** A window of 800 by 600 pixels around a point. */
function frameAt(lon: number, lat: number, zoom: number): Frame {
  const scale = 256 * 2 ** zoom;
  const [left, top] = [mercatorX(lon) * scale - 400, mercatorY(lat) * scale - 300];
  return { zoom, scale, left, top, width: 800, height: 600, window: [0, 0, 800, 600] };
}

/** What is found at the middle of such a window. */
function foundAt(lon: number, lat: number, zoom: number, showFronts = true) {
  HTMLCanvasElement.prototype.getContext = (() => ({ measureText: () => ({ width: 0 }) })) as never;
  const painters = new Painters(
    new Basemap(() => {}),
    new Towns(
      async () => [],
      () => {},
    ),
    palettes.light,
  );
  painters.model = new Model(data);
  painters.model.counts = data.places.total;
  painters.model.frontCounts = Uint32Array.from(data.fronts, (f) => f.items.length);
  painters.fronts.visible = painters.fronts.areas = showFronts;
  const found = painters.find(400, 300, 5, frameAt(lon, lat, zoom));
  if (!found) return null;
  return found.collection === "places" ? data.places.id[found.row] : data.fronts[found.row].kind;
}

describe("what a point of the map means", () => {
  it.each([
    ["a town over the area that it lies in", [36.58, 35.34, 11], "u1"],
    ["a town over the line that ends at it", [36.65, 35.44, 11], "t1"],
    ["a line", [36.625, 35.405, 12], "axis"],
    ["a line over the ring of an area", [36.76, 35.13, 12], "road"],
    ["an area where nothing else is", [36.4, 35.2, 8], "countryside"],
    ["nothing where an area fills the window", [36.4, 35.2, 13], null],
    ["nothing in the sea", [33, 34, 8], null],
  ] as [string, [number, number, number], string | null][])("%s", (_, at, wanted) => {
    expect(foundAt(...at)).toBe(wanted);
  });

  it("what is not shown is not found", () => {
    expect(foundAt(36.4, 35.2, 8, false)).toBeNull();
    expect(foundAt(36.76, 35.13, 12, false)).toBe("g1");
  });
});
