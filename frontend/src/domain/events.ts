// Types of events and their symbols, on the map and in lists.

import type { Theme } from "./theme";

/** Groups of types with a colour. The shapes are distinct without it. */
export type EventFamily = "strike" | "fight" | "hold" | "move" | "civil";

/** A sign in a square of 20 by 20: the path of a filled shape. */
interface EventSign {
  family: EventFamily;
  path: string;
}

const eventSigns = {
  air_strike: { family: "strike", path: "M10 17 2 4h16z" },
  shelling: { family: "strike", path: "M10 2 18 10 10 18 2 10z" },
  explosion: {
    family: "strike",
    path: "m10 1 2.2 5.200L17.500 4l-2.100 5.300L20 11.500l-5.200 1.800.6 5.500L10.500 15.500 6 19l.3-5.600L0 12l5-3.200L2.500 4l5.300 2.300z",
  },
  clash: {
    family: "fight",
    path: "M2 4.500 4.500 2 10 7.500 15.500 2 18 4.500 12.500 10 18 15.500 15.500 18 10 12.500 4.500 18 2 15.500 7.500 10z",
  },
  killing: { family: "fight", path: "M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM5 8.800h10v2.400H5z" },
  capture: { family: "hold", path: "M4 1h2.200v2H17l-3 4 3 4H6.200v8H4z" },
  withdrawal: { family: "hold", path: "M4 1h2.200v8H17l-3 4 3 4H6.200v2H4z" },
  siege: {
    family: "hold",
    path: "M10 1.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zm0 3a5.500 5.500 0 1 1 0 11 5.500 5.500 0 0 1 0-11zM8 8h4v4H8z",
  },
  control: { family: "hold", path: "M3 3h14v14H3z" },
  deployment: { family: "move", path: "M3 3h5l7 7-7 7H3l7-7z" },
  displacement: { family: "move", path: "M2 8h9V3l8 7-8 7v-5H2z" },
  agreement: { family: "civil", path: "M2 5h16v3.500H2zM2 11.500h16V15H2z" },
  detention: { family: "civil", path: "M3 2h3v16H3zM8.500 2h3v16h-3zM14 2h3v16h-3z" },
  aid: { family: "civil", path: "M7.500 2h5v5.500H18v5h-5.500V18h-5v-5.500H2v-5h5.500z" },
  protest: { family: "civil", path: "M3 3h14v10h-6l-4 5v-5H3z" },
} satisfies Record<string, EventSign>;

export type EventType = keyof typeof eventSigns;
export const eventTypes = Object.keys(eventSigns) as EventType[];

export const signOf = (type: EventType): EventSign => eventSigns[type];

/** Okabe and Ito's colours, darker in the light theme and lighter in the dark one, as on the map. */
export const familyColours: Record<Theme, Record<EventFamily, string>> = {
  light: { strike: "#c44f00", fight: "#b0103a", hold: "#6a2c91", move: "#6f5d46", civil: "#00795a" },
  dark: { strike: "#f07a35", fight: "#ff6b81", hold: "#c9a0ea", move: "#b3a58f", civil: "#2bbf94" },
};

/** Events in places larger than a town are only listed: a point in the middle of a province would be an invention. */
export const isPinned = (precision: string | null) =>
  precision === "town" || precision === "site" || precision === "given";

/** The strength of a claim after so many days: old ones are faint, but never invisible while they count. */
export const freshness = (days: number) => Math.max(0.35, 1 - days / 730);

/** Generic nouns for people and groups, without article. */
const vague: ReadonlySet<string> = new Set(
  [
    "person persons people man men individual individuals member members element elements",
    "group groups force forces unit units side sides party parties faction factions",
    "شخص أشخاص رجل رجال فرد أفراد عنصر عناصر",
    "مجموعة مجموعات قوة قوات وحدة وحدات طرف أطراف جهة جهات فصيل فصائل",
  ].flatMap((words) => words.split(" ")),
);

/** Whether a reported actor or target is specific. */
export const saysWho = (name: string) => !vague.has(name.toLowerCase().replace(/^(the |ال)/, ""));
