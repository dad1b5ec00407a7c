// What the page knows, as signals. Everything shown follows from these; actions.ts alone changes what the reader chose.

import { signal } from "@preact/signals-core";
import type { Format } from "../api/files";
import type { Document } from "../api/types";
import type { Dataset, DateBy } from "../data/dataset";
import type { Box, Filters } from "../data/filter";
import type { InView } from "../map/inview";
import type { Pin, Target } from "../map/model";
import type { Theme } from "../map/palette";
import type { Range } from "../time/days";
import { type Centre, initial } from "../url/codec";

// What the reader chose: kept in the address bar.
export const range = signal<Range | null>(initial.range);
/** Which part of time the timeline shows; null for all. */
export const axis = signal<Range | null>(initial.axis);
/** Which day of a mention counts. */
export const dateBy = signal<DateBy>(initial.dateBy);
export const filters = signal<Filters>(initial.filters);
export const centre = signal<Centre | null>(initial.centre);
export const place = signal<string | null>(initial.place);
export const front = signal<string | null>(initial.front);
export const article = signal<string | null>(initial.article);
export const at = signal<number | null>(initial.at);
export const words = signal(initial.words);
export const list = signal<"articles" | "places">(initial.list);
export const everywhere = signal(initial.everywhere);
export const chosenLang = signal<"en" | "ar" | null>(initial.lang);
export const chosenTheme = signal<Theme | null>(initial.theme);
export const embed = signal(initial.embed);

// What has been read.
export type Status =
  | { kind: "loading"; have: number; of: number }
  | { kind: "ready" }
  | { kind: "error"; detail: string }
  | { kind: "offline" };

export const status = signal<Status>({ kind: "loading", have: 0, of: 0 });
export const dataset = signal<Dataset | null>(null);
/** How often the dataset has been read anew. */
export const turn = signal(0);
/** How many of the oldest sentences on lines and areas were left out, as they are too many. */
export const frontsLeft = signal(0);
/** The server did not answer the last request. */
export const offline = signal(false);

/** How many articles came in since the reader last heard of it. */
export const news = signal(0);

/** Rows of the articles that hold the words; null where no words are asked for. */
export const wordHits = signal<Set<number> | null>(null);
export const wordsFailed = signal(false);

export type Reading =
  | { id: string; state: "loading" | "error" | "gone" }
  | { id: string; state: "ready"; document: Document };
export const reading = signal<Reading | null>(null);

// What passes.
/** The range is being dragged or played. */
export const gliding = signal(false);
/** The range at rest: see calm.ts. */
export const calm = signal<Range | null>(initial.range);
export const inView = signal<InView>({ places: new Uint8Array(0), fronts: new Uint8Array(0) });
export const hover = signal<Target | null>(null);
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
/** On a narrow screen: the timeline's tools. */
export const toolsOpen = signal(false);
/** West, south, east, north of the map's window. */
export const mapBox = signal<Box | null>(null);
/** A box is being drawn on the map. */
export const drawing = signal(false);
export const showFronts = signal(true);
