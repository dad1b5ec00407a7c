// What has been read, in columns: places and fronts; of an archive that is not too large its mentions and articles, of
// a large one the server's sums.

import type { ArticleFeature, FrontFeature, MentionFeature, PlaceFeature, Sums } from "../api/types";
import { next, type Unit } from "../domain/bins";
import { type DateBy, type Day, UNDATED } from "../domain/days";
import { type Article, countArticles, makeArticles } from "./articles";
import { dateGroup, type FrontGroup, groupFronts } from "./fronts";
import { indexByPlace, type Mentions, makeMentions } from "./mentions";
import { learn, learnSums, makePlaces, type Places, withMentioned } from "./places";
import { type Tally, tallyOf } from "./tally";

/** What has been read, of which one day of each mention counts. The same rows in every version of it. */
export interface Dataset {
  places: Places;
  /** Empty where the server sums. */
  mentions: Mentions;
  /** Newest first, the undated last; empty where the server sums. */
  articles: Article[];
  articleRow: Map<string, number>;
  fronts: FrontGroup[];
  /** The row of each front, by the id of any of its sentences. */
  frontRow: Map<string, number>;
  first: Day;
  last: Day;
  /** How many mentions there are, and in how many articles. */
  size: { mentions: number; articles: number };
  /** Of an archive that was not read: the server's sums of it where nothing is filtered, by the day that counts. */
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

/** What the server tells of an archive that is too large to be read. */
export interface Summed {
  places: PlaceFeature[];
  fronts: FrontFeature[];
  sums: Sums;
  /** The time that the sums are by. */
  bin: Unit;
  /** How many mentions and articles there are, whatever the sums leave out. */
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

/** The same with the other day counting. */
export function redate(data: Dataset, by: DateBy): Dataset {
  const day = data.mentions[by];
  const mentions = { ...data.mentions, day, ...indexByPlace(data.mentions.place, day, data.places.id.length) };
  const fronts = data.fronts.map((f) => dateGroup(f, by));
  return { ...data, mentions, fronts, ...extentOf(day, fronts) };
}

/** The first and the last day; both undated where nothing has one. */
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
