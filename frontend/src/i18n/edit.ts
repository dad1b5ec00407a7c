// The texts for adding, correcting and following: loaded on demand.

import { wordsOf } from ".";
import { edit as ar } from "./ar/edit";
import { edit as en } from "./en/edit";

export type EditKey = keyof typeof en;

/** As `t`, for these texts. */
export const te = wordsOf<EditKey>({ en, ar });

export const isEditKey = (text: string): text is EditKey => text in en;
