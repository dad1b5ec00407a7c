// The words where the reader adds, corrects and follows: loaded with what needs them.

import { wordsOf } from ".";
import { edit as ar } from "./ar.edit";
import { edit as en } from "./en.edit";

export type EditKey = keyof typeof en;

/** As `t`, of these words. */
export const te = wordsOf<EditKey>({ en, ar });

export const isEditKey = (text: string): text is EditKey => text in en;
