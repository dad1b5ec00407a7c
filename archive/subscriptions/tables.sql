-- Who is notified of what comes in. The tables are created when the first is added. Times are UTC
-- (RFC 3339).

CREATE TABLE IF NOT EXISTS dateline_subscriptions (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  collection TEXT NOT NULL,
  bbox TEXT NOT NULL,               -- a box, or a circle as lon,lat,km; these three select, empty for all
  datetime TEXT NOT NULL,
  filter TEXT NOT NULL,             -- CQL2
  address TEXT NOT NULL,            -- that is called
  secret TEXT NOT NULL,             -- that calls are signed with
  every INTEGER NOT NULL,           -- seconds between calls, at least
  due TEXT NOT NULL,                -- when news are looked for next; while they are, when that is given up
  told INTEGER NOT NULL,            -- fid of the newest article that was told of, or needed not to be
  telling INTEGER NOT NULL,         -- the same of the call that is under way, or failed; 0 for none
  called TEXT NOT NULL,             -- last with success; empty for never
  failures INTEGER NOT NULL,        -- calls in a row that failed
  error TEXT NOT NULL               -- of the last call; empty when it went well
);

-- What each subscriber may know of each article, to withdraw what is removed: ids of features,
-- separated by spaces.
CREATE TABLE IF NOT EXISTS dateline_told (
  subscription INTEGER NOT NULL,
  article TEXT NOT NULL,
  features TEXT NOT NULL,
  PRIMARY KEY (subscription, article)
) WITHOUT ROWID;

-- The last change of articles (dateline_changes) up to which removals were sent; telling is the
-- same for the call that is pending or failed, 0 for none.
CREATE TABLE IF NOT EXISTS dateline_told_removals (
  subscription INTEGER PRIMARY KEY,
  told INTEGER NOT NULL,
  telling INTEGER NOT NULL
);

INSERT INTO gpkg_extensions SELECT column1, NULL, 'dateline_archive', 'tables.sql of the package archive/subscriptions of Dateline', 'read-write'
  FROM (VALUES ('dateline_subscriptions'), ('dateline_told'), ('dateline_told_removals'))
  WHERE column1 NOT IN (SELECT table_name FROM gpkg_extensions WHERE table_name IS NOT NULL);
