import { describe, expect, it } from "vitest";
import { articleFeatures, frontFeatures, mentionFeatures, placeFeatures } from "../../e2e/fixtures/features";
import { type Facet, type Filters, facets, noFilters } from "../domain/filters";
import { confidenceWord } from "../domain/precision";
import { makeDataset } from "./dataset";
import { facetCounts, failing, frontPasses, makeColumns } from "./filter";

const data = makeDataset({
  places: placeFeatures,
  mentions: mentionFeatures,
  fronts: frontFeatures,
  articles: articleFeatures,
});
const columns = makeColumns(data);

/** What a mention is, as its feature says. */
function valueIn(i: number, facet: Facet): string {
  const p = mentionFeatures[i].properties;
  const article = articleFeatures.find((f) => f.id === p.article)!;
  return {
    source: p.source ?? "",
    language: article.properties.language ?? "",
    kind: p.kind?.[0] ?? "?",
    role: p.role ?? "",
    precision: p.precision ?? "",
    confidence: confidenceWord(p.confidence),
  }[facet];
}

function plain(i: number, f: Filters, hits: Set<number> | null, without?: Facet): boolean {
  const { geometry, properties } = mentionFeatures[i];
  const at = geometry?.type === "Point" ? geometry.coordinates : null;
  const inside = !f.box || (at && at[0] >= f.box[0] && at[0] <= f.box[2] && at[1] >= f.box[1] && at[1] <= f.box[3]);
  if (!inside || (hits && !hits.has(data.articleRow.get(properties.article)!))) return false;
  const { role } = properties;
  if (without !== "role" && !f.role.length && !f.allRoles && (role === "metonym" || role === "dateline")) return false;
  return facets.every((facet) => facet === without || !f[facet].length || f[facet].includes(valueIn(i, facet)));
}

const cases: [string, Partial<Filters>, Set<number> | null][] = [
  ["nothing", {}, null],
  ["a source", { source: ["First Paper"] }, null],
  ["two languages", { language: ["en", "ar"] }, null],
  ["a source and a kind", { source: ["First Paper", "Second Paper"], kind: ["P"] }, null],
  ["areas, unsure", { kind: ["A"], confidence: ["likely", "uncertain"] }, null],
  ["what has no place", { kind: ["?"] }, null],
  ["metonyms", { role: ["metonym"] }, null],
  ["all roles", { allRoles: true }, null],
  ["all roles, of which one is chosen", { allRoles: true, role: ["place"] }, null],
  ["a precision", { precision: ["site", "region"] }, null],
  ["a box", { box: [36.5, 35.3, 36.7, 35.5] }, null],
  ["a box and towns", { box: [36.5, 35.3, 36.7, 36], precision: ["town"] }, null],
  ["words", {}, new Set([0, 2])],
  ["words and a source", { source: ["First Paper"] }, new Set([1])],
  ["a source that is not there", { source: ["Nobody"] }, null],
];

describe("filters", () => {
  it.each(cases)("let through: %s", (_, some, hits) => {
    const filters = { ...noFilters, ...some };
    const fails = failing(data, columns, filters, hits);
    const wanted = mentionFeatures.map((_, i) => plain(i, filters, hits));
    expect([...fails].map((f) => f === 0)).toEqual(wanted);
  });

  it.each(cases)("count what each value would give: %s", (_, some, hits) => {
    const filters = { ...noFilters, ...some };
    const counts = facetCounts(columns, failing(data, columns, filters, hits), () => true);
    for (const facet of facets) {
      columns[facet].values.forEach((value, code) => {
        const n = mentionFeatures.filter(
          (_, i) => plain(i, filters, hits, facet) && valueIn(i, facet) === value,
        ).length;
        expect(counts[facet][code], `${facet} ${value}`).toBe(n);
      });
    }
  });

  it("leave copies out where each story counts once", () => {
    const [first, second] = articleFeatures.map((f) => f.id);
    const told = articleFeatures.map((f) =>
      f.id === second ? { ...f, properties: { ...f.properties, story: first, also_in: "A; B" } } : f,
    );
    const copied = makeDataset({
      places: placeFeatures,
      mentions: mentionFeatures,
      fronts: frontFeatures,
      articles: told,
    });
    expect(copied.articles[copied.articleRow.get(second)!]).toMatchObject({ copy: true, alsoIn: "A, B" });
    const fails = failing(copied, makeColumns(copied), { ...noFilters, allRoles: true, once: true }, null);
    expect([...fails].map((f) => f === 0)).toEqual(mentionFeatures.map((f) => f.properties.article !== second));
  });

  it("of a box across the antimeridian take both its sides", () => {
    const filters: Filters = { ...noFilters, allRoles: true, box: [36.8, 30, -170, 40] };
    const fails = failing(data, columns, filters, null);
    const east = mentionFeatures.map((f) => f.geometry?.type === "Point" && f.geometry.coordinates[0] >= 36.8);
    expect([...fails].map((f) => f === 0)).toEqual(east);
  });

  it.each([
    ["no filter", {}, true],
    ["lines and areas", { kind: ["front"] }, true],
    ["towns", { kind: ["P"] }, false],
    ["a role", { role: ["place"] }, false],
    ["its source", { source: ["الصحيفة الثانية"] }, true],
    ["another source", { source: ["First Paper"] }, false],
    ["its confidence", { confidence: ["likely"] }, true],
    ["a box that it touches", { box: [36, 35, 36.62, 35.4] }, true],
    ["a box elsewhere", { box: [10, 35, 12, 36] }, false],
  ] as [string, Partial<Filters>, boolean][])("let a line through: %s", (_, some, wanted) => {
    const group = data.fronts.find((f) => f.kind === "axis")!;
    expect(frontPasses({ ...noFilters, ...some }, () => true, group, group.items[0])).toBe(wanted);
  });
});
