// What the page knows, as signals. Everything shown follows from these. What the reader chose is changed by actions.ts, by the
// address (url/) and by what binds the page to the browser (app/).

import { signal } from "@preact/signals-core";
import type { Format } from "../api/files";
import type { Dataset } from "../data/dataset";
import type { InView } from "../data/inview";
import type { DateBy, Range } from "../domain/days";
import { type Filters, noFilters } from "../domain/filters";
import type { Box, Centre, DivisionLabel } from "../domain/lonlat";
import type { ListName, Pin, Preview, Selection, Target } from "../domain/target";
import type { Theme } from "../domain/theme";

// What the reader chose: kept in the address bar.
export const range = signal<Range | null>(null);
/** The span that the range is compared with. */
export const compare = signal<Range | null>(null);
/** Which part of time the timeline shows; null for all. */
export const axis = signal<Range | null>(null);
/** Which day of a mention counts. */
export const dateBy = signal<DateBy>("event");
export const filters = signal<Filters>(noFilters);
export const centre = signal<Centre | null>(null);
/** The feature that is open. */
export const selected = signal<Selection | null>(null);
export const article = signal<string | null>(null);
export const at = signal<number | null>(null);
export const words = signal("");
export const list = signal<ListName>("articles");
/** What divisions are coloured by. */
export const measure = signal<"mentions" | "articles">("mentions");
export const everywhere = signal(false);
/** Of the events: what happened, or who holds what. */
export const eventView = signal<"incidents" | "control">("incidents");
/** The type of incident that is listed; empty for all. */
export const eventType = signal("");
/** The day on which who holds what is shown; null for the last. */
export const controlDay = signal<string | null>(null);
export const chosenLang = signal<"en" | "ar" | null>(null);
export const chosenTheme = signal<Theme | null>(null);
export const embed = signal(false);

// What has been read.
export const dataset = signal<Dataset | null>(null);
/** How often the dataset has been read. */
export const generation = signal(0);
/** How many of the oldest sentences on lines and areas were left out, as they are too many. */
export const frontsLeft = signal(0);
/** The server did not answer the last request. */
export const offline = signal(false);

/** How many articles came in since the reader last heard of it. */
export const news = signal(0);

// What passes.
/** The range is being dragged or played. */
export const gliding = signal(false);
/** The range at rest: see settled.ts. */
export const settledRange = signal<Range | null>(null);
export const inView = signal<InView>({ places: new Uint8Array(0), fronts: new Uint8Array(0) });
export const hover = signal<Target | null>(null);
/** The article whose card is pointed at. */
export const hoverArticle = signal<string | null>(null);
/** A place of the gazetteer that no article mentions, found by searching. */
export const pin = signal<Pin | null>(null);
export const systemDark = signal(false);
export const narrow = signal(false);
export const sheet = signal<"peek" | "half" | "full">("peek");
export const legendOpen = signal(false);
/** The timeline plays, so many steps a second. */
export const playing = signal(false);
export const speed = signal<1 | 2 | 4>(1);
/** Motion only where the reader's system allows it. */
export const still = signal(false);
export const filtersOpen = signal(false);
/** The page is being printed. */
export const printing = signal(false);
/** Files of mentions that the server makes, beside those that the page does. */
export const formats = signal<Format[] | null>(null);
export const shareOpen = signal(false);
export const keysOpen = signal(false);
/** On a narrow screen: the timeline's tools. */
export const toolsOpen = signal(false);
/** West, south, east, north of the map's window. */
export const mapBox = signal<Box | null>(null);
/** Of each place the basemap's code of the division that it lies in, "" where that has none. */
export const divisionCodes = signal<readonly string[]>([]);
/** The divisions of the basemap, by code. */
export const divisionLabels = signal<ReadonlyMap<string, DivisionLabel>>(new Map());
/** A box is being drawn on the map. */
export const drawing = signal(false);
/** The next click on the map says where something is. */
export const picking = signal(false);
/** What was found in texts that are not kept. */
export const preview = signal<Preview | null>(null);
/** The panel to add articles, or of what the archive follows, is open. */
export const adding = signal<"texts" | "sources" | null>(null);
export const showFronts = signal(true);
/** Areas that only describe where something is are shown before they are pointed at. */
export const showAreas = signal(false);
