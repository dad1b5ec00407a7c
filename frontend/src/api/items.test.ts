import { describe, expect, it } from "vitest";
import { nextPath } from "./items";

const root = new URL("https://maps.example/dateline/");
const page = (href: string) => ({ links: [{ rel: "next", href }] });

describe("nextPath", () => {
  it("stays below the page's own address whatever the server calls itself", () => {
    const path = nextPath(page("http://127.0.0.1:8080/collections/mentions/items?limit=2&offset=2"), root);
    expect(path).toBe("collections/mentions/items?limit=2&offset=2");
    expect(new URL(path!, root).href).toBe("https://maps.example/dateline/collections/mentions/items?limit=2&offset=2");
  });

  it("takes relative links", () => {
    expect(nextPath(page("/collections/places/items?offset=9"), root)).toBe("collections/places/items?offset=9");
  });

  it("ends where there is none", () => {
    expect(nextPath({ links: [{ rel: "self", href: "x" }] }, root)).toBeNull();
    expect(nextPath({ links: [] }, root)).toBeNull();
  });
});
