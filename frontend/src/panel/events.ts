// Reported events, and who holds what on a day. Loaded when the list is first shown.

import { html, nothing, type TemplateResult } from "lit-html";
import { isPublished } from "../api/get";
import type { Claim, ContactFeature, ControlFeature, IncidentFeature } from "../api/types";
import { formatDay, parseDay } from "../domain/days";
import { eventTypes, saysWho } from "../domain/events";
import { startIn } from "../domain/featureid";
import { scriptOf } from "../domain/names";
import { directionOf, formatNumber, t } from "../i18n";
import { type EventKey, eventWord, stateWord, statusWord, tev } from "../i18n/events";
import { groupName } from "../i18n/groups";
import { eventSign as sign } from "../read/eventsign";
import { portion } from "../read/more";
import { day, origin } from "../read/sentence";
import type { Go } from "../read/why";
import { watchForms, wrongEvent } from "../read/wrong";
import { open, openArticle } from "../state/actions";
import { placeName } from "../state/derive";
import { incidents, litPlace, MOST, pickedSign, standing } from "../state/events";
import { controlDay, dataset, eventType, eventView } from "../state/store";
import { bones } from "../ui/bones";
import { stays } from "../ui/mount";
import { address } from "../url/codec";
import { addressOf } from "../url/links";

export function eventList(go: Go): TemplateResult {
  const radio = (value: "incidents" | "control", key: EventKey) => html`<label class="segment">
    <input type="radio" name="events" .checked=${eventView.value === value} @change=${() => {
      eventView.value = value;
    }} />
    <span>${tev(key)}</span>
  </label>`;
  return html`<section class="events" aria-label=${t("tabEvents")}>
    <fieldset class="segments events-view">
      <legend class="vh">${tev("eventsShow")}</legend>
      ${radio("incidents", "eventsReported")} ${radio("control", "eventsControl")}
    </fieldset>
    ${eventView.value === "incidents" ? feed(go) : control(go)}
  </section>`;
}

function feed(go: Go) {
  const { value, state } = incidents.value;
  watchForms();
  return html`
    <label class="events-filter"
      ><span>${tev("eventsType")}</span>
      <select
        .value=${eventType.value}
        @change=${(e: Event) => {
          eventType.value = (e.target as HTMLSelectElement).value;
        }}
      >
        <option value="" ?selected=${eventType.value === ""}>${tev("eventsAll")}</option>
        ${eventTypes.filter((type) => type !== "control").map((type) => html`<option value=${type} ?selected=${eventType.value === type}>${eventWord(type)}</option>`)}
      </select></label
    >
    <details class="ledger">
      <summary><span>${tev("eventsSigns")}</span></summary>
      <ul class="event-key">
        ${eventTypes.filter((type) => type !== "control").map((type) => html`<li>${sign(type)} ${eventWord(type)}</li>`)}
      </ul>
      <p class="note">${tev("eventsHollow")}</p>
    </details>
    <p class="note">${tev("eventsNote")}</p>
    ${state === "failed" ? html`<p class="note" role="alert">${t("listFailed")}</p>` : nothing}
    ${onMap(value?.list, (f) => card(f, go))} ${value ? shown(value.list, go) : bones()}
    ${value?.left ? html`<p class="note">${tev("eventsLeft", { n: value.left, most: MOST })}</p>` : nothing}
  `;
}

/** What was picked on the map, first. */
function onMap<F extends { id: string }>(list: F[] | undefined, item: (f: F) => TemplateResult) {
  const found = list?.find((f) => f.id === pickedSign.value);
  if (!found) return nothing;
  return html`<section class="picked" aria-label=${tev("eventsPicked")}>
    <h3 class="list-heading">${tev("eventsPicked")}</h3>
    <ul class="list">
      ${item(found)}
    </ul>
  </section>`;
}

function shown(list: IncidentFeature[], go: Go) {
  if (list.length === 0) return html`<p class="note">${tev("eventsNone")}</p>`;
  return portion(
    "events",
    list,
    (f) => f.id,
    (f) => card(f, go),
  );
}

/** A place's name, in the reader's language if articles have one, with a link to its dossier or location. */
function placeLink(place: string | null, name: string | null, at: IncidentFeature["geometry"], go: Go) {
  const row = place === null ? undefined : dataset.value?.places.row.get(place);
  const label = html`<bdi>${row === undefined ? (name ?? (at ? t("front") : tev("eventsNowhere"))) : placeName(row)}</bdi>`;
  if (row !== undefined) {
    const selection = { collection: "places", id: place! } as const;
    return html`<a href=${addressOf(selection)} @click=${(e: MouseEvent) => stays(e) && open(selection)}>${label}</a>`;
  }
  if (!at) return label;
  const [lon, lat] = at.coordinates;
  return html`<button class="link" type="button" title=${t("zoomTo")} @click=${() => go({ lat, lon, zoom: 11 })}>${label}</button>`;
}

