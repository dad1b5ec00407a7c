// How pictures and paper describe events: their kinds, or who holds what on the day.

import { parseDay } from "../domain/days";
import { familyColours } from "../domain/events";
import { formatDate, t } from "../i18n";
import { stateWord, tev } from "../i18n/events";
import { groupName } from "../i18n/groups";
import { theme } from "../state/derive";
import { incidents, standing } from "../state/events";
import { controlDay, eventView } from "../state/store";
import type { Colour, Told } from "./told";

export const eventsTold = (): Told => (eventView.value === "incidents" ? incidentsTold() : controlTold());

function incidentsTold(): Told {
  const colours = familyColours[theme.value];
  const { list = [], left = 0 } = incidents.value.value ?? {};
  return {
    title: tev("eventsReported"),
    counts: tev("nIncidents", { n: list.length + left }),
    day: "",
    colours: [
      { text: tev("family_strike"), colour: colours.strike },
      { text: tev("family_fight"), colour: colours.fight },
      { text: tev("family_hold"), colour: colours.hold },
      { text: tev("family_move"), colour: colours.move },
      { text: tev("family_civil"), colour: colours.civil },
    ],
  };
}

const signOf = (state: string, form: Colour["form"]) => ({ text: stateWord(state), colour: "#8c8c8c", form });

function controlTold(): Told {
  const all = standing.value.value?.control ?? [];
  const day = controlDay.value ?? all[0]?.properties.date ?? "";
  const held = all.filter(({ properties: p }) => p.state !== "unknown");
  const holders = new Map(held.map(({ properties: p }) => [groupName(p.holder_group, p.holder), p.colour]));
  return {
    title: tev("eventsControl"),
    counts: standing.value.value ? t("nPlaces", { n: held.length }) : "",
    day: day && formatDate(parseDay(day)),
    colours: [
      ...[...holders].sort().map(([text, colour]) => ({ text, colour })),
      ...(held.some(({ properties: p }) => p.state === "contested") ? [signOf("contested", "hatched")] : []),
      ...(held.length < all.length ? [signOf("unknown", "hollow")] : []),
      ...(standing.value.value?.contact.length ? [{ ...signOf("contact", "line"), text: tev("contactTitle") }] : []),
    ],
  };
}
