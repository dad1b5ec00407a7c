// A context that writes SVG instead of painting. What does so is loaded when it is asked for.

import type { Context } from "svgcanvas/dist/svgcanvas.esm.js";

export async function svgContext(width: number, height: number): Promise<Context> {
  const { Context: Base } = await import("svgcanvas/dist/svgcanvas.esm.js");

  /** Reads fonts by CSSOM, where the library writes style attributes, which the page's policy does not allow. */
  class Strict extends Base {
    override __applyText(text: string, x: number, y: number, action: "fill" | "stroke") {
      const { style } = document.createElement("span");
      style.font = this.font;
      const element = this.__createElement(
        "text",
        {
          "font-family": style.fontFamily,
          "font-size": style.fontSize,
          "font-style": style.fontStyle,
          "font-weight": style.fontWeight,
          x,
          y,
          "text-anchor": { left: "start", right: "end", center: "middle" }[this.textAlign] ?? "start",
          "dominant-baseline": this.textBaseline === "middle" ? "central" : "alphabetic",
        },
        true,
      );
      element.append(text);
      const parent = this.__closestGroupOrSvg();
      this.__currentElement = element;
      this.__applyTransformation(element);
      this.__applyStyleToCurrentElement(action);
      parent.append(element);
    }
  }
  return new Strict({ width, height });
}
