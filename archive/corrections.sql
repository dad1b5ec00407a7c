-- Corrections made by people (document/correction), in order; they are applied when the rows of
-- documents are made. article and source limit what a correction may concern, null for all.
CREATE TABLE dateline_corrections (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  article TEXT,
  source TEXT,
  body TEXT NOT NULL
);
CREATE INDEX dateline_corrections_article ON dateline_corrections (article);

-- Which corrections are applied in the rows of an article.
CREATE TABLE dateline_corrected (article TEXT NOT NULL, correction TEXT NOT NULL, PRIMARY KEY (article, correction)) WITHOUT ROWID;
CREATE INDEX dateline_corrected_correction ON dateline_corrected (correction);

INSERT INTO gpkg_extensions VALUES
  ('dateline_corrections', NULL, 'dateline_archive', 'corrections.sql of the package archive of Dateline', 'read-write'),
  ('dateline_corrected', NULL, 'dateline_archive', 'corrections.sql of the package archive of Dateline', 'read-write');
