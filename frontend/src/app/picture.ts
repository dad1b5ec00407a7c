// A picture of the map to download: title, period, filters and counts above, legend, credit and
// address below. PNG or SVG, in the sizes that editors use. It is always light, as it goes to
// paper and other pages.

import { direction, t } from "../i18n";
import { fontOf } from "../map/lettering";
import { palettes } from "../map/palette";
import { showsEvents } from "../state/events";
import { printing } from "../state/store";
import { address } from "../url/codec";
import { paintLegendLine } from "./picturelegend";
import { svgContext } from "./svgcontext";
import { pictureFacts, pictureTitle } from "./title";

/** What a picture needs of the map. */
export interface PicturedMap {
  camera: { resizeTo: (change: () => void) => () => void };
  paintOn: (ctx: CanvasRenderingContext2D, ratio: number, x: number, y: number) => void;
}

/** Sizes in pixels, and the pixel ratio: text must be readable on a phone too. */
const pictureSizes = {
  card: { width: 1200, height: 630, ratio: 1.25 },
  slide: { width: 1600, height: 1200, ratio: 1.25 },
  a4: { width: 3508, height: 2480, ratio: 3 },
} as const;

export type PictureSize = keyof typeof pictureSizes;

const HEAD = 58;
const FOOT = 56;
const MARGIN = 14;

type Context = CanvasRenderingContext2D;

/** Makes the picture as a file. */
export async function makePicture(
  map: PicturedMap,
  area: HTMLElement,
  size: PictureSize,
  type: "png" | "svg",
): Promise<Blob> {
  const { width, height, ratio } = pictureSizes[size];
  if (type === "svg") {
    const svg = await svgContext(width / ratio, height / ratio);
    draw(svg as unknown as Context, map, area, width / ratio, height / ratio, 1);
    const text = new XMLSerializer().serializeToString(svg.getSvg());
    return new Blob([text], { type: "image/svg+xml" });
  }
  const canvas = new OffscreenCanvas(width, height);
  draw(canvas.getContext("2d") as unknown as Context, map, area, width / ratio, height / ratio, ratio);
  return canvas.convertToBlob({ type: "image/png" });
}

/** Paints everything synchronously, so that the page is never seen in another size. */
function draw(ctx: Context, map: PicturedMap, area: HTMLElement, width: number, height: number, ratio: number) {
  printing.value = true;
  const before = area.getAttribute("style") ?? "";
  const bringBack = map.camera.resizeTo(() => {
    Object.assign(area.style, { position: "fixed", width: `${width}px`, height: `${height - HEAD - FOOT}px` });
  });
  try {
    ctx.fillStyle = "#ffffff";
    ctx.fillRect(0, 0, width * ratio, height * ratio);
    clipped(ctx, 0, HEAD * ratio, width * ratio, (height - HEAD - FOOT) * ratio, () =>
      map.paintOn(ctx, ratio, 0, HEAD * ratio),
    );
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    frame(ctx, width, height);
  } finally {
    area.style.cssText = before;
    printing.value = false;
    bringBack();
  }
}

function clipped(ctx: Context, x: number, y: number, width: number, height: number, paint: () => void) {
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.beginPath();
  ctx.rect(x, y, width, height);
  ctx.clip();
  paint();
  ctx.restore();
}

/** The frame around the map. */
function frame(ctx: Context, width: number, height: number) {
  const p = palettes.light;
  const write = writer(ctx, width);
  ctx.fillStyle = "#ffffff";
  ctx.fillRect(0, 0, width, HEAD);
  ctx.fillRect(0, height - FOOT, width, FOOT);
  write(pictureTitle(), 24, 19, 700, p.ring, "start");
  write(pictureFacts().join(" · "), 45, 12.5, 400, p.labelPlaceDim, "start");
  paintLegendLine(ctx, p, MARGIN, height - FOOT + 19, width - 2 * MARGIN, direction.value === "rtl");
  write(t(showsEvents.value ? "legendEvents" : "legendHere"), height - 13, 10.5, 600, p.labelPlaceDim, "start");
  write(
    `${t("attribution")} · ${new URL(address({ embed: false }), document.baseURI).href}`,
    height - 13,
    10.5,
    400,
    p.labelPlaceDim,
    "end",
  );
}

/** Writes a line at a side, cut if it is too long. */
function writer(ctx: Context, width: number) {
  const rtl = direction.value === "rtl";
  return (text: string, y: number, size: number, weight: number, colour: string, side: "start" | "end") => {
    ctx.font = fontOf("dim", size).replace(/^\S+/, String(weight));
    const left = (side === "start") !== rtl;
    ctx.textAlign = left ? "left" : "right";
    ctx.textBaseline = "alphabetic";
    ctx.direction = rtl ? "rtl" : "ltr";
    ctx.fillStyle = colour;
    ctx.fillText(
      fitted(ctx, text, (side === "start" ? 1 : 0.72) * (width - 2 * MARGIN)),
      left ? MARGIN : width - MARGIN,
      y,
    );
  };
}

/** The text, shortened with an ellipsis if it is too wide. */
function fitted(ctx: Context, text: string, width: number): string {
  if (ctx.measureText(text).width <= width) return text;
  const points = Array.from(text);
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ctx.measureText(`${points.slice(0, middle).join("")}…`).width <= width) low = middle;
    else high = middle - 1;
  }
  return `${points.slice(0, low).join("")}…`;
}

/** A name for the file. */
export const pictureName = (size: PictureSize, type: string) => {
  const { width, height } = pictureSizes[size];
  const what = pictureTitle()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
  return `dateline-${what}-${width}x${height}.${type}`;
};
