// The collections of the page, by name. A new one needs a file here, a layer in map/layers, its
// rows in data/rows.ts and a parameter in url/params.ts.

import type { CollectionName } from "../domain/target";
import type { Collection } from "./collection";
import { fronts } from "./fronts";
import { places } from "./places";

export const collections: Record<CollectionName, Collection> = { places, fronts };
