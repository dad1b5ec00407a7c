// Reported events, and who holds what on a day: requested from the server while listed.

import { computed, signal } from "@preact/signals-core";
import { items, newest, newestValues } from "../api/items";
import type { ContactFeature, ControlFeature, IncidentFeature } from "../api/types";
import { formatDay, parseDay } from "../domain/days";
import { serverQuery } from "./query";
import * as s from "./store";

/** The maximum number of incidents listed and drawn, the newest. */
export const MOST = 500;

export interface Incidents {
  list: IncidentFeature[];
  left: number;
}

export interface Standing {
  control: ControlFeature[];
  contact: ContactFeature[];
}

/** Which of it is shown, known only while events are listed. */
export const showsEvents = computed(() => s.list.value === "events" && !s.article.value && !s.selected.value);

const time = computed(() => {
  const r = s.settledRange.value;
  return r && r.from <= r.to ? `${formatDay(r.from)}/${formatDay(r.to)}` : "";
});

export const incidents = serverQuery({
  question: () =>
    showsEvents.value && s.eventView.value === "incidents"
      ? { time: time.value, type: s.eventType.value, generation: s.generation.value }
      : null,
  ask: async ({ time, type }: { time: string; type: string; generation: number }, stop): Promise<Incidents> => {
    const query = { ...(time && { datetime: time }), ...(type && { type }) };
    const { features, left } = await newest("incidents", MOST, stop, query);
    return { list: features, left };
  },
});

export const standing = serverQuery({
  question: () =>
    showsEvents.value && s.eventView.value === "control"
      ? { day: s.controlDay.value ?? "", generation: s.generation.value }
      : null,
  ask: async ({ day }: { day: string; generation: number }, stop): Promise<Standing> => {
    const query = day ? { datetime: day } : ({} as Record<string, string>);
    const [control, contact] = await Promise.all([
      items("control", query, undefined, stop),
      items("contact", query, undefined, stop),
    ]);
    return { control, contact };
  },
});

/** The maximum number of incidents counted by type and day, the newest. */
const MOST_COUNTED = 10_000;

/** The types and days of incidents of all time, for the timeline. */
export const incidentDays = serverQuery({
  question: () =>
    showsEvents.value && s.eventView.value === "incidents"
      ? { type: s.eventType.value, generation: s.generation.value }
      : null,
  ask: async ({ type }: { type: string; generation: number }, stop) => {
    const all = await newestValues("incidents", ["type", "date"], MOST_COUNTED, stop, type ? { type } : {});
    return all.map((p) => ({ type: p.type, day: parseDay(p.date) }));
  },
});

/** The maximum number of incidents of a place with a sign in its dossier, the newest. */
const MOST_OF_PLACE = 80;

export const placeIncidents = serverQuery({
  question: () =>
    s.selected.value?.collection === "places"
      ? { place: s.selected.value.id, time: time.value, generation: s.generation.value }
      : null,
  ask: async ({ place, time }: { place: string; time: string; generation: number }, stop) => {
    const query = { place, ...(time && { datetime: time }) };
    const { features, left } = await newest("incidents", MOST_OF_PLACE, stop, query);
    return { place, list: features, left };
  },
});

/** The place pointed at in the list. */
export const litPlace = signal("");

/** The id of the incident, or held place, whose sign was clicked, "" for none. */
export const pickedSign = signal("");

export function watchEvents() {
  incidents.watch();
  standing.watch();
  placeIncidents.watch();
  incidentDays.watch();
}
