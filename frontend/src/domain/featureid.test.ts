import { expect, it } from "vitest";
import { startIn } from "./featureid";

it.each([
  ["a000000000000001-17-30", 17],
  ["news-2019-08-22-17-30", 17],
  ["a000000000000001-17-30~2", 17],
  ["gn168325", 0],
])("%s begins at %i", (id, start) => expect(startIn(id)).toBe(start));
