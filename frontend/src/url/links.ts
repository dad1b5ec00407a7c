// Targets of links in the page.

import type { Selection } from "../domain/target";
import { address, type View } from "./codec";

/** The current view with a feature open, null for none, and other changes. */
export const addressOf = (selection: Selection | null, change: Partial<View> = { article: null }) =>
  address({
    place: selection?.collection === "places" ? selection.id : null,
    front: selection?.collection === "fronts" ? selection.id : null,
    ...change,
  });
