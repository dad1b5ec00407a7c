// Copies a text, and shows that until something else is copied.

import { signal } from "@preact/signals-core";

/** The name of what was copied last. */
export const copied = signal("");

/** Copies a text under a name; calls `denied` if the browser does not allow it. */
export async function copy(name: string, text: string, denied?: () => void) {
  try {
    await navigator.clipboard.writeText(text);
    copied.value = name;
  } catch {
    denied?.();
  }
}
