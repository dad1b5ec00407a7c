// The filters as the server takes them: CQL2 text (OGC 21-065r2).

import { type Filters, FRONT } from "./filter";
import { confidences } from "./precision";

const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
const either = (parts: string[]) => (parts.length > 1 ? `(${parts.join(" OR ")})` : parts[0]);
const among = (name: string, values: readonly string[]) => `${name} IN (${values.map(text).join()})`;

const sure: Record<(typeof confidences)[number], string> = {
  high: "confidence>=0.8",
  likely: "(confidence>=0.5 AND confidence<0.8)",
  uncertain: "confidence<0.5",
};

/** A filter of mentions; null where the server can't say the same: a mention does not know its article's language. */
export function toCQL(f: Filters): string | null {
  if (f.language.length || f.box || f.kind.includes(FRONT)) return null;
  const parts = ["role<>'anchor'"];
  if (f.source.length) parts.push(among("source", f.source));
  if (f.role.length) parts.push(among("role", f.role));
  if (f.precision.length) parts.push(among("precision", f.precision));
  if (f.kind.length)
    parts.push(either(f.kind.map((k) => (k === "?" ? "place IS NULL" : `kind LIKE ${text(`${k}%`)}`))));
  const wanted = confidences.filter((c) => f.confidence.includes(c));
  if (f.confidence.length) parts.push(wanted.length ? either(wanted.map((c) => sure[c])) : "confidence<0");
  return parts.join(" AND ");
}
