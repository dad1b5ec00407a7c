// The map's colours. Data is in Okabe and Ito's palette, which people with colour blindness can tell apart; form and
// dash say the same again.

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
  casing: string;
  ring: string;
  ringCase: string;
}

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
    labelCountry: "#6f6757",
    labelDivision: "#857c6b",
    labelWater: "#4d7f9c",
    labelPlace: "#1f262c",
    labelPlaceDim: "#6d6a63",
    halo: "rgba(250,248,244,.92)",
    place: "#0072b2",
    placeEdge: "#ffffff",
    placeDim: "#8f8b82",
    area: "#00795a",
    front: "#c44f00",
    zone: "#d98a00",
    casing: "rgba(255,255,255,.9)",
    ring: "#14181b",
    ringCase: "#ffffff",
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
    labelCountry: "#8d9ba5",
    labelDivision: "#7f8d97",
    labelWater: "#5f93b3",
    labelPlace: "#e8edf0",
    labelPlaceDim: "#8a959d",
    halo: "rgba(20,27,32,.9)",
    place: "#56b4e9",
    placeEdge: "#0e1419",
    placeDim: "#6b7780",
    area: "#2bbf94",
    front: "#f07a35",
    zone: "#e69f00",
    casing: "rgba(10,15,19,.85)",
    ring: "#ffffff",
    ringCase: "#0a0e11",
  },
};
