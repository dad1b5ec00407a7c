// The map's colours. Data uses Okabe and Ito's palette, which colour-blind readers can tell
// apart; shape and dashes carry the same information.

import type { Theme } from "../domain/theme";

export interface Palette {
  sea: string;
  shore: string;
  land: string;
  focus: string;
  water: string;
  waterEdge: string;
  coast: string;
  border: string;
  borderCase: string;
  division: string;
  road: string;
  labelCountry: string;
  labelDivision: string;
  labelWater: string;
  labelPlace: string;
  labelPlaceDim: string;
  halo: string;
  place: string;
  placeEdge: string;
  placeDim: string;
  area: string;
  front: string;
  zone: string;
  contact: string;
  pocket: string;
  route: string;
  limit: string;
  casing: string;
  ring: string;
  ringCase: string;
  /** In a comparison of two spans: only in the second, in both. */
  second: string;
  both: string;
  /** The classes of divisions, from the lowest. */
  classes: string[];
}

/** The palettes of what is mentioned only in the first of two spans, only in the second, in both. */
export const tinted = (p: Palette): Palette[] =>
  [p.place, p.second, p.both].map((colour) => ({ ...p, place: colour, area: colour }));

export const palettes: Record<Theme, Palette> = {
  light: {
    sea: "#c9dce6",
    shore: "rgba(255,255,255,.38)",
    land: "#ebe7de",
    focus: "#f8f6f1",
    water: "#c0d7e4",
    waterEdge: "#8db4cb",
    coast: "#93abb8",
    border: "#8d8474",
    borderCase: "rgba(255,255,255,.55)",
    division: "#b9b1a1",
    road: "#cdb79a",
    labelCountry: "#5c5444",
    labelDivision: "#5e5646",
    labelWater: "#2a5e7b",
    labelPlace: "#1f262c",
    labelPlaceDim: "#5f5c55",
    halo: "rgba(250,248,244,.92)",
    place: "#0072b2",
    placeEdge: "#ffffff",
    placeDim: "#8f8b82",
    area: "#00593f",
    front: "#c44f00",
    zone: "#b07400",
    contact: "#b0103a",
    pocket: "#8a2f86",
    route: "#9a5b00",
    limit: "#6f5d46",
    casing: "rgba(255,255,255,.9)",
    ring: "#14181b",
    ringCase: "#ffffff",
    second: "#d55e00",
    both: "#6b5f86",
    classes: ["#dcebf5", "#aed1e8", "#6fb1d8", "#2f86bf", "#0a5a94"],
  },
  dark: {
    sea: "#0d161d",
    shore: "rgba(120,170,200,.055)",
    land: "#1b2329",
    focus: "#232d34",
    water: "#122130",
    waterEdge: "#2f5670",
    coast: "#3c505d",
    border: "#6a7a85",
    borderCase: "rgba(0,0,0,.35)",
    division: "#44525c",
    road: "#4c473c",
    labelCountry: "#aab6bf",
    labelDivision: "#a3b0b9",
    labelWater: "#7fb2d1",
    labelPlace: "#e8edf0",
    labelPlaceDim: "#8a959d",
    halo: "rgba(20,27,32,.9)",
    place: "#56b4e9",
    placeEdge: "#0e1419",
    placeDim: "#6b7780",
    area: "#2bbf94",
    front: "#f07a35",
    zone: "#e69f00",
    contact: "#ff6b81",
    pocket: "#d98fd6",
    route: "#d9a05b",
    limit: "#b3a58f",
    casing: "rgba(10,15,19,.85)",
    ring: "#ffffff",
    ringCase: "#0a0e11",
    second: "#ff9a4d",
    both: "#b7a8d6",
    classes: ["#1d3547", "#21506f", "#2a739f", "#459bcc", "#8fd0f5"],
  },
};
