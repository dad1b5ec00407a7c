// Which area of the basemap a place of the gazetteer stands for: "dl-SY" is Syria, "dl-SY.12" its division of that code.

export function areaId(place: string): string {
  return /^dl-([A-Z]{2}(?:\.\w{1,3})?)$/.exec(place)?.[1] ?? "";
}
