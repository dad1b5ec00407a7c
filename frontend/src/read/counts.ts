// How much is in view, in words.

import { t } from "../i18n";
import { articlesInView } from "../state/articles";
import { sums } from "../state/breakdown";

export function countsInView(): string {
  const mentions = t("nMentions", { n: sums.value.view });
  const places = t("nPlaces", { n: sums.value.places });
  const { total } = articlesInView.value;
  if (total === undefined) return t("countsViewPlaces", { mentions, places });
  return t("countsView", { mentions, places, articles: t("nArticles", { n: total }) });
}
