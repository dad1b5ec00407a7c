-- The archive's own gazetteer places. The table is created when the first is added.

CREATE TABLE IF NOT EXISTS dateline_own_places (
  id TEXT PRIMARY KEY,
  body TEXT NOT NULL   -- ownplaces.Place as JSON
) WITHOUT ROWID;

INSERT INTO gpkg_extensions SELECT 'dateline_own_places', NULL, 'dateline_archive', 'tables.sql of the package archive/ownplaces of Dateline', 'read-write'
  WHERE NOT EXISTS (SELECT 1 FROM gpkg_extensions WHERE table_name = 'dateline_own_places');
