// Says the counts to a screen reader when they have changed and then rested.

import { effect } from "@preact/signals-core";
import { t } from "../i18n";
import { articlesInView } from "../state/articles";
import { status } from "../state/atlas";
import { sums } from "../state/breakdown";

const PAUSE = 700;

export function announce(element: HTMLElement) {
  let timer = 0;
  effect(() => {
    if (status.value.kind !== "ready") return;
    const text = t("countsView", {
      mentions: t("nMentions", { n: sums.value.view }),
      places: t("nPlaces", { n: sums.value.places }),
      articles: t("nArticles", { n: articlesInView.value.total }),
    });
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      element.textContent = text;
    }, PAUSE);
  });
}
