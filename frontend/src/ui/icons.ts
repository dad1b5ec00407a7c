// Line icons, 20 by 20, in the colour of the surrounding text.

import { html, svg } from "lit-html";

const icon = (path: unknown) =>
  html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">${path}</svg>`;

export const searchIcon = icon(svg`<circle cx="8.5" cy="8.5" r="5.5"/><path d="m13 13 4.5 4.5"/>`);
export const closeIcon = icon(svg`<path d="m5 5 10 10M15 5 5 15"/>`);
export const plusIcon = icon(svg`<path d="M10 4v12M4 10h12"/>`);
export const minusIcon = icon(svg`<path d="M4 10h12"/>`);
export const fitIcon = icon(
  svg`<path d="M4 7.5V4h3.5M12.5 4H16v3.500M16 12.500V16h-3.500M7.5 16H4v-3.5"/><circle cx="10" cy="10" r="2"/>`,
);
export const rulerIcon = icon(
  svg`<path d="M13 2.500 17.500 7 7 17.500 2.500 13zM10.500 5l2 2M7.500 8l2 2M4.800 10.700l2 2"/>`,
);
export const moonIcon = icon(svg`<path d="M16.5 12A7 7 0 0 1 8 3.500a7 7 0 1 0 8.5 8.500z"/>`);
export const keyIcon = icon(
  svg`<circle cx="5" cy="5.5" r="1.7"/><path d="M9.5 5.500H17M9.5 10H17M9.5 14.500H17"/><path d="m5 8.2 1.8 1.800L5 11.8 3.2 10z"/><path d="M3.3 14.500h3.4"/>`,
);
export const backIcon = html`<svg class="icon flip" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false"><path d="M12 4.5 6.5 10l5.5 5.5" /></svg>`;
export const pinIcon = icon(
  svg`<path d="M10 17.500s5.5-5 5.5-9a5.5 5.5 0 0 0-11 0c0 4 5.5 9 5.5 9z"/><circle cx="10" cy="8.5" r="2"/>`,
);
export const textIcon = icon(svg`<path d="M4 5h12M4 9h12M4 13h7"/>`);
export const zoomIcon = icon(
  svg`<circle cx="10" cy="10" r="6"/><path d="M10 1.500V5M10 15v3.500M1.5 10H5M15 10h3.5"/>`,
);
export const outIcon = html`<svg class="icon flip" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false"><path d="M8 5H4.500v10.500H15V12M11 4h5v5M15.5 4.5 9 11" /></svg>`;
export const playIcon = html`<svg class="icon flip" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false"><path d="M6 4.500v11l9-5.500z" /></svg>`;
export const pauseIcon = icon(svg`<path d="M7 5v10M13 5v10"/>`);
export const stepIcon = html`<svg class="icon flip" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false"><path d="M5 4.500v11l8-5.500zM15.500 4.500v11" /></svg>`;
export const moreIcon = icon(svg`<path d="M4.500 10h.01M10 10h.01M15.500 10h.01" stroke-width="2.600"/>`);
export const filterIcon = icon(svg`<path d="M3.500 5h13M6 10h8M8.500 15h3"/>`);
export const shareIcon = icon(svg`<path d="M10 12V3M6.500 6 10 2.800 13.500 6M4 10v6.500h12V10"/>`);
export const boxIcon = icon(svg`<path stroke-dasharray="2.500 2.500" d="M3.500 3.500h13v13h-13z"/>`);
export const copyIcon = icon(svg`<path d="M7 7h9v9H7zM4 13V4h9"/>`);
export const lineIcon = icon(svg`<path d="M3.500 14.500 8 8l4 4 4.500-6.500"/>`);
export const onIcon = html`<svg class="icon flip" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false"><path d="M8 4.500 13.500 10 8 15.500" /></svg>`;
