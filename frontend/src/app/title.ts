// What the view is called: the title of the page, of pictures and of the sheet of paper.

import { t } from "../i18n";
import { countsInView } from "../read/counts";
import { filterNames } from "../read/filters";
import { reading } from "../state/article";
import { chosen, frontTitle, placeName } from "../state/derive";
import { dataset, range, words } from "../state/store";
import { rangeText } from "../time/head";
import { told } from "./told";

/** The article, place, line or area that is open, or the words that are searched for; "" where there is none. */
function subject(): string {
  const open = reading.value;
  if (open?.state === "ready") return open.document.title ?? "";
  const target = chosen.value;
  if (target?.collection === "places") return placeName(target.row);
  if (target) return frontTitle(target.row);
  return words.value ? t("filterWords", { words: words.value }) : "";
}

/** The time that is chosen; "" for all time. */
const period = () => (range.value && dataset.value ? rangeText() : "");

export const pictureTitle = () => subject() || told()?.title || t("paperTitle");

/** The period or the day, how much there is, and by what it is filtered. */
export function pictureFacts(): string[] {
  const more = told();
  return [more?.day || rangeText(), more?.counts || countsInView(), ...filterNames()];
}

/** The title of the page: what is open, and the period. */
export function pageTitle(): string {
  const parts = [subject(), period()].filter(Boolean);
  return parts.length ? `${parts.join(" · ")} – Dateline` : t("title");
}