function card({ id, geometry, properties: p }: IncidentFeature, go: Go) {
  const lang = scriptOf(p.sentence ?? "") === "arabic" ? "ar" : "";
  const at = startIn(id);
  return html`<li class="card event">
    <p class="meta">${day(parseDay(p.date), { precision: p.date_precision ?? "day", assumed: false })}<span class="dot" aria-hidden="true"></span><span>${statusWord(p.status)}</span><span class="dot" aria-hidden="true"></span>${origin(p.first_source)}</p>
    <h3>${sign(p.type)}<span>${eventWord(p.type)} · ${placeLink(p.place, p.name, geometry, go)}</span></h3>
    ${who(p)}
    ${
      p.sentence
        ? html`<a class="quote" dir=${directionOf(lang)} lang=${lang || nothing} href=${address({ article: p.first_article, at })} @click=${(e: MouseEvent) => stays(e) && openArticle(p.first_article, at)}>${p.sentence}</a>`
        : nothing
    }
    <p class="meta">
      <span>${tev("nReports", { n: p.reports })}</span>${p.articles > p.stories ? html`<span class="dot" aria-hidden="true"></span><span>${t("nArticles", { n: p.articles })}</span>` : nothing}${p.articles > 1 ? html`<span class="dot" aria-hidden="true"></span><bdi>${p.sources}</bdi>` : nothing}
    </p>
    ${p.disputed ? html`<p class="event-doubt"><strong>${tev("eventsDisagree")}</strong> <bdi lang="en">${p.disagreement}</bdi></p>` : nothing}
    ${wrongEvent(p)}
  </li>`;
}

function who({ agent, target, holder }: IncidentFeature["properties"]) {
  const part = (key: EventKey, name: string | null) =>
    name && saysWho(name) ? html`<span>${tev(key)}: <bdi>${name}</bdi></span>` : nothing;
  const parts = [
    part("eventsBy", agent),
    part("eventsOn", target),
    holder === agent ? nothing : part("eventsHolder", holder),
  ].filter((p) => p !== nothing);
  if (parts.length === 0) return nothing;
  return html`<p class="meta">${parts.map((p, i) => html`${i ? html`<span class="dot" aria-hidden="true"></span>` : nothing}${p}`)}</p>`;
}

function control(go: Go) {
  const { value, state } = standing.value;
  const shownDay = controlDay.value ?? value?.control[0]?.properties.date ?? "";
  return html`
    ${isPublished() ? nothing : scrubber(shownDay)}
    <p class="note">${tev("controlNote")}</p>
    ${state === "failed" ? html`<p class="note" role="alert">${t("listFailed")}</p>` : nothing}
    ${value ? holders(value.control) : nothing} ${onMap(value?.control, (f) => town(f, go))}
    ${value ? places(value.control, go) : bones()}
    ${value?.contact.length ? segments(value.contact, go) : nothing}
  `;
}

/** The choice of a day with reports: a slider, and a field for an exact date. */
function scrubber(shownDay: string) {
  const { first, last } = dataset.value!;
  const choose = (value: string) => {
    if (/^\d{4}-\d\d-\d\d$/.test(value)) controlDay.value = value;
  };
  return html`<div class="control-day">
    <label><span>${tev("controlDay")}</span> <input type="date" .value=${shownDay} @change=${(e: Event) => choose((e.target as HTMLInputElement).value)} /></label>
    ${
      first < last
        ? html`<input
          type="range"
          aria-label=${tev("controlDay")}
          aria-valuetext=${shownDay}
          min=${first}
          max=${last}
          .value=${String(shownDay ? parseDay(shownDay) : last)}
          @input=${(e: Event) => choose(formatDay(Number((e.target as HTMLInputElement).value)))}
        />`
        : nothing
    }
  </div>`;
}

