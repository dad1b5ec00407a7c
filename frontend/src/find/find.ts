// The search box: an ARIA combobox with a list box of suggestions.

import { computed, effect, signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { Unreachable } from "../api/get";
import { search } from "../api/search";
import { zoomOf } from "../domain/near";
import { precisions } from "../domain/precision";
import { countryName, type Key, lang, t } from "../i18n";
import { frontKind } from "../i18n/words";
import { openTarget, setNear, setWords, showPin } from "../state/actions";
import { counts, frontTitle, placeName } from "../state/derive";
import { serverQuery } from "../state/query";
import { dataset, narrow, pin, words } from "../state/store";
import { closeIcon, lineIcon, pinIcon, searchIcon, textIcon, zoomIcon } from "../ui/icons";
import { readSearch } from "./read";
import { type Suggestion, suggestions } from "./suggest";

const text = signal("");
const open = signal(false);
const active = signal(-1);

/** Gazetteer places, after a pause in typing. */
const gazetteer = serverQuery({
  question: () => {
    const { name, point } = readSearch(text.value);
    return point || name.length < 2 ? null : { text: name, lang: lang.value };
  },
  ask: async ({ text, lang }, stop) => ({ text, found: await search(text, 8, lang, stop) }),
  pause: 180,
});

const found = () => {
  const { value } = gazetteer.value;
  return value?.text === readSearch(text.value).name ? value.found : [];
};

const down = () => gazetteer.value.state === "failed" && gazetteer.value.error instanceof Unreachable;

const offered = computed(() => (dataset.value ? suggestions(dataset.value, text.value, found(), placeName) : []));

export function watchSearch() {
  gazetteer.watch();
  // The box shows the words that articles are filtered by, also after going back.
  effect(() => {
    text.value = words.value;
    open.value = false;
  });
}

export type Go = (to: { lat: number; lon: number; zoom: number }) => void;

export function findBox(go: Go): TemplateResult {
  const list = offered.value;
  const shown = open.value && list.length > 0;
  return html`<div class="find" role="search" @focusout=${left}>
    <span class="find-icon">${searchIcon}</span>
    <input
      id="find"
      type="text"
      inputmode="search"
      enterkeyhint="search"
      role="combobox"
      autocomplete="off"
      spellcheck="false"
      dir="auto"
      aria-label=${t("find")}
      aria-autocomplete="list"
      aria-expanded=${shown}
      aria-controls="find-list"
      aria-activedescendant=${shown && active.value >= 0 ? `find-${active.value}` : nothing}
      placeholder=${t(narrow.value ? "keyFind" : "find")}
      .value=${text.value}
      @input=${typed}
      @focus=${() => {
        open.value = text.value !== words.value;
      }}
      @keydown=${(e: KeyboardEvent) => pressed(e, go)}
    />
    ${text.value ? html`<button class="icon-button find-clear" type="button" aria-label=${t("findClear")} @click=${clear}>${closeIcon}</button>` : nothing}
    <div id="find-list" class="find-list" role="listbox" aria-label=${t("find")} ?hidden=${!shown}>${shown ? groups(list, go) : nothing}</div>
    <p class="vh" role="status">${shown ? `${t("findCount", { n: list.length })}${down() ? `. ${t("findDown")}` : ""}` : ""}</p>
  </div>`;
}

const headings: Record<Suggestion["kind"], Key> = {
  place: "findHere",
  near: "findNearGroup",
  front: "findFronts",
  elsewhere: "findElsewhere",
  point: "findPoint",
  words: "findArticles",
};

const kinds = Object.keys(headings) as Suggestion["kind"][];

function groups(list: Suggestion[], go: Go) {
  return kinds.map((kind) => {
    const members = list.flatMap((s, i) => (s.kind === kind ? [{ s, i }] : []));
    if (members.length === 0) return nothing;
    return html`<div role="group" aria-labelledby="find-group-${kind}">
      <div class="find-group" id="find-group-${kind}" role="presentation">${t(headings[kind])}</div>
      ${members.map(({ s, i }) => option(s, i, go))}
    </div>`;
  });
}

function option(s: Suggestion, i: number, go: Go) {
  return html`<div
    class="find-option"
    id="find-${i}"
    role="option"
    aria-selected=${i === active.value}
    @pointerdown=${(e: Event) => e.preventDefault()}
    @click=${() => choose(s, go)}
  >
    ${icons[s.kind]}<span class="find-name">${name(s)}</span>${detail(s)}
  </div>`;
}

const icons: Record<Suggestion["kind"], unknown> = {
  place: pinIcon,
  near: zoomIcon,
  front: lineIcon,
  elsewhere: pinIcon,
  point: pinIcon,
  words: textIcon,
};

function name(s: Suggestion) {
  switch (s.kind) {
    case "place":
      return html`<bdi>${placeName(s.row)}</bdi>`;
    case "near":
      return t("findNear", { name: s.near.name || pointText(s.near), km: s.near.km });
    case "front":
      return html`<bdi>${frontTitle(s.row)}</bdi>`;
    case "point":
      return html`<bdi>${pointText(s)}</bdi>`;
    case "words":
      return t("findWords", { words: s.words });
    case "elsewhere": {
      const { name, matched } = s.found;
      return html`<bdi>${name}</bdi>${matched && matched !== name ? html` <bdi class="find-matched">${matched}</bdi>` : nothing}`;
    }
  }
}

const pointText = ({ lat, lon }: { lat: number; lon: number }) => `${lat.toFixed(4)}, ${lon.toFixed(4)}`;

function detail(s: Suggestion) {
  if (s.kind === "place") {
    const precision = precisions[dataset.value!.places.precision[s.row]];
    return html`<span class="find-detail">${t(`precision_${precision}`)} · ${t("nMentions", { n: counts.value[s.row] })}</span>`;
  }
  if (s.kind === "front") {
    const { kind, items } = dataset.value!.fronts[s.row];
    return html`<span class="find-detail">${frontKind(kind)} · ${t("nSentences", { n: items.length })}</span>`;
  }
  if (s.kind !== "elsewhere") return nothing;
  const where = [s.found.admin1, countryName(s.found.country) ?? s.found.country].filter(Boolean);
  return html`<span class="find-detail">${where.map((w, i) => html`${i ? " · " : ""}<bdi>${w}</bdi>`)}${where.length ? " · " : ""}${t("findNotMentioned")}</span>`;
}

function typed(event: Event) {
  text.value = (event.target as HTMLInputElement).value;
  active.value = -1;
  open.value = true;
}

function pressed(event: KeyboardEvent, go: Go) {
  if (event.isComposing) return;
  const list = offered.value;
  const move = (to: number) => {
    event.preventDefault();
    open.value = true;
    active.value = list.length ? (to + list.length) % list.length : -1;
    document.getElementById(`find-${active.value}`)?.scrollIntoView({ block: "nearest" });
  };
  if (event.key === "ArrowDown") move(active.value + 1);
  else if (event.key === "ArrowUp") move(active.value < 0 ? list.length - 1 : active.value - 1);
  else if (event.key === "Escape") {
    if (open.value) event.stopPropagation();
    if (open.value && list.length) open.value = false;
    else clear();
  } else if (event.key === "Enter" && text.value.trim()) {
    event.preventDefault();
    choose(list[active.value] ?? { kind: "words", words: text.value }, go);
  }
}

function choose(s: Suggestion, go: Go) {
  open.value = false;
  active.value = -1;
  if (s.kind === "words") {
    setWords(s.words);
    return;
  }
  text.value = words.value;
  switch (s.kind) {
    case "place":
      return openTarget({ collection: "places", row: s.row });
    case "front":
      return openTarget({ collection: "fronts", row: s.row });
    case "near":
      setNear(s.near);
      return go({ lat: s.near.lat, lon: s.near.lon, zoom: zoomOf(s.near.km) });
    case "point":
      showPin({ lat: s.lat, lon: s.lon, name: pointText(s) });
      return go({ lat: s.lat, lon: s.lon, zoom: 10 });
    case "elsewhere": {
      const { lat, lon, name, kind } = s.found;
      showPin({ lat, lon, name });
      return go({ lat, lon, zoom: kind.startsWith("A.PCL") ? 5 : kind.startsWith("A.") ? 8 : 10 });
    }
  }
}

function clear() {
  text.value = "";
  pin.value = null;
  if (words.value) setWords("");
  document.getElementById("find")?.focus();
}

function left(event: FocusEvent) {
  if (!(event.currentTarget as HTMLElement).contains(event.relatedTarget as Node | null)) open.value = false;
}
