// The base map's area of a gazetteer place: "dl-SY" is Syria, "dl-SY.12" its division with that
// code.

export function areaId(place: string): string {
  return /^dl-([A-Z]{2}(?:\.\w{1,3})?)$/.exec(place)?.[1] ?? "";
}
