// Draws what a running Dateline serves with the map libraries that its users have, in
// Chromium, and compares what they drew with what the tiles hold.
//
//     node maps.mjs URL FOLDER
//
// prints a line of JSON for each picture: how many features were drawn and how many the
// tiles hold, how many mentions they stand for and how many have a place, and how many
// separate marks the picture has and should have. The pictures go into
// FOLDER. Chromium is that of the system, or what CHROMIUM names.

import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { chromium } from "playwright-core";

const [url, folder] = process.argv.slice(2);
const modules = join(dirname(fileURLToPath(import.meta.url)), "node_modules");
const SIZE = 1024; // of the pictures, in pixels
const MARK = "rgb(255,0,0)";

/** The files of the libraries that pages may ask for. */
const FILES = {
  "/maplibre-gl.mjs": ["maplibre-gl/dist/maplibre-gl.mjs", "text/javascript"],
  "/maplibre-gl-shared.mjs": ["maplibre-gl/dist/maplibre-gl-shared.mjs", "text/javascript"],
  "/maplibre-gl-worker.mjs": ["maplibre-gl/dist/maplibre-gl-worker.mjs", "text/javascript"],
  "/maplibre-gl.css": ["maplibre-gl/dist/maplibre-gl.css", "text/css"],
  "/leaflet.js": ["leaflet/dist/leaflet.js", "text/javascript"],
  "/leaflet.css": ["leaflet/dist/leaflet.css", "text/css"],
  "/vectorgrid.js": ["leaflet.vectorgrid/dist/Leaflet.VectorGrid.bundled.js", "text/javascript"],
  "/ol.js": ["ol/dist/ol.js", "text/javascript"],
};

const page = (head, script) => `<!doctype html><html><head><meta charset="utf-8"><link rel="icon" href="data:,">${head}
<style>html,body,#map{margin:0;width:${SIZE}px;height:${SIZE}px;background:#fff}</style></head><body><div id="map"></div><script type="module">${script}</script></body></html>`;

/** What each library draws: the whole world at a zoom at which its tiles fill the picture. */
const PAGES = {
  "MapLibre GL, TileJSON": {
    zoom: 1,
    ownOnly: true, // passes over points beyond a tile
    collection: "mentions",
    html: page(
      `<link rel="stylesheet" href="/maplibre-gl.css">`,
      `import * as maplibregl from "/maplibre-gl.mjs";
       const map = new maplibregl.Map({ container: "map", center: [0, 0], zoom: 1, renderWorldCopies: false, attributionControl: false, fadeDuration: 0,
         style: { version: 8, sources: { d: { type: "vector", url: "${url}/tiles/mentions.json" } },
           layers: [{ id: "m", type: "circle", source: "d", "source-layer": "mentions", paint: { "circle-radius": 1.5, "circle-color": "${MARK}" } }] } });
       map.on("error", (e) => { window.failed = String(e.error); });
       map.once("idle", () => {
         window.drawn = map.queryRenderedFeatures({ layers: ["m"] }).map((f) => f.properties.count);
       });`,
    ),
  },
  "Leaflet.VectorGrid": {
    zoom: 2,
    radius: 2, // Leaflet rounds it
    collection: "mentions",
    html: page(
      `<link rel="stylesheet" href="/leaflet.css"><script src="/leaflet.js"></script><script src="/vectorgrid.js"></script>`,
      `const counts = [];
       const map = L.map("map", { zoomAnimation: false, fadeAnimation: false, zoomControl: false, attributionControl: false }).setView([0, 0], 2);
       const grid = L.vectorGrid.protobuf("${url}/tiles/mentions/{z}/{x}/{y}.mvt", { rendererFactory: L.svg.tile, noWrap: true,
         vectorTileLayerStyles: { mentions: (p) => { counts.push(p.count); return { radius: 2, fill: true, fillOpacity: 1, stroke: false, fillColor: "${MARK}" }; } } });
       grid.on("load", () => {
         const shapes = document.querySelectorAll("#map svg path").length;
         window.drawn = shapes === counts.length ? counts : { failed: shapes + " shapes of " + counts.length };
       });
       grid.addTo(map);`,
    ),
  },
  "OpenLayers, OGC vector tiles": {
    zoom: 1,
    collection: "mentions",
    html: page(
      `<script src="/ol.js"></script>`,
      `const counts = new Map();
       const style = new ol.style.Style({ image: new ol.style.Circle({ radius: 1.5, fill: new ol.style.Fill({ color: "${MARK}" }) }) });
       const source = new ol.source.OGCVectorTile({ url: "${url}/collections/mentions/tiles/WebMercatorQuad", format: new ol.format.MVT() });
       const layer = new ol.layer.VectorTile({ source, declutter: false, style: (f) => { counts.set(f, f.get("count")); return style; } });
       const map = new ol.Map({ target: "map", pixelRatio: 1, controls: [], layers: [layer], view: new ol.View({ center: [0, 0], resolution: 40075016.68557849 / ${SIZE} }) });
       source.on("error", () => { window.failed = "the source could not be read"; });
       map.on("rendercomplete", () => { if (source.getState() !== "ready" || counts.size === 0) return; window.zoom = Math.round(Math.log2(${SIZE} / [source.getTileGrid().getTileSize(0)].flat()[0])); window.drawn = [...counts.values()]; });`,
    ),
  },
  "OpenLayers, GeoJSON by box": {
    collection: "mentions",
    html: page(
      `<script src="/ol.js"></script>`,
      `const source = new ol.source.Vector({ format: new ol.format.GeoJSON(), strategy: ol.loadingstrategy.bbox,
         url: (extent) => "${url}/collections/mentions/items?limit=10000&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/3857&bbox=" + extent.join(",") });
       const style = new ol.style.Style({ image: new ol.style.Circle({ radius: 1.5, fill: new ol.style.Fill({ color: "${MARK}" }) }) });
       const map = new ol.Map({ target: "map", pixelRatio: 1, controls: [], layers: [new ol.layer.Vector({ source, style })], view: new ol.View({ center: [0, 0], resolution: 40075016.68557849 / ${SIZE} }) });
       source.on("featuresloadend", () => map.once("rendercomplete", () => { window.drawn = source.getFeatures().map(() => 1); }));
       source.on("featuresloaderror", () => { window.failed = "the features could not be read"; });`,
    ),
  },
};

