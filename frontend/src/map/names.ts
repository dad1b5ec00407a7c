// The names on the map, laid out when the map and its counts rest; in between they stay where they are.

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
}

/** What is given names: places, what the basemap has, lines that are drawn. */
export interface Named {
  model: Model | null;
  base: () => LabelInput["base"];
  lines: () => readonly NamedLine[];
}

const noSymbols = {
  count: 0,
  row: new Uint32Array(0),
  x: new Float32Array(0),
  y: new Float32Array(0),
  r: new Float32Array(0),
  n: new Uint32Array(0),
};

/** How often each country is mentioned, by its code. */
function countsOfCountries(m: Model | null): (code: string) => number {
  const counts = new Map<string, number>();
  m?.area.forEach((area, row) => {
    if (area === NAMED) counts.set(m.areaIds[row], m.counts[row]);
  });
  return (code) => counts.get(code) ?? 0;
}

export class Names {
  labels: Label[] = [];
  words: Words = { arabic: false, placeName: () => "", countryName: () => undefined };
  /** What lies over the map, in the window: no name goes under it. */
  covered: Box[] = [];
  readonly measure: LabelInput["measure"] = ruler();
  private frame: Frame | null = null;
  private stale = true;

  /** What they follow from has changed. */
  invalidate() {
    this.stale = true;
  }

  /** Brings them to where they belong in a frame: moved with the map, laid out anew where it was zoomed. */
  reposition(of: Named, frame: Frame) {
    if (this.frame === frame) return;
    if (this.frame?.scale !== frame.scale) this.layout(of, frame);
    else this.shift(this.frame.left - frame.left, this.frame.top - frame.top);
    this.frame = frame;
  }

  /** Lays them out anew where that is due, and says whether it was. */
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

  private layout({ model: m, base, lines }: Named, frame: Frame) {
    const [dx, dy] = frame.window;
    const covered = ({ left, right, top, bottom }: Box) => ({
      left: left + dx,
      right: right + dx,
      top: top + dy,
      bottom: bottom + dy,
    });
    const input: LabelInput = {
      symbols: m?.symbols ?? noSymbols,
      base: base(),
      arabic: this.words.arabic,
      name: this.words.placeName,
      areaOf: (row) => (m?.area[row] ? m.areaIds[row] : ""),
      isArea: m?.area ?? new Uint8Array(0),
      landmark: (row) => m?.landmark(row) ?? false,
      countryName: this.words.countryName,
      countOf: countsOfCountries(m),
      measure: this.measure,
      lines: lines(),
      covered: this.covered.map(covered),
    };
    this.labels = layoutLabels(input, frame);
  }
}
