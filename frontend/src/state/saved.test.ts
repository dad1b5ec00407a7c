import { beforeEach, describe, expect, it, vi } from "vitest";

const store = new Map<string, string>();
vi.stubGlobal("localStorage", {
  getItem: (key: string) => store.get(key) ?? null,
  setItem: (key: string, value: string) => store.set(key, value),
});
let there = 0; // how many mentions the server has
vi.mock("../api/items", () => ({ count: async () => there }));

const { forget, fresh, looked, save, saved, watchSaved } = await import("./saved");
const { generation } = await import("./store");

const news = () => fresh().map(({ one, n }) => `${one.name} ${n}`);

/** The server has so many, and the page knows that something changed. */
async function has(n: number) {
  there = n;
  generation.value++;
  await vi.advanceTimersByTimeAsync(1000);
}

describe("saved views", () => {
  beforeEach(async () => {
    vi.useFakeTimers();
    for (const { view } of saved.value) forget(view);
    watchSaved();
    there = 10;
    await save("A", "?q=a", {});
    await has(10);
  });

  it("have what came since the reader looked", async () => {
    expect(news()).toEqual([]);
    await has(13);
    expect(news()).toEqual(["A 3"]);
    looked("?q=a");
    expect(news()).toEqual([]);
    await has(14);
    expect(news()).toEqual(["A 1"]);
  });

  it("have what is new although as much was taken back before", async () => {
    await has(4);
    expect(news()).toEqual([]);
    await has(6);
    expect(news()).toEqual(["A 2"]);
  });

  it("are one for one address", async () => {
    await save("B", "?q=a", {});
    expect(saved.value.map((one) => one.name)).toEqual(["B"]);
  });

  it("keep those of another window of the page", async () => {
    const other = { name: "C", view: "?q=c", query: {}, seen: 1 };
    store.set("dateline.saved", JSON.stringify([...saved.value, other]));
    await save("B", "?q=b", {});
    expect(saved.value.map((one) => one.name)).toEqual(["A", "C", "B"]);
    forget("?q=b");
    expect(JSON.parse(store.get("dateline.saved")!).map((one: { name: string }) => one.name)).toEqual(["A", "C"]);
  });

  it.each(["", "null", "{}", '[null, 1, {"name": "x"}]'])("are none where %j is kept", async (text) => {
    store.set("dateline.saved", text);
    await save("B", "?q=b", {});
    expect(saved.value.map((one) => one.name)).toEqual(["B"]);
  });
});
