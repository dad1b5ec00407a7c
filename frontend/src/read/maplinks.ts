// Other maps that a place can be opened in: those that the page's head names,
//
//   <meta name="dateline-map" content="https://maps.example/#{z}/{lat}/{lon}" data-name="Example" />

import { html, type TemplateResult } from "lit-html";
import { outIcon } from "../ui/icons";

interface MapLink {
  name: string;
  href: string;
}

/** The links to a point, as the head of the page has them; addresses that are not of the web are left out. */
export function mapLinks(lat: number, lon: number, zoom: number, root: ParentNode = document.head): MapLink[] {
  const values: Record<string, string> = { "{lat}": lat.toFixed(5), "{lon}": lon.toFixed(5), "{z}": String(zoom) };
  return [...root.querySelectorAll<HTMLMetaElement>('meta[name="dateline-map"]')]
    .filter(({ content }) => /^https?:\/\//.test(content))
    .map(({ content, dataset }) => ({
      name: dataset.name || new URL(content.replace(/\{\w+\}/g, "0")).hostname,
      href: content.replace(/\{(lat|lon|z)\}/g, (part) => values[part]),
    }));
}

export const mapLink = ({ name, href }: MapLink): TemplateResult =>
  html`<a class="chip" href=${href} target="_blank" rel="noopener noreferrer">${outIcon}<bdi>${name}</bdi></a>`;

/** Latitude and longitude in decimal degrees, as other programs take them. */
export const pointText = (lat: number, lon: number) => `${lat.toFixed(4)}, ${lon.toFixed(4)}`;
