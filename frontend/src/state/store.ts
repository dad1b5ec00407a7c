// The page's state, as signals. Everything shown derives from these. The reader's choices are
// changed by actions.ts, by the address (url/) and by the bindings to the browser (app/).

import { signal } from "@preact/signals-core";
import type { Format } from "../api/files";
import type { Dataset } from "../data/dataset";
import type { InView } from "../data/inview";
import type { DateBy, Range } from "../domain/days";
import { type Filters, noFilters } from "../domain/filters";
import type { Lang } from "../domain/lang";
import type { Box, Centre, DivisionLabel } from "../domain/lonlat";
import type { ListName, Pin, Preview, Selection, Target } from "../domain/target";
import type { Theme } from "../domain/theme";

// The reader's choices, kept in the address.
export const range = signal<Range | null>(null);
/** The span compared with the range. */
export const compare = signal<Range | null>(null);
/** The visible span of the timeline; null for all. */
export const axis = signal<Range | null>(null);
/** The day of a mention that counts. */
export const dateBy = signal<DateBy>("event");
export const filters = signal<Filters>(noFilters);
export const centre = signal<Centre | null>(null);
/** The open feature. */
export const selected = signal<Selection | null>(null);
export const article = signal<string | null>(null);
export const at = signal<number | null>(null);
export const words = signal("");
export const list = signal<ListName>("articles");
/** The measure of divisions' colours. */
export const measure = signal<"mentions" | "articles">("mentions");
export const everywhere = signal(false);
/** In the list of events: what happened, or who holds what. */
export const eventView = signal<"incidents" | "control">("incidents");
/** The listed type of incident; empty for all. */
export const eventType = signal("");
/** The day of who holds what; null for the last. */
export const controlDay = signal<string | null>(null);
export const chosenLang = signal<Lang | null>(null);
export const chosenTheme = signal<Theme | null>(null);
export const embed = signal(false);

// The data read.
export const dataset = signal<Dataset | null>(null);
/** The number of readings of the dataset. */
export const generation = signal(0);
/** The number of older sentences on lines and areas that were left out. */
export const frontsLeft = signal(0);
/** The server did not answer the last request. */
export const offline = signal(false);

/** The number of new articles not announced yet. */
export const news = signal(0);

// Transient state.
/** The range is being dragged or played. */
export const gliding = signal(false);
/** The settled range: see settled.ts. */
export const settledRange = signal<Range | null>(null);
export const inView = signal<InView>({ places: new Uint8Array(0), fronts: new Uint8Array(0) });
export const hover = signal<Target | null>(null);
/** The article whose card is pointed at. */
export const hoverArticle = signal<string | null>(null);
/** A gazetteer place that no article mentions, found by searching. */
export const pin = signal<Pin | null>(null);
export const systemDark = signal(false);
export const narrow = signal(false);
export const sheet = signal<"peek" | "half" | "full">("peek");
export const legendOpen = signal(false);
/** The timeline's playing speed, in steps a second. */
export const playing = signal(false);
export const speed = signal<1 | 2 | 4>(1);
/** Whether the reader's system allows motion. */
export const still = signal(false);
export const filtersOpen = signal(false);
/** The page is being printed. */
export const printing = signal(false);
/** Files of mentions made by the server, in addition to the page's own. */
export const formats = signal<Format[] | null>(null);
export const shareOpen = signal(false);
export const keysOpen = signal(false);
/** On a narrow screen: the timeline's tools. */
export const toolsOpen = signal(false);
/** West, south, east, north of the map's window. */
export const mapBox = signal<Box | null>(null);
/** The base map division of each place, "" for none. */
export const divisionCodes = signal<readonly string[]>([]);
/** The divisions of the base map, by code. */
export const divisionLabels = signal<ReadonlyMap<string, DivisionLabel>>(new Map());
/** A box is being drawn on the map. */
export const drawing = signal(false);
/** The next click on the map gives a location. */
export const picking = signal(false);
/** Results of texts that are not stored. */
export const preview = signal<Preview | null>(null);
/** The panel for adding articles, or the one for sources, is open. */
export const adding = signal<"texts" | "sources" | null>(null);
export const showFronts = signal(true);
/** Areas that only say where something is are always shown. */
export const showAreas = signal(false);
