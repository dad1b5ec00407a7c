// What of an input is not part of an article, with the reasons: so that nothing is dropped unsaid.

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

/** How many paragraphs are left out, unfolding to what they say. */
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
