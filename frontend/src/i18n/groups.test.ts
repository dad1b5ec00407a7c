import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { arabicGroups } from "./groups";

it("each group of the server has an Arabic name", () => {
  const table = readFileSync(new URL("../../../geoparse/event/party/groups.tsv", import.meta.url), "utf8");
  const rows = table.split("\n").filter((line) => line && !line.startsWith("#"));
  expect(rows.length).toBeGreaterThan(20);
  expect(Object.keys(arabicGroups)).toEqual(rows.map((line) => line.split("\t")[0]));
  for (const name of Object.values(arabicGroups)) expect(name).toMatch(/^[\p{Script=Arabic} –]+$/u);
});
