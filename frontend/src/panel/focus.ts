// Keyboard focus when the panel changes: to the head of what was opened, to the mark that a
// sentence links, and back to the opening link on closing. Lists keep their scroll position.

import { reading } from "../state/article";
import { article, at, list, selected } from "../state/store";

let shown = "";
let shownMark = "";
let started = false;
/** What has been open since the lists were last visible. */
let trail: string[] = [];
const scrolled = new Map<string, number>();

const body = (panel: HTMLElement) => panel.querySelector<HTMLElement>(".panel-body");

export function followScroll(panel: HTMLElement) {
  panel.addEventListener("scroll", () => scrolled.set(shown || list.value, body(panel)?.scrollTop ?? 0), {
    capture: true,
    passive: true,
  });
}

/** Call this after rendering the panel. */
export function panelFocus(panel: HTMLElement) {
  const feature = selected.value ? `${selected.value.collection} ${selected.value.id}` : "";
  const open = article.value ? `article ${article.value}` : feature;
  const ready = !article.value || reading.value?.state === "ready";
  const mark = ready && article.value ? `${article.value} ${at.value}` : "";
  if (!body(panel) || (open === shown && mark === shownMark)) {
    started ||= body(panel) !== null;
    return;
  }
  const before = shown;
  shown = open;
  if (open) trail.push(open);
  if (open !== before)
    body(panel)!.scrollTo(0, open.startsWith("article") ? 0 : (scrolled.get(open || list.value) ?? 0));
  if (!ready) return;
  shownMark = mark;
  const here =
    at.value !== null
      ? (panel.querySelector<HTMLElement>(".mark-here") ?? panel.querySelector<HTMLElement>(".here-paragraph"))
      : null;
  (here ?? panel.querySelector(".article .hit"))?.scrollIntoView({ block: "center" });
  // The page's own start leaves the focus alone; so does a mark chosen in the open article.
  const quiet = !started || (open === before && document.activeElement !== document.body);
  started = true;
  if (quiet) return;
  const target = open ? (here?.matches("a") ? here : panel.querySelector<HTMLElement>("#panel-title")) : origin(panel);
  target?.focus({ preventScroll: true });
}

/** The link to what was open, or else the list's tab. */
function origin(panel: HTMLElement) {
  const links = trail.reverse().map((key) => panel.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`));
  trail = [];
  return links.find((link) => link) ?? document.getElementById(`tab-${list.value}`);
}
