-- What people have corrected (document/correction), in the order in which it was said:
-- it is laid over the documents when their rows are made. article and source say what
-- it may concern, null for all.
CREATE TABLE dateline_corrections (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  article TEXT,
  source TEXT,
  body TEXT NOT NULL
);
CREATE INDEX dateline_corrections_article ON dateline_corrections (article);

-- Which corrections the rows of an article have in them.
CREATE TABLE dateline_corrected (article TEXT NOT NULL, correction TEXT NOT NULL, PRIMARY KEY (article, correction)) WITHOUT ROWID;
CREATE INDEX dateline_corrected_correction ON dateline_corrected (correction);

INSERT INTO gpkg_extensions VALUES
  ('dateline_corrections', NULL, 'dateline_archive', 'corrections.sql of the package archive of Dateline', 'read-write'),
  ('dateline_corrected', NULL, 'dateline_archive', 'corrections.sql of the package archive of Dateline', 'read-write');
