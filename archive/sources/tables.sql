-- Where articles come from, and what was read of each source. The tables are created when the first
-- source is added. Times are UTC (RFC 3339).

CREATE TABLE IF NOT EXISTS dateline_sources (
  id INTEGER PRIMARY KEY,
  address TEXT NOT NULL UNIQUE,     -- or the path of a folder
  name TEXT NOT NULL,               -- of the outlet; empty to use that of the source
  kind TEXT NOT NULL,               -- feed, page, sitemap, folder, telegram; empty to detect it
  language TEXT NOT NULL,           -- ISO 639-1; empty to detect it for each text
  every INTEGER NOT NULL,           -- seconds
  paused INTEGER NOT NULL,
  due TEXT NOT NULL,                -- next poll; during one, when it counts as abandoned
  etag TEXT NOT NULL,               -- for conditional requests
  last_modified TEXT NOT NULL,
  checked TEXT NOT NULL,            -- last poll; empty for never, as is found
  found TEXT NOT NULL,              -- when it last had something new
  articles INTEGER NOT NULL,        -- stored from it
  waiting INTEGER NOT NULL,         -- items that the last poll left for the next
  failures INTEGER NOT NULL,        -- consecutive failed polls
  error TEXT NOT NULL,              -- of the last poll; empty if it succeeded
  notes TEXT NOT NULL               -- single items that could not be read, one a line
);

CREATE TABLE IF NOT EXISTS dateline_seen (
  source INTEGER NOT NULL,
  key INTEGER NOT NULL,             -- of the item, a hash
  mark INTEGER NOT NULL,            -- hash of its entry in the list when it was read; 0 if reading failed
  tries INTEGER NOT NULL,           -- failed attempts
  PRIMARY KEY (source, key)
) WITHOUT ROWID;

-- Pages given as sources that link to a feed, which is followed instead.
CREATE TABLE IF NOT EXISTS dateline_source_pages (
  page TEXT PRIMARY KEY,
  source INTEGER NOT NULL           -- the feed
) WITHOUT ROWID;

INSERT INTO gpkg_extensions SELECT column1, NULL, 'dateline_archive', 'tables.sql of the package archive/sources of Dateline', 'read-write'
  FROM (VALUES ('dateline_sources'), ('dateline_seen'), ('dateline_source_pages'))
  WHERE column1 NOT IN (SELECT table_name FROM gpkg_extensions WHERE table_name IS NOT NULL);
