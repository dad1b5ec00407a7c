// Where to look first: the box that holds most of the mentions, without the few far away.

export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** The box of the points nearest to the weighted middle, as many as make up `share` of all weight; null without points. */
export function mainBox(
  lon: ArrayLike<number>,
  lat: ArrayLike<number>,
  weight: ArrayLike<number>,
  share = 0.86,
): Box | null {
  const points = Array.from({ length: lon.length }, (_, i) => i).filter((i) => weight[i] > 0);
  if (points.length === 0) return null;
  const total = points.reduce((sum, i) => sum + weight[i], 0);
  const middle = [median(points, lon, weight, total), median(points, lat, weight, total)];
  const narrow = Math.cos((middle[1] * Math.PI) / 180);
  const far = (i: number) => Math.hypot((lon[i] - middle[0]) * narrow, lat[i] - middle[1]);
  points.sort((a, b) => far(a) - far(b));
  const box: Box = { west: middle[0], south: middle[1], east: middle[0], north: middle[1] };
  let sum = 0;
  for (const i of points) {
    if (sum >= total * share) break;
    sum += weight[i];
    box.west = Math.min(box.west, lon[i]);
    box.east = Math.max(box.east, lon[i]);
    box.south = Math.min(box.south, lat[i]);
    box.north = Math.max(box.north, lat[i]);
  }
  return box;
}

function median(points: number[], values: ArrayLike<number>, weight: ArrayLike<number>, total: number): number {
  const sorted = [...points].sort((a, b) => values[a] - values[b]);
  let sum = 0;
  for (const i of sorted) {
    sum += weight[i];
    if (sum >= total / 2) return values[i];
  }
  return values[sorted[0]];
}
