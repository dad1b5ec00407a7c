// The kinds of lines and areas, and the style of each.

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

/** The style of a kind; countryside, regions and distances are areas that only say where something is. */
export const frontStyle = (kind: string): FrontStyle => styles[kind] ?? "area";
