// The kinds of lines and areas, and which look each has.

export const frontStyles = ["contact", "axis", "pocket", "road", "border", "area"] as const;
export type FrontStyle = (typeof frontStyles)[number];

const styles: Record<string, FrontStyle> = {
  "line of contact": "contact",
  contact: "contact",
  axis: "axis",
  pocket: "pocket",
  road: "road",
  river: "road",
  border: "border",
};

/** How a front of a kind is drawn; countryside, regions and distances are areas that only describe where something is. */
export const frontStyle = (kind: string): FrontStyle => styles[kind] ?? "area";
