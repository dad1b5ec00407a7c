// The sign of a type of event, as on the map.

import { html, svg } from "lit-html";
import { type EventType, signOf } from "../domain/events";

export const eventSign = (type: EventType) =>
  html`<svg class="event-sign family-${signOf(type).family}" viewBox="-1 -1 22 22" width="18" height="18" aria-hidden="true" focusable="false">${svg`<path fill-rule="evenodd" d=${signOf(type).path} />`}</svg>`;
