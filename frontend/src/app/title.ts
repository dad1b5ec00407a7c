// The title of the view: of the page, pictures and paper.

import { t } from "../i18n";
import { countsInView } from "../read/counts";
import { filterNames } from "../read/filters";
import { reading } from "../state/article";
import { chosen, frontTitle, placeName } from "../state/derive";
import { dataset, range, words } from "../state/store";
import { rangeText } from "../time/head";
import { told } from "./told";

/** The open article, place, line or area, or the words searched for; "" if there is none. */
function subject(): string {
  const open = reading.value;
  if (open?.state === "ready") return open.document.title ?? "";
  const target = chosen.value;
  if (target?.collection === "places") return placeName(target.row);
  if (target) return frontTitle(target.row);
  return words.value ? t("filterWords", { words: words.value }) : "";
}

/** The selected time; "" for all time. */
const period = () => (range.value && dataset.value ? rangeText() : "");

export const pictureTitle = () => subject() || told()?.title || t("paperTitle");

/** The period or day, the counts, and the filters. */
export function pictureFacts(): string[] {
  const more = told();
  return [more?.day || rangeText(), more?.counts || countsInView(), ...filterNames()];
}

/** The title of the page: what is open, and the period. */
export function pageTitle(): string {
  const parts = [subject(), period()].filter(Boolean);
  return parts.length ? `${parts.join(" · ")} – Dateline` : t("title");
}
