// Copies a text, and says for as long as nothing else is copied that it has.

import { signal } from "@preact/signals-core";

/** What was copied last, by the name that the copying button gives it. */
export const copied = signal("");

/** Copies a text under a name; `denied` is called where the browser does not allow it. */
export async function copy(name: string, text: string, denied?: () => void) {
  try {
    await navigator.clipboard.writeText(text);
    copied.value = name;
  } catch {
    denied?.();
  }
}
