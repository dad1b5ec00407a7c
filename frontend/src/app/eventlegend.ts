// The legend of the signs over the map while events are listed.

import { html } from "lit-html";
import { eventTypes } from "../domain/events";
import { eventWord, stateWord, tev } from "../i18n/events";
import { eventSign } from "../read/eventsign";
import { eventView } from "../state/store";

export function eventLegend() {
  if (eventView.value === "incidents")
    return html`<ul class="event-key">
        ${eventTypes.filter((type) => type !== "control").map((type) => html`<li>${eventSign(type)} ${eventWord(type)}</li>`)}
      </ul>
      <p>${tev("eventsHollow")}</p>`;
  const disc = (form: string, word: string) =>
    html`<li><span class="side-swatch ${form}" .style=${"--side:#8c8c8c"} aria-hidden="true"></span>${word}</li>`;
  return html`<ul class="event-key">
      ${disc("", stateWord("held"))} ${disc("hatched", stateWord("contested"))} ${disc("hollow", stateWord("unknown"))}
      <li><span class="contact-sample" aria-hidden="true"></span>${tev("contactTitle")}</li>
    </ul>
    <p>${tev("controlSides")}</p>`;
}
