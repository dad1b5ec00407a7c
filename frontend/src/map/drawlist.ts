// What is painted, as data: golden files in tests compare it, where comparing pixels would tell too much and too little.

import type { Frame } from "./mercator";
import type { Painters } from "./paint";
import { formOf } from "./sprites";

const round = (v: number) => Math.round(v * 2) / 2;

export function drawList(painters: Painters, frame: Frame) {
  const [left, top] = frame.window;
  const labels = painters.names.labels.map(({ text, style, box }) => ({
    text,
    style,
    box: [box.left - left, box.top - top, box.right - left, box.bottom - top].map(round),
  }));
  const m = painters.model;
  if (!m) return { symbols: [], fronts: [], labels };
  const { places, fronts } = m.data;
  const s = m.symbols;
  const symbols = Array.from({ length: s.count }, (_, i) => {
    const row = s.row[i];
    const at = { x: round(s.x[i] - left), y: round(s.y[i] - top), r: round(s.r[i]) };
    return {
      place: places.id[row],
      form: formOf(places.precision[row], s.n[i]),
      ...at,
      n: s.n[i],
      unsure: m.unsure[row] === 1,
    };
  });
  const shapes = painters.visibleFronts(frame).map((i) => {
    const { dashed, ribbon, lines, areas, points } = m.shapes[i];
    const parts = { lines: lines.length, areas: areas.length, points: points.length };
    return { id: fronts[i].id, kind: fronts[i].kind, dashed, ribbon, ...parts, n: m.frontCounts[i] };
  });
  return { symbols, fronts: shapes, labels };
}
