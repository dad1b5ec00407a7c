// Writes a made archive as lines of JSON that `dateline ingest` stores as given: 50,000 articles with 20 mentions each,
// of 8,000 places round a middle, over ten years. The same lines every time.
//
//   node scripts/benchatlas.mjs DIR [ARTICLES]

import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";

const MENTIONS = 20;
const PLACES = 8000;
const DAYS = 3652;
const FIRST = Date.UTC(2011, 0, 1);
const FILES = 10;

/** Numbers in [0, 1): a linear congruential generator (Numerical Recipes). */
function random(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

const next = random(20110101);
const precisions = ["town", "town", "town", "town", "site", "district"];

/** Places nearer to the middle are more, and those with a low number are named more. */
const places = Array.from({ length: PLACES }, (_, i) => ({
  place: `made${i}`,
  name: `Place ${i}`,
  kind: "P.PPL",
  precision: precisions[i % precisions.length],
  lon: Number((38 + (next() + next() + next() - 1.5) * 5).toFixed(4)),
  lat: Number((34.8 + (next() + next() + next() - 1.5) * 3.2).toFixed(4)),
}));

function mention(text, start) {
  const { name, ...p } = places[Math.floor(next() ** 2.2 * PLACES)];
  const end = start + name.length;
  text.push(`${name} is named here.`);
  const confidence = Number((0.4 + next() * 0.6).toFixed(2));
  const role = next() < 0.9 ? "place" : "metonym";
  return { start, end, phrase: name, name, ...p, role, confidence, candidates: [] };
}

function article(number) {
  const title = `Article ${number}`;
  const text = [title];
  const mentions = [];
  let at = title.length + 1;
  for (let i = 0; i < MENTIONS; i++) {
    mentions.push(mention(text, at));
    at += text.at(-1).length + 1;
  }
  return {
    id: number.toString(16).padStart(16, "0"),
    lang: number % 4 ? "en" : "ar",
    title,
    source: `Paper ${number % 40}`,
    published: new Date(FIRST + Math.floor(next() * DAYS) * 86_400_000).toISOString().slice(0, 10),
    text: text.join("\n"),
    mentions,
    fronts: [],
  };
}

const [dir, count = "50000"] = process.argv.slice(2);
mkdirSync(dir, { recursive: true });
for (let file = 0; file < FILES; file++) {
  const out = openSync(join(dir, `part-${file}.jsonl`), "w");
  const each = Math.ceil(Number(count) / FILES);
  for (let i = file * each; i < Math.min((file + 1) * each, Number(count)); i++)
    writeSync(out, `${JSON.stringify(article(i))}\n`);
  closeSync(out);
}
