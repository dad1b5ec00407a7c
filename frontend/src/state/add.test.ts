import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Refused } from "../api/get";
import * as texts from "../api/texts";
import * as add from "./add";
import * as session from "./session";

describe("an address that is fetched for a token only", () => {
  beforeEach(() => {
    add.typedAddress.value = "https://news.example/feed";
    vi.spyOn(texts, "parse")
      .mockRejectedValueOnce(new Refused(401, "show the token"))
      .mockResolvedValue({ documents: [], unread: 0 });
  });
  afterEach(() => {
    add.discard();
    session.token.value = "";
    vi.restoreAllMocks();
  });

  it("asks for the token where none was typed", async () => {
    await add.readAddress();
    expect(texts.parse).toHaveBeenCalledTimes(1);
    expect(add.isTokenWanted()).toBe(true);
  });

  it("is read once the token has been shown", async () => {
    const shown = vi.spyOn(session, "demand").mockResolvedValue();
    await add.readAddress();
    expect(shown).toHaveBeenCalledWith("add");
    expect(texts.parse).toHaveBeenCalledTimes(2);
    expect(add.isTokenWanted()).toBe(false);
  });
});
