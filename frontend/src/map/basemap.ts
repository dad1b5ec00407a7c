// The base map: sea, land, lakes, rivers, borders and divisions, from our own files. A coarse
// world comes first; the theatre and the detailed world when needed.

import featuresUrl from "../../basemap/data/features.json?url";
import labelsUrl from "../../basemap/data/labels.json?url";
import theatreUrl from "../../basemap/data/theatre.json?url";
import world50Url from "../../basemap/data/world-50m.json?url";
import world110Url from "../../basemap/data/world-110m.json?url";
import type { DivisionLabel } from "../domain/lonlat";
import { type Extras, paintRoads, paintWaters, prepareExtras, type RawExtras } from "./extras";
import { type Frame, mercatorX, mercatorY } from "./mercator";
import type { Palette } from "./palette";
import { contains, decode, type RawTopology, type Shape, type Topology, trace } from "./topo";

/** kind, id, English, Arabic, longitude, latitude, from zoom */
export type BaseLabel = [
  "country" | "region" | "division" | "sea" | "lake" | "river" | "road" | "hill" | "town",
  string,
  string,
  string,
  number,
  number,
  number,
];

interface Theatre extends Topology {
  /** West, north, east and south in Mercator. */
  box: [number, number, number, number];
  focus: Shape[];
  others: Shape[];
}

const THEATRE_FROM = 4.5;
const FINE_FROM = 4.5;

export class Basemap {
  private coarse: Topology | null = null;
  private fine: Topology | null = null;
  private theatre: Theatre | null = null;
  private extras: Extras | null = null;
  labels: BaseLabel[] = [];
  private readonly asked = new Set<string>();
  private readonly changed: () => void;

  constructor(changed: () => void) {
    this.changed = changed;
  }

  /** Requests the files missing for the frame; call it again when one has arrived. */
  want(frame: Frame) {
    void this.load(world110Url, (raw: RawTopology) => {
      this.coarse = decode(raw);
    });
    void this.load(labelsUrl, (raw: BaseLabel[]) => {
      this.labels = [...raw, ...this.labels];
    });
    if (frame.zoom >= THEATRE_FROM - 1) {
      void this.load(theatreUrl, (raw: RawTopology) => {
        this.theatre = makeTheatre(raw);
      });
      void this.load(featuresUrl, (raw: RawExtras) => {
        this.extras = prepareExtras(raw);
        this.labels = [...this.labels, ...raw.labels];
      });
    }
    if (frame.zoom >= FINE_FROM && this.theatre && !covers(this.theatre.box, frame)) {
      void this.load(world50Url, (raw: RawTopology) => {
        this.fine = decode(raw);
      });
    }
  }

  private async load<T>(url: string, use: (raw: T) => void) {
    if (this.asked.has(url)) return;
    this.asked.add(url);
    try {
      const response = await fetch(url);
      if (!response.ok) throw new Error(response.statusText);
      use((await response.json()) as T);
      this.changed();
    } catch {
      this.asked.delete(url); // the next move retries
    }
  }

  /** The area that contains a division's seat (in Mercator): its code, "" if the theatre has none there. */
  divisionAt(x: number, y: number): string {
    const t = this.theatre;
    return t?.objects.divisions?.find((shape) => contains(t, shape, x, y))?.id ?? "";
  }

  /** The outline of a division ("SY.12") or country ("SY"), if the theatre has it. */
  outline(id: string): { topology: Topology; shapes: Shape[] } | null {
    const t = this.theatre;
    if (!t) return null;
    const list = (id.includes(".") ? t.objects.divisions : t.objects.countries) ?? [];
    const found = list.filter((s) => s.id === id);
    return found.length ? { topology: t, shapes: found } : null;
  }

  /** The named divisions by code. */
  divisions(): Map<string, DivisionLabel> {
    const named = this.labels.filter(([kind]) => kind === "division");
    return new Map(named.map(([, id, name, nameAr, lon, lat]) => [id, { name, nameAr, lat, lon }]));
  }

  /** The label position of a division or country. */
  middle(id: string): [number, number] | null {
    const label = this.labels.find((l) => l[1] === id);
    return label ? [label[4], label[5]] : null;
  }

  paint(ctx: CanvasRenderingContext2D, frame: Frame, p: Palette) {
    ctx.fillStyle = p.sea;
    ctx.fillRect(0, 0, frame.width, frame.height);
    const detailed = this.theatre !== null && frame.zoom >= THEATRE_FROM;
    const world = frame.zoom >= FINE_FROM ? (this.fine ?? this.coarse) : this.coarse;
    if (world && !(detailed && covers(this.theatre!.box, frame))) paintWorld(ctx, frame, p, world);
    if (detailed) paintTheatre(ctx, frame, p, this.theatre!, this.extras);
  }
}