/**
 * How many features the tiles of a zoom hold, how many they stand for, and where they are in a
 * picture. What is beyond a tile is another's, and drawn by libraries that draw each tile by itself.
 */
async function inTiles(collection, zoom) {
  let count = 0;
  let beyond = 0;
  const points = [];
  for (let x = 0; x < 2 ** zoom; x++) {
    for (let y = 0; y < 2 ** zoom; y++) {
      const answer = await fetch(`${url}/tiles/${collection}/${zoom}/${x}/${y}.mvt`);
      if (answer.status === 204) continue;
      const layer = new VectorTile(new PbfReader(new Uint8Array(await answer.arrayBuffer()))).layers[collection];
      for (let i = 0; i < layer.length; i++) {
        const feature = layer.feature(i);
        count += feature.properties.count;
        if (feature.properties.beyond) beyond++;
        const [[at]] = feature.loadGeometry();
        points.push([((x + at.x / feature.extent) * SIZE) / 2 ** zoom, ((y + at.y / feature.extent) * SIZE) / 2 ** zoom]);
      }
    }
  }
  return { features: points.length, beyond, count, points };
}

/** The features of a collection that have a place, and where they are in a picture. */
async function inItems(collection) {
  const answer = await fetch(`${url}/collections/${collection}/items?limit=10000&filter=${encodeURIComponent("geometry IS NOT NULL")}`);
  const { features } = await answer.json();
  const points = features.map(({ geometry: { coordinates: [lon, lat] } }) => {
    const north = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
    return [((lon + 180) / 360) * SIZE, (0.5 - north / (2 * Math.PI)) * SIZE];
  });
  return { features: features.length, beyond: 0, count: features.length, points };
}

/** How many separate marks a picture has, and how many it should have with marks at points. */
const marksIn = (browserPage, png, points, radius = 1.5) =>
  browserPage.evaluate(async ([data, size, places, r]) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = new OffscreenCanvas(size, size);
    const context = canvas.getContext("2d", { willReadFrequently: true });
    context.drawImage(image, 0, 0);
    const drawn = marks();
    context.fillStyle = "#fff";
    context.fillRect(0, 0, size, size);
    context.fillStyle = "#f00";
    for (const [x, y] of places) {
      context.beginPath();
      context.arc(x, y, r, 0, 2 * Math.PI);
      context.fill();
    }
    return [drawn, marks()];

    function marks() {
      const { data: pixels } = context.getImageData(0, 0, size, size);
      const red = (i) => pixels[4 * i + 1] < 160 && pixels[4 * i + 2] < 160;
      const seen = new Uint8Array(size * size);
      let found = 0;
      for (let start = 0; start < seen.length; start++) {
        if (seen[start] || !red(start)) continue;
        found++;
        const open = [start];
        while (open.length > 0) {
          const at = open.pop();
          if (seen[at] || !red(at)) continue;
          seen[at] = 1;
          for (const step of [-1, 1, -size, size]) if (at + step >= 0 && at + step < seen.length) open.push(at + step);
        }
      }
      return found;
    }
  }, [png.toString("base64"), SIZE, points, radius]);

const server = createServer(async (request, answer) => {
  const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
  if (PAGES[path.slice(1)]) return answer.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(PAGES[path.slice(1)].html);
  if (!FILES[path]) return answer.writeHead(404).end();
  const [file, type] = FILES[path];
  answer.writeHead(200, { "Content-Type": type }).end(await readFile(join(modules, file)));
}).listen(0, "127.0.0.1");
await new Promise((listening) => server.once("listening", listening));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
});
for (const [name, what] of Object.entries(PAGES)) {
  const tab = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
  const said = [];
  tab.on("pageerror", (e) => said.push(String(e)));
  tab.on("requestfailed", (r) => said.push(`${r.url()} ${r.failure()?.errorText}`));
  await tab.goto(`http://127.0.0.1:${server.address().port}/${encodeURIComponent(name)}`);
  const result = { name, said };
  try {
    await tab.waitForFunction(() => window.drawn || window.failed, undefined, { timeout: 60_000 });
    const drawn = await tab.evaluate(() => (Array.isArray(window.drawn) ? window.drawn : (window.failed ?? window.drawn)));
    const zoom = what.zoom === undefined ? undefined : await tab.evaluate((z) => window.zoom ?? z, what.zoom);
    const all = await inItems(what.collection);
    const want = zoom === undefined ? all : await inTiles(what.collection, zoom);
    const png = await tab.screenshot();
    await writeFile(join(folder, `${name.replaceAll(/[^A-Za-z]+/g, "-")}.png`), png);
    Object.assign(result, Array.isArray(drawn) ? { features: drawn.length, count: drawn.reduce((a, b) => a + b, 0) } : { failed: drawn });
    const [marks, wantMarks] = await marksIn(tab, png, want.points, what.radius);
    Object.assign(result, { wantFeatures: want.features - (what.ownOnly ? want.beyond : 0), wantCount: all.count, marks, wantMarks });
  } catch (e) {
    result.failed = String(e);
  }
  console.log(JSON.stringify(result));
  await tab.close();
}
await browser.close();
server.close();
