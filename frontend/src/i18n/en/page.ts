import type { Message } from "../message";

/** Texts of the page as a whole: header, loading, errors, nothing to show. */
export const page = {
  title: "Dateline – places in the news, on a map with a timeline",
  tagline: "Places in the news",
  otherLanguage: "العربية",
  themeDark: "Dark mode",
  legend: "Legend",
  close: "Close",
  back: "Back",
  skipToList: "Skip to the list",
  skipToMap: "Skip to the map",
  skipToTime: "Skip to the timeline",

  emptyTitle: "No articles yet",
  emptyText: "Add texts, pages or feeds with dateline ingest, and the places they mention appear here.",
  noneTitle: "Nothing in view",
  noneText: "Nothing in this area and period.",
  noneTimeText: "Nothing in this period.",
  noneAction: "Show all places",
  noneTime: "Show full period",
  noneFilters: "Clear filters",
  noneWords: "Clear search",
  loading: "Loading …",
  loadingCount: "{have} of {of} mentions",
  errorTitle: "The map could not be loaded",
  errorText: "The server reported an error: {detail}",
  tooLargeText:
    "This archive has too many places and dates for one map, even counted by year. Whoever runs the server can split it into smaller archives, such as one for each year.",
  offlineTitle: "No connection to the server",
  offlineBar: "Connection lost. You can keep browsing; reconnecting …",
  newsCame: { one: "{n} new article", other: "{n} new articles" },
  newsShow: "Show",
  offlineText: "Check the connection, then try again.",
  retry: "Try again",
} satisfies Record<string, Message>;