function makeTheatre(raw: RawTopology): Theatre {
  const topology = decode(raw);
  const [w, s, e, n] = raw.bbox!;
  const inFocus = (shape: Shape) => raw.focus?.includes(shape.id) ?? false;
  const countries = topology.objects.countries ?? [];
  return {
    ...topology,
    box: [mercatorX(w), mercatorY(n), mercatorX(e), mercatorY(s)],
    focus: countries.filter(inFocus),
    others: countries.filter((c) => !inFocus(c)),
  };
}

function covers(box: [number, number, number, number], f: Frame): boolean {
  const [left, top, right, bottom] = [
    box[0] * f.scale - f.left,
    box[1] * f.scale - f.top,
    box[2] * f.scale - f.left,
    box[3] * f.scale - f.top,
  ];
  return left <= 0 && top <= 0 && right >= f.width && bottom >= f.height;
}

interface Stroke {
  colour: string;
  width: number;
  dash?: number[];
}

function stroke(ctx: CanvasRenderingContext2D, frame: Frame, t: Topology, name: string, ...passes: Stroke[]) {
  const shapes = t.objects[name];
  if (!shapes) return;
  ctx.beginPath();
  trace(ctx, t, shapes, frame, name === "rivers");
  for (const { colour, width, dash } of passes) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.setLineDash(dash ?? []);
    ctx.stroke();
  }
  ctx.setLineDash([]);
}

function fill(ctx: CanvasRenderingContext2D, frame: Frame, t: Topology, shapes: readonly Shape[], colour: string) {
  ctx.beginPath();
  trace(ctx, t, shapes, frame);
  ctx.fillStyle = colour;
  ctx.fill();
}

/** Shallow water along the coast. */
function shores({ zoom }: Frame, p: Palette): Stroke[] {
  const width = Math.max(2, Math.min(14, 2 + (zoom - 3) * 3));
  return [
    { colour: p.shore, width },
    { colour: p.shore, width: width / 2 },
  ];
}

function paintWorld(ctx: CanvasRenderingContext2D, frame: Frame, p: Palette, t: Topology) {
  ctx.lineJoin = "round";
  stroke(ctx, frame, t, "land", ...shores(frame, p));
  fill(ctx, frame, t, t.objects.land ?? [], p.land);
  ctx.strokeStyle = p.coast;
  ctx.lineWidth = 0.6;
  ctx.stroke();
  fill(ctx, frame, t, t.objects.lakes ?? [], p.water);
  stroke(ctx, frame, t, "borders", { colour: p.border, width: 0.6 });
  stroke(ctx, frame, t, "dashed", { colour: p.border, width: 0.6, dash: [3, 3] });
}

function paintTheatre(ctx: CanvasRenderingContext2D, frame: Frame, p: Palette, t: Theatre, extras: Extras | null) {
  const { scale, left, top, zoom } = frame;
  const [x0, y0, x1, y1] = [
    t.box[0] * scale - left,
    t.box[1] * scale - top,
    t.box[2] * scale - left,
    t.box[3] * scale - top,
  ];
  ctx.save();
  ctx.beginPath();
  ctx.rect(x0, y0, x1 - x0, y1 - y0);
  ctx.clip();
  ctx.fillStyle = p.sea;
  ctx.fillRect(x0, y0, x1 - x0, y1 - y0);
  ctx.lineJoin = "round";
  ctx.lineCap = "round";
  stroke(ctx, frame, t, "coast", ...shores(frame, p));
  fill(ctx, frame, t, t.objects.land ?? [], p.land);
  fill(ctx, frame, t, t.focus, p.focus);
  stroke(ctx, frame, t, "rivers", { colour: p.waterEdge, width: Math.min(2.2, 0.5 + (zoom - 4) * 0.28) });
  ctx.beginPath();
  trace(ctx, t, t.objects.lakes ?? [], frame, true);
  ctx.fillStyle = p.water;
  ctx.fill();
  ctx.strokeStyle = p.waterEdge;
  ctx.lineWidth = 0.7;
  ctx.stroke();
  if (extras) paintWaters(ctx, frame, p, extras);
  if (extras) paintRoads(ctx, frame, p, extras);
  if (zoom >= 5.5) stroke(ctx, frame, t, "divisionLines", { colour: p.division, width: 0.9, dash: [1, 3] });
  stroke(ctx, frame, t, "coast", { colour: p.coast, width: 0.8 });
  const width = zoom < 6 ? 0.8 : 1.1;
  stroke(ctx, frame, t, "borders", { colour: p.borderCase, width: width + 2 }, { colour: p.border, width });
  stroke(ctx, frame, t, "dashed", { colour: p.border, width, dash: [4, 4] });
  ctx.restore();
}
