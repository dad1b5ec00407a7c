// Printing: the sheet is drawn in `beforeprint`, since nothing that waits for a frame is drawn before the browser takes
// the page. The map is laid out at the size that it has on paper (print.css).

import { printing } from "../state/store";
import { drawMounted } from "../ui/mount";

/** What printing needs of the map. */
export interface PrintedMap {
  camera: { resizeTo: (change: () => void) => () => void };
  /** Finds out anew what lies over the map. */
  cover: () => void;
  picture: (ratio: number) => OffscreenCanvas;
}

/** Dots of the printed map to a CSS pixel: 288 to an inch. */
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
    drawMounted(); // what follows from the map's new view
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

/** A picture that is printed as its pixels. What is painted on a canvas while the browser prepares to print may go to
 * paper as drawing commands, and not all readers of PDF show these. */
function asElement(picture: OffscreenCanvas): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.className = "print-map";
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext("bitmaprenderer")!.transferFromImageBitmap(picture.transferToImageBitmap());
  return canvas;
}
