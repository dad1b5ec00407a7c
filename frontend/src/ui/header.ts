// The bar above: name, search, language, colours.

import { html } from "lit-html";
import { findBox, type Go } from "../find/find";
import { lang, t } from "../i18n";
import { setLang, setTheme } from "../state/actions";
import { theme } from "../state/derive";
import { narrow, shareOpen } from "../state/store";
import { moonIcon, shareIcon } from "./icons";

const short = { ar: "ع", en: "En" };

export function header(go: Go) {
  const other = lang.value === "en" ? "ar" : "en";
  const dark = theme.value === "dark";
  return html`
    <h1 class="brand">
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
        <path class="brand-line" d="M3 23h26" />
        <circle class="brand-dot" cx="16" cy="13" r="7" />
        <path class="brand-line" d="M16 20v6" />
      </svg>
      <span class="brand-name" lang="en">Dateline</span>
      <span class="brand-tag">${t("tagline")}</span>
    </h1>
    ${findBox(go)}
    <div class="bar-end">
      <button
        class="icon-button"
        id="share-button"
        type="button"
        aria-label=${t("share")}
        title=${t("share")}
        aria-haspopup="dialog"
        @click=${() => {
          shareOpen.value = true;
        }}
      >
        ${shareIcon}
      </button>
      <button class="chip bar-lang" type="button" lang=${other} aria-label=${narrow.value ? `${short[other]} – ${t("otherLanguage")}` : t("otherLanguage")} @click=${() => setLang(other)}>
        ${narrow.value ? short[other] : t("otherLanguage")}
      </button>
      <button
        class="icon-button"
        type="button"
        aria-label=${t("themeDark")}
        title=${t("themeDark")}
        aria-pressed=${dark}
        @click=${() => setTheme(dark ? "light" : "dark")}
      >
        ${moonIcon}
      </button>
    </div>
  `;
}
