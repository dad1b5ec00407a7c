// The server's responses, under the page's names. Offsets count Unicode code points. openapi.ts
// is generated from the server's OpenAPI document: npm run types.

import type { components } from "./openapi";

type Schemas = components["schemas"];

/** The collections that the page reads, each with its features. */
export interface Collections {
  places: Schemas["placesFeature"];
  mentions: Schemas["mentionsFeature"];
  fronts: Schemas["frontsFeature"];
  articles: Schemas["articlesFeature"];
  incidents: Schemas["incidentsFeature"];
  control: Schemas["controlFeature"];
  contact: Schemas["contactFeature"];
}

export type PlaceFeature = Collections["places"];
export type MentionFeature = Collections["mentions"];
export type FrontFeature = Collections["fronts"];
export type ArticleFeature = Collections["articles"];
/** Reports of the same event. */
export type IncidentFeature = Collections["incidents"];
export type IncidentProperties = IncidentFeature["properties"];
/** Who is said to hold a place on a day. */
export type ControlFeature = Collections["control"];
/** A piece of the line between places that opposing sides are said to hold. */
export type ContactFeature = Collections["contact"];
/** What a sentence claims of who holds a place. */
export type Claim = Schemas["claim"];

/** A page of a collection, whose features alone are its own. */
export type Page<F> = Omit<Schemas["mentionsPage"], "features"> & { features: F[] };

/** A text and what was found in it. */
export type Document = Schemas["document"];
export type DocumentMention = Schemas["mention"];
export type DocumentFront = Schemas["front"];
export type Candidate = Schemas["candidate"];
/** A place that a line or area is drawn from. */
export type Anchor = Schemas["anchor"];
/** A correction, with the original. */
export type Corrected = Schemas["corrected"];
/** A part of an input outside its articles: its lines, and the reason. */
export type LeftOut = Schemas["leftOut"];
/** An older text of an article; number 1 is the first. */
export type Revision = Schemas["revision"];
export type Revisions = Schemas["revisions"];

/** A place of the gazetteer. */
export type Found = Schemas["place"];
export type FoundPlaces = Schemas["places"];
export type Towns = Schemas["towns"];

/** How often each place is mentioned in each bin. The entries of place i are those from start[i] to before start[i + 1]. */
export type Sums = Schemas["sums"];
export type Facets = Schemas["facets"];
/** The articles that mentions stand in. */
export type Mentioning = Schemas["mentioning"];

/** The archive's sources and their state. Times are null for never. */
export type Source = Schemas["sourceReport"];
export type Sources = Schemas["sources"];
export type SourceChanged = Schemas["source"];
export type Session = Schemas["session"];
export type Right = Session["rights"][number];
/** The result of sending articles. */
export type Counts = Schemas["counts"];
/** A requested correction of a feature, by id. Missing members stay unchanged. */
export type CorrectionRequest = Schemas["correctionRequest"];
export type CorrectionsMade = Schemas["correctionsMade"];
export type Problem = Schemas["problem"];
export type Landing = Schemas["landing"];
/** What the server has now. */
export type ViewEvent = Schemas["viewEvent"];
