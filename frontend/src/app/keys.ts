// Global keyboard shortcuts, and the dialog that lists them.

import { signal } from "@preact/signals-core";
import { html, type TemplateResult } from "lit-html";
import { type Key, t } from "../i18n";
import { recall, remember, setTheme, showList } from "../state/actions";
import { toggleCompare } from "../state/compare";
import { theme } from "../state/derive";
import { stepPeriod } from "../state/period";
import { dataset, embed, keysOpen, type list, shareOpen } from "../state/store";
import { dialog } from "./dialog";

/** The action of a key, by the character it types. */
const keys = new Map<string, { what: Key; does: () => void }>([
  ["/", { what: "keyFind", does: () => document.getElementById("find")?.focus() }],
  ["m", { what: "skipToMap", does: () => document.getElementById("map")?.focus() }],
  ["t", { what: "skipToTime", does: () => document.querySelector<HTMLElement>("#time .thumb")?.focus() }],
  ["1", { what: "tabArticles", does: () => showTab("articles") }],
  ["2", { what: "tabPlaces", does: () => showTab("places") }],
  ["3", { what: "tabFronts", does: () => showTab("fronts") }],
  ["4", { what: "tabEvents", does: () => showTab("events") }],
  ["5", { what: "tabDivisions", does: () => showTab("divisions") }],
  ["[", { what: "timeEarlier", does: () => stepPeriod(-1) }],
  ["]", { what: "timeLater", does: () => stepPeriod(1) }],
  ["c", { what: "compare", does: toggleCompare }],
  ["s", { what: "share", does: () => (shareOpen.value = true) }],
  ["d", { what: "themeDark", does: () => setTheme(theme.peek() === "dark" ? "light" : "dark") }],
  ["?", { what: "keys", does: () => (keysOpen.value = true) }],
]);

/** Keys handled by other parts of the page. */
const others: [string, Key][] = [
  ["+ −", "keyZoom"],
  ["← ↑ ↓ →", "keyMove"],
  ["Esc", "keyBack"],
];

function showTab(name: typeof list.value) {
  showList(name);
  requestAnimationFrame(() => document.getElementById(`tab-${name}`)?.focus());
}

/** Whether single-key shortcuts are on: speech input and tremor may press them by accident (WCAG 2.1.4). */
const on = signal(recall("keys") !== "off");

function turn(wanted: boolean) {
  on.value = wanted;
  remember("keys", wanted ? "on" : "off");
}

/** Listens to the keys, except in text fields and open dialogs. */
export function bindKeys() {
  document.addEventListener("keydown", (event) => {
    const written = (event.target as HTMLElement).closest("input:not([type=checkbox], [type=radio]), select, textarea");
    if (written || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (embed.peek() || !dataset.peek() || document.querySelector("dialog[open]")) return;
    const known = keys.get(event.key);
    if (!known || !on.peek()) return;
    event.preventDefault();
    known.does();
  });
}

export function keySheet(): TemplateResult {
  if (!keysOpen.value) return html``;
  const row = (key: string, what: Key) => html`<div><dt><kbd dir="ltr">${key}</kbd></dt><dd>${t(what)}</dd></div>`;
  return dialog(
    "keys",
    t("keys"),
    close,
    html`<dl>
        ${[...keys].map(([key, { what }]) => row(key, what))} ${others.map(([key, what]) => row(key, what))}
      </dl>
      <label class="check"><input type="checkbox" .checked=${on.value} @change=${(e: Event) => turn((e.target as HTMLInputElement).checked)} /><span>${t("keysOn")}</span></label>`,
  );
}

function close() {
  keysOpen.value = false;
}
