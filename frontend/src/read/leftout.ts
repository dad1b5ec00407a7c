// The parts of an input outside an article, with the reasons: so that nothing is dropped
// silently.

import { html, nothing } from "lit-html";
import type { Document, LeftOut } from "../api/types";
import { t } from "../i18n";
import type { Key } from "../i18n/en";

const reasons: Record<string, Key> = {
  advertisement: "leftAdvertisement",
  around: "leftAround",
  attachments: "leftAttachments",
  captions: "leftCaptions",
  comments: "leftComments",
  cookies: "leftCookies",
  footer: "leftFooter",
  forms: "leftForms",
  hidden: "leftHidden",
  links: "leftLinks",
  navigation: "leftNavigation",
  notices: "leftNotices",
  repeated: "leftRepeated",
  subscription: "leftSubscription",
};

/** The number of omitted paragraphs, unfolding to their text. */
export function leftOut(doc: Document) {
  const parts = doc.left_out ?? [];
  if (!parts.length) return nothing;
  const n = parts.reduce((sum, part) => sum + part.text.split("\n").length, 0);
  return html`<details class="ledger">
    <summary>${t("leftOut", { n })}</summary>
    ${parts.map(row)}
  </details>`;
}

const row = (part: LeftOut) => {
  const reason = reasons[part.reason];
  return html`<p class="note"><strong>${reason ? t(reason) : part.reason}</strong> <bdi class="left-out">${part.text}</bdi></p>`;
};
