-- The archive is a GeoPackage with five layers, which are made from package schema
-- (ddl.go), and has the articles as they were read in a table of its own. The tables
-- of all GeoPackages are there (geopackage/tables.sql).

CREATE TABLE gpkg_extensions (
  table_name TEXT,
  column_name TEXT,
  extension_name TEXT NOT NULL,
  definition TEXT NOT NULL,
  scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
);

-- The first row keeps GDAL from listing tables that are not in gpkg_contents as
-- layers, the others register those tables as the standard asks for.
INSERT INTO gpkg_extensions VALUES
  (NULL, NULL, 'gdal_aspatial', 'http://gdal.org/geopackage_aspatial.html', 'read-write'),
  ('dateline_documents', NULL, 'dateline_archive', 'schema.sql of the package archive of Dateline', 'read-write'),
  ('dateline_archive', NULL, 'dateline_archive', 'schema.sql of the package archive of Dateline', 'read-write');

-- The articles as they were read, with all candidates and reasons: a row for
-- each of articles with the same fid. hash is the first 16 bytes of the SHA-256
-- of the JSON, body the JSON compressed (Zstandard, RFC 8878), rows a CRC-32C of
-- what the layers say of it (sum.go), null for those of before version 4, digest what
-- its text is compared by with others (package story), null for those of before version 9.

CREATE TABLE dateline_documents (
  fid INTEGER PRIMARY KEY,
  hash BLOB NOT NULL,
  body BLOB NOT NULL,
  rows INTEGER,
  digest BLOB
);

-- The version of all this, and whether rows that were there before columns of what a
-- gazetteer knows have been given it (copies.go); writing is 1 within transactions of
-- Dateline.

CREATE TABLE dateline_archive (version INTEGER NOT NULL, copied BOOLEAN NOT NULL DEFAULT 1, writing BOOLEAN NOT NULL DEFAULT 0);

