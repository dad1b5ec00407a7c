// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { mapLinks, pointText } from "./maplinks";

const head = (html: string) => {
  const root = document.createElement("div");
  root.innerHTML = html;
  return root;
};

it("fills in the point and the zoom", () => {
  const root = head(
    '<meta name="dateline-map" content="https://maps.example/?a={lat},{lon}#{z}/{lat}" data-name="Example" />',
  );
  expect(mapLinks(35.5, -36.25, 12, root)).toEqual([
    { name: "Example", href: "https://maps.example/?a=35.50000,-36.25000#12/35.50000" },
  ]);
});

it("is called by its host where it has no name", () => {
  const root = head('<meta name="dateline-map" content="https://maps.example/{z}" />');
  expect(mapLinks(1, 2, 3, root).map(({ name }) => name)).toEqual(["maps.example"]);
});

it("leaves out what is no address of the web", () => {
  const root = head(
    '<meta name="dateline-map" content="javascript:alert({lat})" /><meta name="other" content="https://x" />',
  );
  expect(mapLinks(1, 2, 3, root)).toEqual([]);
});

it("writes a point as other programs take it", () => {
  expect(pointText(35.86438, -36.8)).toBe("35.8644, -36.8000");
});
