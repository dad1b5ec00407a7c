// The bar above: search, language, colours. Its name stands in index.html, so that there is something to see at once.

import { html, nothing } from "lit-html";
import { isPublished } from "../api/get";
import { type Lang, langs } from "../domain/lang";
import { findBox, type Go } from "../find/find";
import { lang, t } from "../i18n";
import { closeAdd, openAdd, setLang, setTheme } from "../state/actions";
import { theme } from "../state/derive";
import { adding, embed, narrow, shareOpen } from "../state/store";
import { moonIcon, plusIcon, shareIcon } from "../ui/icons";

const short: Record<Lang, string> = { en: "En", ar: "ع" };

export const tagline = () => html`${t("tagline")}`;

export function header(go: Go) {
  const other = langs[(langs.indexOf(lang.value) + 1) % langs.length];
  const dark = theme.value === "dark";
  return html`
    ${findBox(go)}
    <div class="bar-end">
      ${
        isPublished() || embed.value
          ? nothing
          : html`<button
              class="chip"
              id="add-button"
              type="button"
              aria-label=${t("add")}
              aria-pressed=${adding.value !== null}
              @click=${() => (adding.value ? closeAdd() : openAdd("texts"))}
            >
              ${plusIcon}${narrow.value ? nothing : t("add")}
            </button>`
      }
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
