// A placeholder for a list that is still loading.

import { html } from "lit-html";

export const bones = (n = 6) => html`<div aria-hidden="true">
  ${Array.from({ length: n }, () => html`<div class="bones"><div class="bone bone-40"></div><div class="bone bone-96"></div><div class="bone bone-60"></div></div>`)}
</div>`;
