import { expect, it, vi } from "vitest";
import * as send from "./send";
import { parse } from "./texts";

it("counts the articles that could not be read, and returns the others", async () => {
  const answer = new Response('{"id":"a","mentions":[]}\n{"line":2,"error":"a fault"}\n');
  vi.spyOn(send, "send").mockResolvedValue(answer);
  const { documents, unread } = await parse({ body: "text", type: "text/plain" });
  expect(documents.map((d) => d.id)).toEqual(["a"]);
  expect(unread).toBe(1);
  vi.restoreAllMocks();
});
