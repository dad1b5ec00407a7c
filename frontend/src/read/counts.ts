// How much is in view, in words.

import { t } from "../i18n";
import { articlesInView } from "../state/articles";
import { sums } from "../state/breakdown";

export const countsInView = (): string =>
  t("countsView", {
    mentions: t("nMentions", { n: sums.value.view }),
    places: t("nPlaces", { n: sums.value.places }),
    articles: t("nArticles", { n: articlesInView.value.total }),
  });
