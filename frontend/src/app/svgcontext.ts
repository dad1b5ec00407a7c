// A canvas context that writes SVG, loaded on demand.

import type { Context } from "svgcanvas/dist/svgcanvas.esm.js";
import { Shape } from "../map/shape";

export async function svgContext(width: number, height: number): Promise<Context> {
  const { Context: Base } = await import("svgcanvas/dist/svgcanvas.esm.js");

  /**
   * Reads fonts by CSSOM, as the page's policy forbids the style attributes that the library
   * writes; and writes shapes with their fill rule, which the library does not support.
   */
  class Strict extends Base {
    override fill(of?: Shape | CanvasFillRule, rule?: CanvasFillRule) {
      if (of instanceof Shape) this.shape(of);
      super.fill();
      if ((rule ?? of) === "evenodd") this.__currentElement.setAttribute("fill-rule", "evenodd");
    }

    override stroke(of?: Shape) {
      if (of) this.shape(of);
      super.stroke();
    }

    override clip(rule?: CanvasFillRule) {
      const path = this.__currentElement;
      super.clip();
      if (rule === "evenodd") path.setAttribute("clip-rule", "evenodd");
    }

    private shape({ d }: Shape) {
      this.beginPath();
      this.__currentDefaultPath = d;
      this.__applyTransformation(this.__currentElement);
    }

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
