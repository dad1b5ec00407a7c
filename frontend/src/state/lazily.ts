// Code splitting: rarely used parts of the page are loaded on demand.

import { signal } from "@preact/signals-core";

/** The result of `load`, null until loaded; the first call requests it. */
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
          asked = false; // the next call retries
        },
      );
    }
    return part.value;
  };
}
