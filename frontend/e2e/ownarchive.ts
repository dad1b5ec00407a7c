// A server of its own for each test, on an archive that the test may add to.

import { afterEach, beforeEach, inject } from "vitest";
import { documents } from "./fixtures/atlas";
import { Archive, type Server } from "./server";

/** The same article once more, by another id. */
export const oneMore = (id: string) => [{ ...documents[3], id }];

/** Before each test makes an archive of the made documents and serves it. Call it before useBrowser, whose pages end first. */
export function useOwnArchive() {
  const own = {} as { archive: Archive; server: Server };
  beforeEach(async () => {
    own.archive = new Archive(inject("bin"));
    own.archive.ingest(documents);
    own.server = await own.archive.serve();
  });
  afterEach(async () => {
    await own.server?.stop();
    own.archive?.remove();
  });
  return own;
}
