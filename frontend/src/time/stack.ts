// Incidents by day and kind, instead of mentions while events are listed. Loaded on demand.

import { html } from "lit-html";
import { type Bins, binOf } from "../domain/bins";
import { type EventFamily, familyColours, signOf } from "../domain/events";
import { formatNumber } from "../i18n";
import { type EventKey, tev } from "../i18n/events";
import { theme } from "../state/derive";
import { incidentDays } from "../state/events";
import type { Stack } from "./draw";

const families: EventFamily[] = ["strike", "fight", "hold", "move", "civil"];

/** The bars, from the lowest part up; null while unknown. */
export function stackOf(bins: Bins): Stack | null {
  const days = incidentDays.value.value;
  if (!days) return null;
  const { edges } = bins;
  const counts = families.map(() => new Uint32Array(edges.length - 1));
  for (const { type, day } of days)
    if (day >= edges[0] && day < edges[edges.length - 1])
      counts[families.indexOf(signOf(type).family)][binOf(bins, day)]++;
  const parts = families.map((family, i) => ({ colour: familyColours[theme.value][family], counts: counts[i] }));
  return { parts, key: (most) => key(bins, most, parts) };
}

/** The unit of bars, and their colours. */
const key = ({ unit }: Bins, most: number, parts: Stack["parts"]) => html`
  <span>${tev("stackTitle", { unit: tev(`stack_${unit}` as EventKey), most: formatNumber(most) })}</span>
  ${families.map((family, i) => html`<span><span class="swatch" .style=${`background:${parts[i].colour}`}></span>${tev(`family_${family}`)}</span>`)}
`;
