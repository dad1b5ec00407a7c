// Printing: the sheet is rendered synchronously in `beforeprint`, as the browser does not wait
// for frames. The map is laid out at its size on paper (print.css).

import { printing } from "../state/store";
import { drawMounted } from "../ui/mount";

/** What printing needs of the map. */
export interface PrintedMap {
  camera: { resizeTo: (change: () => void) => () => void };
  /** Measures again what covers the map. */
  cover: () => void;
  picture: (ratio: number) => OffscreenCanvas;
}

/** Device pixels per CSS pixel of the printed map: 288 dpi. */
const SHARPNESS = 3;

export function bindPrint(map: PrintedMap, area: HTMLElement) {
  const root = document.documentElement;
  let restore: (() => void) | null = null;
  window.addEventListener("beforeprint", () => {
    if (restore) return;
    printing.value = true;
    const bringBack = map.camera.resizeTo(() => {
      root.toggleAttribute("data-print", true);
      drawMounted();
    });
    drawMounted(); // depends on the map's new view
    map.cover();
    const picture = asElement(map.picture(SHARPNESS));
    area.append(picture);
    restore = () => {
      picture.remove();
      bringBack();
    };
  });
  window.addEventListener("afterprint", () => {
    root.toggleAttribute("data-print", false);
    printing.value = false;
    drawMounted();
    restore?.();
    restore = null;
    map.cover();
  });
}

/**
 * A picture printed as pixels. A canvas painted in `beforeprint` may be printed as drawing
 * commands, which not all PDF readers show.
 */
function asElement(picture: OffscreenCanvas): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.className = "print-map";
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext("bitmaprenderer")!.transferFromImageBitmap(picture.transferToImageBitmap());
  return canvas;
}
