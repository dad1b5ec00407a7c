// The part of svgcanvas that is used: a context that writes SVG.

declare module "svgcanvas/dist/svgcanvas.esm.js" {
  export class Context {
    constructor(options: { width: number; height: number });
    font: string;
    textAlign: string;
    textBaseline: string;
    getSvg(): SVGSVGElement;
    beginPath(): void;
    fill(): void;
    stroke(): void;
    clip(): void;
    __currentElement: Element;
    __currentDefaultPath: string;
    __createElement(name: string, properties: Record<string, string | number>, reset: boolean): Element;
    __closestGroupOrSvg(): Element;
    __applyTransformation(element: Element): void;
    __applyStyleToCurrentElement(action: "fill" | "stroke"): void;
    __applyText(text: string, x: number, y: number, action: "fill" | "stroke"): void;
  }
}
