// The description of a map of divisions, events or who holds what, for pictures and paper.

import { classSpans } from "../domain/classes";
import { formatNumber, t } from "../i18n";
import { palettes } from "../map/palette";
import { theme } from "../state/derive";
import { choropleth, divisions, starts } from "../state/divisions";
import { showsEvents } from "../state/events";
import { measure } from "../state/store";
import { overlay } from "./events";

export interface Told {
  title: string;
  /** The amount; "" if the counts in view say it. */
  counts: string;
  /** The day described; "" for the whole period. */
  day: string;
  /** The legend of its colours. */
  colours: Colour[];
}

export interface Colour {
  text: string;
  colour: string;
  /** A full disc if nothing is said. */
  form?: "hatched" | "hollow" | "line";
}

/** Null if only mentions are shown. */
export function told(): Told | null {
  if (showsEvents.value) return overlay()?.eventsTold() ?? null;
  if (choropleth.value === null) return null;
  const spans = classSpans(starts.value, divisions.value[0]?.n ?? 0);
  return {
    title: t(measure.value === "articles" ? "divisionsArticles" : "divisionsMentions"),
    counts: "",
    day: "",
    colours: spans.map(([from, to], i) => ({
      text: from === to ? formatNumber(from) : `${formatNumber(from)}–${formatNumber(to)}`,
      colour: palettes[theme.value].classes[i],
    })),
  };
}
