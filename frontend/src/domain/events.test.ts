import { describe, expect, it } from "vitest";
import { saysWho } from "./events";

describe("an actor", () => {
  it.each([
    ["group", false],
    ["People", false],
    ["قوات", false],
    ["القوات", false],
    ["المجموعات", false],
    ["the men", false],
    ["Syrian insurgent groups", true],
    ["inhabitants", true],
    ["قوات أميركية", true],
  ])("%s says who it was: %s", (name, says) => expect(saysWho(name)).toBe(says));
});
