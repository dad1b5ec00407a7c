-- Where articles come from, and what was read of each source. The tables are created when the first
-- source is added. Times are UTC (RFC 3339).

CREATE TABLE IF NOT EXISTS dateline_sources (
  id INTEGER PRIMARY KEY,
  address TEXT NOT NULL UNIQUE,     -- or the path of a folder
  name TEXT NOT NULL,               -- of the outlet; empty for what the source says
  kind TEXT NOT NULL,               -- feed, page, sitemap, folder, telegram; empty for what it shows to be
  language TEXT NOT NULL,           -- ISO 639-1; empty for that of each text
  every INTEGER NOT NULL,           -- seconds
  paused INTEGER NOT NULL,
  due TEXT NOT NULL,                -- when it is looked at next; while it is, when that is given up
  etag TEXT NOT NULL,               -- what it is asked with
  last_modified TEXT NOT NULL,
  checked TEXT NOT NULL,            -- last; empty for never, as is found
  found TEXT NOT NULL,              -- when it last had something new
  articles INTEGER NOT NULL,        -- that it brought
  waiting INTEGER NOT NULL,         -- items that the last look left for the next
  failures INTEGER NOT NULL,        -- looks in a row that failed
  error TEXT NOT NULL,              -- of the last look; empty when it went well
  notes TEXT NOT NULL               -- what it could not read of single items, a line each
);

CREATE TABLE IF NOT EXISTS dateline_seen (
  source INTEGER NOT NULL,
  key INTEGER NOT NULL,             -- of the item, a hash
  mark INTEGER NOT NULL,            -- of what its list said when it was read, a hash; 0 while it could not be
  tries INTEGER NOT NULL,           -- how often it could not be
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
