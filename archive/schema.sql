-- The archive is a GeoPackage with five layers, created from package schema (ddl.go), and a table
-- with the documents. The tables of every GeoPackage are in geopackage/tables.sql.

CREATE TABLE gpkg_extensions (
  table_name TEXT,
  column_name TEXT,
  extension_name TEXT NOT NULL,
  definition TEXT NOT NULL,
  scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
);

-- The first row keeps GDAL from listing tables that are not in gpkg_contents as layers; the others
-- register those tables as the standard requires.
INSERT INTO gpkg_extensions VALUES
  (NULL, NULL, 'gdal_aspatial', 'http://gdal.org/geopackage_aspatial.html', 'read-write'),
  ('dateline_documents', NULL, 'dateline_archive', 'schema.sql of the package archive of Dateline', 'read-write'),
  ('dateline_archive', NULL, 'dateline_archive', 'schema.sql of the package archive of Dateline', 'read-write');

-- The documents, with all candidates and reasons: a row for each row of articles with the same fid.
-- hash is the first 16 bytes of the SHA-256 of the JSON, body the compressed JSON (Zstandard, RFC
-- 8878), rows a CRC-32C of the layers' rows (sum.go), null before version 4, digest what its text
-- is compared by with others (package story), null before version 9.

CREATE TABLE dateline_documents (
  fid INTEGER PRIMARY KEY,
  hash BLOB NOT NULL,
  body BLOB NOT NULL,
  rows INTEGER,
  digest BLOB
);

-- The version of this schema, and whether older rows have been given the columns copied from a
-- gazetteer (copies.go); writing is 1 within transactions of Dateline.

CREATE TABLE dateline_archive (version INTEGER NOT NULL, copied BOOLEAN NOT NULL DEFAULT 1, writing BOOLEAN NOT NULL DEFAULT 0);

