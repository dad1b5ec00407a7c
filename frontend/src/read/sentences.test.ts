import { expect, it } from "vitest";
import { mentionFeatures } from "../../e2e/fixtures/features";
import { sentencesOf } from "./sentences";

it("a mention whose sentence the server does not know shows its phrase", () => {
  const [feature] = mentionFeatures;
  const phrase = feature.properties.phrase!;
  const without = { ...feature, properties: { ...feature.properties, sentence: null, source: null } };
  expect(sentencesOf([without], "event")).toMatchObject([
    { text: phrase, spans: [{ start: 0, end: Array.from(phrase).length }], source: "" },
  ]);
});
