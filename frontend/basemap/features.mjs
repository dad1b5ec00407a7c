// Makes data/features.json from this project's own tables of the theatre (gazetteer/data/<theatre>/*.tsv): what Natural Earth
// lacks at this size. Roads are drawn through the towns on the way, rivers and lakes roughly. Run `node features.mjs`.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { inNaturalEarth, theatre } from "./theatre.mjs";

const dir = new URL(`../../gazetteer/data/${theatre}/`, import.meta.url);

/** Rows of a table as objects by its heading. */
function table(file) {
  const [head, ...rows] = readFileSync(new URL(file, dir), "utf8").trimEnd().split("\n");
  const names = head.split("\t");
  return rows.map((row) => Object.fromEntries(row.split("\t").map((value, i) => [names[i], value])));
}

const rows = readdirSync(dir)
  .filter((name) => name.endsWith(".tsv"))
  .sort()
  .flatMap(table);

const arabic = (r) => r.names.split("|").find((name) => /\p{Script=Arabic}/u.test(name)) ?? r.name;
const points = (r) =>
  [...r.geometry.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, lon, lat]) => [Number(lon), Number(lat)]);

/** Rows without those whose id or one of whose names an earlier one has. */
function once(list) {
  const seen = new Set();
  return list.filter((r) => {
    const keys = [r.id, r.name, ...r.names.split("|")].map((key) => key.toLowerCase());
    const known = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return !known;
  });
}

const drawn = (kinds, form) =>
  once(rows.filter((r) => kinds.includes(r.kind) && r.geometry?.startsWith(form) && !inNaturalEarth.includes(r.id)));
const label = (kind, zoom) => (r) => [kind, r.id, r.name, arabic(r), Number(r.lon), Number(r.lat), zoom];

const roads = drawn(["R.RD", "R.RDB"], "LINESTRING");
const rivers = drawn(["H.STM", "H.STMI"], "LINESTRING");
const lakes = drawn(["H.LK", "H.RSV"], "POLYGON");
const of = (...kinds) => once(rows.filter((r) => kinds.includes(r.kind)));

const content = {
  roads: roads.map(points),
  rivers: rivers.map(points),
  lakes: lakes.map(points),
  labels: [
    ...lakes.map(label("lake", 7.5)),
    ...rivers.map(label("river", 8)),
    ...roads.filter((r) => /^M\d/.test(r.name)).map(label("road", 7)),
    ...of("T.MTS", "T.PLN").map(label("hill", 7.75)),
    ...of("T.HLL", "T.MT", "T.PK").map(label("hill", 9.5)),
  ],
};
const text = `${JSON.stringify(content).replaceAll('],["', '],\n["')}\n`;
writeFileSync(new URL("data/features.json", import.meta.url), text);
console.log(
  Object.entries(content)
    .map(([name, list]) => `${list.length} ${name}`)
    .join(", "),
  `${text.length} bytes`,
);
