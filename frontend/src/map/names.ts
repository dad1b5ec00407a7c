// The names on the map, laid out when map and counts have settled; in between they stay in
// place.

import type { BaseLabel } from "./basemap";
import type { Box } from "./collide";
import { type Label, type LabelInput, layoutLabels, type NamedLine } from "./labels";
import { ruler } from "./lettering";
import type { Frame } from "./mercator";
import type { Model } from "./model";
import { NAMED } from "./symbols";

export interface Words {
  arabic: boolean;
  placeName: (row: number) => string;
  countryName: (code: string) => string | undefined;
  /** The name of a line, "" if it has none in the reader's language. */
  frontName: (row: number) => string;
}

/** What is labelled: places, the base map's features, drawn lines. */
export interface Named {
  model: Model | null;
  base: () => LabelInput["base"];
  lines: () => readonly NamedLine[];
  signs: () => LabelInput["signs"];
  /** The numbers of the open article's places. */
  numbers: () => readonly Box[];
}

const noSymbols = {
  count: 0,
  row: new Uint32Array(0),
  x: new Float32Array(0),
  y: new Float32Array(0),
  r: new Float32Array(0),
  n: new Uint32Array(0),
};

/** Rows of places without a symbol, by country code or place id. */
function namedRows(m: Model | null): Map<string, number> {
  const rows = new Map<string, number>();
  m?.area.forEach((area, row) => {
    if (area === NAMED) rows.set(m.areaIds[row] || m.data.places.id[row], row);
  });
  return rows;
}

export class Names {
  labels: Label[] = [];
  words: Words = { arabic: false, placeName: () => "", countryName: () => undefined, frontName: () => "" };
  /** Boxes over the map, in the window: names avoid them. */
  covered: Box[] = [];
  readonly measure: LabelInput["measure"] = ruler();
  private frame: Frame | null = null;
  private stale = true;

  /** The input has changed. */
  invalidate() {
    this.stale = true;
  }

  /** Moves the names to a frame, and lays them out again after zooming. */
  reposition(of: Named, frame: Frame) {
    if (this.frame === frame) return;
    if (this.frame?.scale !== frame.scale) this.layout(of, frame);
    else this.shift(this.frame.left - frame.left, this.frame.top - frame.top);
    this.frame = frame;
  }

  /** Lays the names out if needed, and returns whether it did. */
  layoutIfStale(of: Named, frame: Frame): boolean {
    if (!this.stale) return false;
    this.layout(of, frame);
    this.frame = frame;
    this.stale = false;
    return true;
  }

  private shift(dx: number, dy: number) {
    this.stale = true;
    for (const { box } of this.labels) {
      box.left += dx;
      box.right += dx;
      box.top += dy;
      box.bottom += dy;
    }
  }

  /** Names of mentioned wide regions that the base map does not label. */
  private regions({ counts, data: { places } }: Model, rows: Map<string, number>, known: Set<string>): BaseLabel[] {
    return [...rows].flatMap(([id, row]): BaseLabel[] => {
      if (counts[row] === 0 || known.has(id) || places.kind[row].startsWith("R.")) return [];
      const name = this.words.placeName(row);
      return [["region", id, name, name, places.lon[row], places.lat[row], 0]];
    });
  }

  private layout({ model: m, base, lines, signs, numbers }: Named, frame: Frame) {
    const [dx, dy] = frame.window;
    const covered = ({ left, right, top, bottom }: Box) => ({
      left: left + dx,
      right: right + dx,
      top: top + dy,
      bottom: bottom + dy,
    });
    const rows = namedRows(m);
    const labels = base();
    const input: LabelInput = {
      symbols: m?.symbols ?? noSymbols,
      base: m ? [...labels, ...this.regions(m, rows, new Set(labels.map((l) => l[1])))] : labels,
      arabic: this.words.arabic,
      name: this.words.placeName,
      areaOf: (row) => (m?.area[row] ? m.areaIds[row] : ""),
      isArea: m?.area ?? new Uint8Array(0),
      back: (row) => m !== null && m.read !== null && m.isBack(row),
      landmark: (row) => m?.landmark(row) ?? false,
      countryName: this.words.countryName,
      countOf: (id) => m?.counts[rows.get(id) ?? -1] ?? 0,
      measure: this.measure,
      lines: lines(),
      signs: signs(),
      covered: [...this.covered.map(covered), ...numbers()],
    };
    this.labels = layoutLabels(input, frame);
  }
}
