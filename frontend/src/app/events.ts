// The map's part of the list of events, loaded on demand: signs, picking and legend.

import { lazily } from "../state/lazily";

export const overlay = lazily(() => import("./overlay"));
