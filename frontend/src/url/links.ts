// Where links in the page lead.

import type { Selection } from "../domain/target";
import { address, type View } from "./codec";

/** The present view with a feature open, and with more of it changed; null closes what is open. */
export const addressOf = (selection: Selection | null, change: Partial<View> = { article: null }) =>
  address({
    place: selection?.collection === "places" ? selection.id : null,
    front: selection?.collection === "fronts" ? selection.id : null,
    ...change,
  });
