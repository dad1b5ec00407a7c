// The data read, in columns: places and fronts; of a small archive its mentions and articles, of
// a large one the server's sums.

import type { ArticleFeature, FrontFeature, MentionFeature, PlaceFeature, Sums } from "../api/types";
import { next, type Unit } from "../domain/bins";
import { type DateBy, type Day, UNDATED } from "../domain/days";
import { type Article, countArticles, makeArticles } from "./articles";
import { dateGroup, type FrontGroup, groupFronts } from "./fronts";
import { indexByPlace, type Mentions, makeMentions } from "./mentions";
import { learn, learnSums, makePlaces, type Places, withMentioned } from "./places";
import { type Tally, tallyOf } from "./tally";

/** The data, with one of the two days of each mention in effect. Rows are the same in every version. */
export interface Dataset {
  places: Places;
  /** Empty if the server counts. */
  mentions: Mentions;
  /** Newest first, undated last; empty if the server counts. */
  articles: Article[];
  articleRow: Map<string, number>;
  fronts: FrontGroup[];
  /** The row of each front, by the id of any of its sentences. */
  frontRow: Map<string, number>;
  first: Day;
  last: Day;
  /** How many mentions there are, and in how many articles. */
  size: { mentions: number; articles: number };
  /** For a large archive: the server's unfiltered sums, by the day that counts. */
  sums: { bin: Unit; by: DateBy; tally: Tally } | null;
}

export interface Input {
  places: PlaceFeature[];
  mentions: MentionFeature[];
  fronts: FrontFeature[];
  articles: ArticleFeature[];
}

export function makeDataset(input: Input, by: DateBy = "event"): Dataset {
  const counted = input.mentions.filter((f) => f.properties.role !== "anchor");
  const { articles, articleRow } = makeArticles(input.articles, counted);
  const places = makePlaces(withMentioned(input.places, counted));
  const mentions = makeMentions(counted, places.row, articleRow);
  learn(places, mentions);
  countArticles(articles, mentions);
  const fronts = groupFronts(input.fronts, new Map(articles.map((a) => [a.id, a.lang])));
  const size = { mentions: counted.length, articles: articles.length };
  const extent = { first: UNDATED, last: UNDATED };
  const all = { places, mentions, articles, articleRow, fronts, frontRow: rowsOf(fronts), size, sums: null };
  return redate({ ...all, ...extent }, by);
}

/** The server's data on an archive that is too large to be read. */
export interface Summed {
  places: PlaceFeature[];
  fronts: FrontFeature[];
  sums: Sums;
  /** The bins of the sums. */
  bin: Unit;
  /** The number of mentions and articles, including those the sums leave out. */
  size: { mentions: number; articles: number };
}

export function makeSummed(input: Summed, by: DateBy): Dataset {
  const places = makePlaces(input.places);
  learnSums(places, input.sums);
  const tally = tallyOf(input.sums, places.id.length, (id) => places.row.get(id));
  const fronts = groupFronts(input.fronts, new Map()).map((f) => dateGroup(f, by));
  const end = (bin: Day) => (bin === UNDATED ? UNDATED : next(bin, input.bin) - 1);
  return {
    places,
    mentions: { ...makeMentions([], places.row, new Map()), from: new Uint32Array(places.id.length + 1) },
    articles: [],
    articleRow: new Map(),
    fronts,
    frontRow: rowsOf(fronts),
    ...extentOf([tally.places.first, end(tally.places.last), tally.nowhere.first, end(tally.nowhere.last)], fronts),
    size: input.size,
    sums: { bin: input.bin, by, tally },
  };
}

const rowsOf = (fronts: FrontGroup[]) => new Map(fronts.flatMap((f, row) => f.items.map((item) => [item.id, row])));

/** The same by the other day. */
export function redate(data: Dataset, by: DateBy): Dataset {
  const day = data.mentions[by];
  const mentions = { ...data.mentions, day, ...indexByPlace(data.mentions.place, day, data.places.id.length) };
  const fronts = data.fronts.map((f) => dateGroup(f, by));
  return { ...data, mentions, fronts, ...extentOf(day, fronts) };
}

/** The first and the last day; undated if nothing has a date. */
function extentOf(days: Iterable<Day>, fronts: FrontGroup[]): { first: Day; last: Day } {
  let first = 2147483647;
  let last = UNDATED;
  const see = (day: Day) => {
    if (day === UNDATED) return;
    first = Math.min(first, day);
    last = Math.max(last, day);
  };
  for (const day of days) see(day);
  for (const front of fronts) for (const item of front.items) see(item.day);
  return { first: last === UNDATED ? UNDATED : first, last };
}
