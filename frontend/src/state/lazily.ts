// Parts of the page that few readers open: their script is loaded when they are.

import { signal } from "@preact/signals-core";

/** What `load` brings, null until it is there; asked for by the first call. */
export function lazily<T>(load: () => Promise<T>): () => T | null {
  const part = signal<T | null>(null);
  let asked = false;
  return () => {
    if (!asked) {
      asked = true;
      load().then(
        (loaded) => {
          part.value = loaded;
        },
        () => {
          asked = false; // the next call asks again
        },
      );
    }
    return part.value;
  };
}
