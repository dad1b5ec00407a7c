-- Who is notified of what is new. The tables are created when the first is added. Times are UTC
-- (RFC 3339).

CREATE TABLE IF NOT EXISTS dateline_subscriptions (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  collection TEXT NOT NULL,
  bbox TEXT NOT NULL,               -- a box, or a circle as lon,lat,km; these three select, empty for all
  datetime TEXT NOT NULL,
  filter TEXT NOT NULL,             -- CQL2
  address TEXT NOT NULL,            -- called with the news
  secret TEXT NOT NULL,             -- signs the calls
  every INTEGER NOT NULL,           -- least number of seconds between calls
  due TEXT NOT NULL,                -- next look for news; during one, when it counts as abandoned
  told INTEGER NOT NULL,            -- fid of the newest article sent, or found not to match
  telling INTEGER NOT NULL,         -- the same of the call that is pending or failed; 0 for none
  called TEXT NOT NULL,             -- last successful call; empty for never
  failures INTEGER NOT NULL,        -- consecutive failed calls
  error TEXT NOT NULL               -- of the last call; empty if it succeeded
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
