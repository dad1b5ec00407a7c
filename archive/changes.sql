-- What tells readers that rows they have read were deleted or changed. Triggers keep it, whoever
-- deletes or edits a row: Dateline, QGIS, ogr2ogr.

-- Articles whose rows changed since the archive was created, each with the number of its last
-- change. Readers drop and re-read those with a higher number than they have seen.
CREATE TABLE dateline_changes (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  article TEXT NOT NULL UNIQUE ON CONFLICT REPLACE
);

-- The highest fids of deleted rows. Readers rely on fids, so none is used again.
CREATE TABLE dateline_deleted (articles INTEGER NOT NULL, mentions INTEGER NOT NULL, fronts INTEGER NOT NULL, events INTEGER NOT NULL);
INSERT INTO dateline_deleted VALUES (0, 0, 0, 0);

-- Places whose counts no longer match their mentions; the next writer counts them again.
CREATE TABLE dateline_stale (place TEXT PRIMARY KEY) WITHOUT ROWID;

-- Removed articles, which do not come back. hash and body are those of dateline_documents until the
-- removal can no longer be undone, then null.
CREATE TABLE dateline_removed (
  article TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  why TEXT NOT NULL,
  hash BLOB,
  body BLOB
);

-- Other keys by which an article is recognised: ids that its other texts have or had, its address,
-- the id that its source gives it (keys.go).
CREATE TABLE dateline_keys (key TEXT PRIMARY KEY, article TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX dateline_keys_article ON dateline_keys (article);

-- Superseded texts, the first with number 1.
CREATE TABLE dateline_revisions (
  article TEXT NOT NULL,
  number INTEGER NOT NULL,
  until TEXT NOT NULL,
  hash BLOB NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (article, number)
);

CREATE TRIGGER dateline_article_deleted AFTER DELETE ON articles BEGIN
  UPDATE dateline_deleted SET articles = max(articles, OLD.fid);
  INSERT OR REPLACE INTO dateline_removed SELECT OLD.id, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), '', 'its row was deleted', hash, body
    FROM dateline_documents WHERE fid = OLD.fid;
  DELETE FROM dateline_documents WHERE fid = OLD.fid;
  DELETE FROM mentions WHERE article = OLD.id;
  DELETE FROM fronts WHERE article = OLD.id;
  DELETE FROM events WHERE article = OLD.id;
  INSERT INTO dateline_changes (article) VALUES (OLD.id);
END;

CREATE TRIGGER dateline_mention_deleted AFTER DELETE ON mentions BEGIN
  UPDATE dateline_deleted SET mentions = max(mentions, OLD.fid);
  INSERT INTO dateline_changes (article) VALUES (OLD.article);
  INSERT OR IGNORE INTO dateline_stale SELECT OLD.place WHERE OLD.place IS NOT NULL;
  UPDATE dateline_documents SET rows = -1 - (SELECT max(seq) FROM dateline_changes) WHERE fid = (SELECT fid FROM articles WHERE id = OLD.article);
END;

CREATE TRIGGER dateline_front_deleted AFTER DELETE ON fronts BEGIN
  UPDATE dateline_deleted SET fronts = max(fronts, OLD.fid);
  INSERT INTO dateline_changes (article) VALUES (OLD.article);
  UPDATE dateline_documents SET rows = -1 - (SELECT max(seq) FROM dateline_changes) WHERE fid = (SELECT fid FROM articles WHERE id = OLD.article);
END;

CREATE TRIGGER dateline_event_deleted AFTER DELETE ON events BEGIN
  UPDATE dateline_deleted SET events = max(events, OLD.fid);
  INSERT INTO dateline_changes (article) VALUES (OLD.article);
  UPDATE dateline_documents SET rows = -1 - (SELECT max(seq) FROM dateline_changes) WHERE fid = (SELECT fid FROM articles WHERE id = OLD.article);
END;

-- rows below 0: edited, and by which change.

CREATE TRIGGER dateline_article_edited AFTER UPDATE ON articles BEGIN
  INSERT INTO dateline_changes (article) VALUES (OLD.id);
  UPDATE dateline_documents SET rows = -1 - (SELECT max(seq) FROM dateline_changes) WHERE fid = OLD.fid;
END;

CREATE TRIGGER dateline_mention_edited AFTER UPDATE ON mentions BEGIN
  INSERT INTO dateline_changes (article) VALUES (OLD.article);
  INSERT OR IGNORE INTO dateline_stale SELECT OLD.place WHERE OLD.place IS NOT NULL;
  INSERT OR IGNORE INTO dateline_stale SELECT NEW.place WHERE NEW.place IS NOT NULL;
  UPDATE dateline_documents SET rows = -1 - (SELECT max(seq) FROM dateline_changes) WHERE fid = (SELECT fid FROM articles WHERE id = OLD.article);
END;

CREATE TRIGGER dateline_front_edited AFTER UPDATE ON fronts BEGIN
  INSERT INTO dateline_changes (article) VALUES (OLD.article);
  UPDATE dateline_documents SET rows = -1 - (SELECT max(seq) FROM dateline_changes) WHERE fid = (SELECT fid FROM articles WHERE id = OLD.article);
END;

CREATE TRIGGER dateline_event_edited AFTER UPDATE ON events BEGIN
  INSERT INTO dateline_changes (article) VALUES (OLD.article);
  UPDATE dateline_documents SET rows = -1 - (SELECT max(seq) FROM dateline_changes) WHERE fid = (SELECT fid FROM articles WHERE id = OLD.article);
END;

INSERT INTO gpkg_extensions VALUES
  ('dateline_changes', NULL, 'dateline_archive', 'changes.sql of the package archive of Dateline', 'read-write'),
  ('dateline_deleted', NULL, 'dateline_archive', 'changes.sql of the package archive of Dateline', 'read-write'),
  ('dateline_stale', NULL, 'dateline_archive', 'changes.sql of the package archive of Dateline', 'read-write'),
  ('dateline_removed', NULL, 'dateline_archive', 'changes.sql of the package archive of Dateline', 'read-write'),
  ('dateline_keys', NULL, 'dateline_archive', 'changes.sql of the package archive of Dateline', 'read-write'),
  ('dateline_revisions', NULL, 'dateline_archive', 'changes.sql of the package archive of Dateline', 'read-write');