/** The legend of holders. */
function holders(all: ControlFeature[]) {
  const colours = new Map(
    all
      .filter((f) => f.properties.state !== "unknown")
      .map(({ properties: p }) => [groupName(p.holder_group, p.holder), p.colour]),
  );
  const key = (name: string, colour: string, extra = "") =>
    html`<li><span class="side-swatch ${extra}" .style=${`--side:${colour}`} aria-hidden="true"></span><bdi>${name}</bdi></li>`;
  return html`<ul class="event-key" aria-label=${tev("controlColours")}>
    ${[...colours].sort().map(([name, colour]) => key(name, colour))}
    ${key(stateWord("contested"), "#8c8c8c", "hatched")} ${key(stateWord("unknown"), "#8c8c8c", "hollow")}
  </ul>`;
}

function places(all: ControlFeature[], go: Go) {
  if (all.length === 0) return html`<p class="note">${tev("controlNone")}</p>`;
  const order = { contested: 0, held: 1, unknown: 2 };
  const sorted = all.toSorted(
    (a, b) => order[a.properties.state] - order[b.properties.state] || a.properties.age_days - b.properties.age_days,
  );
  return portion(
    "control",
    sorted,
    (f) => f.id,
    (f) => town(f, go),
  );
}

function town({ geometry, properties: p }: ControlFeature, go: Go) {
  const light = (on: boolean) => () => {
    litPlace.value = on ? p.place : "";
  };
  const since = { precision: p.since_precision, assumed: false };
  return html`<li class="card event" @mouseenter=${light(true)} @mouseleave=${light(false)} @focusin=${light(true)} @focusout=${light(false)}>
    <h3><span class="side-swatch ${p.state === "contested" ? "hatched" : p.state === "unknown" ? "hollow" : ""}" .style=${`--side:${p.colour};--rival:${p.rival_colour ?? p.colour}`} aria-hidden="true"></span><span>${placeLink(p.place, p.name, geometry, go)}</span></h3>
    <p class="meta">
      <span>${stateWord(p.state)}</span><span class="dot" aria-hidden="true"></span><bdi>${groupName(p.holder_group, p.holder)}${p.state === "contested" ? ` / ${groupName(p.rival_group, p.rival)}` : nothing}</bdi>
      ${p.state === "unknown" ? nothing : html`<span class="dot" aria-hidden="true"></span><span>${tev("controlSince")} ${day(parseDay(p.since), since)}</span>`}
      <span class="dot" aria-hidden="true"></span><span>${p.age_days ? tev("controlAge", { n: p.age_days }) : tev("controlNow")}</span>
    </p>
    ${why(p.why)}
  </li>`;
}

/** Its claims. */
function why(...lists: Claim[][]) {
  const claims = lists.flat();
  return html`<details class="event-why">
    <summary>${tev("controlWhy", { n: claims.length })}</summary>
    <ul>
      ${claims.map(claim)}
    </ul>
  </details>`;
}

function claim({ date, source, type, status, sentence }: Claim) {
  return html`<li>
    <p class="meta"><span dir="ltr">${date}</span><span class="dot" aria-hidden="true"></span><span>${statusWord(status)}</span><span class="dot" aria-hidden="true"></span><bdi>${source}</bdi><span class="dot" aria-hidden="true"></span><span>${eventWord(type)}</span></p>
    <q dir="auto" lang=${scriptOf(sentence) === "arabic" ? "ar" : nothing}>${sentence}</q>
  </li>`;
}

function segments(all: ContactFeature[], go: Go) {
  return html`<h3 class="list-heading">${tev("contactTitle")} <span class="tab-count">${formatNumber(all.length)}</span></h3>
    <p class="note">${tev("contactNote")}</p>
    ${portion(
      "contact",
      all,
      (f) => f.id,
      ({ geometry, properties: p }) => {
        const [lon, lat] = geometry.coordinates[0];
        return html`<li class="card event">
          <h3><span class="side-swatch" .style=${`--side:${p.left_colour}`} aria-hidden="true"></span><span class="side-swatch" .style=${`--side:${p.right_colour}`} aria-hidden="true"></span><button class="link" type="button" title=${t("zoomTo")} @click=${() => go({ lat, lon, zoom: 10 })}><bdi>${p.left}</bdi> | <bdi>${p.right}</bdi></button></h3>
          <p class="meta"><bdi>${groupName(p.left_group, p.left_holder)}</bdi><span class="dot" aria-hidden="true"></span><bdi>${groupName(p.right_group, p.right_holder)}</bdi><span class="dot" aria-hidden="true"></span><span>${t("offBy", { n: Math.round(p.uncertainty_km) })}</span>${p.along ? html`<span class="dot" aria-hidden="true"></span><bdi>${p.along}</bdi>` : nothing}</p>
          ${why(p.left_why, p.right_why)}
        </li>`;
      },
    )}`;
}
