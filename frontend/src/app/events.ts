// What the map needs while events are listed: the signs over it, which of them is clicked, and what they mean. Loaded then.

import { lazily } from "../state/lazily";

export const overlay = lazily(() => import("./overlay"));
