-- The tables of an archive of version 2, as Dateline made them then, but for those of
-- every GeoPackage (geopackage/tables.sql). They stay as they are, whatever becomes of
-- schema.sql and package schema.

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('mentions', 'features', 'mentions', 'Each place name in each article', 4326),
  ('places', 'features', 'places', 'Places, with how often they are mentioned', 4326),
  ('fronts', 'features', 'fronts', 'Front lines, roads, borders and areas as the articles describe them', 4326),
  ('articles', 'features', 'articles', 'Articles, where they are about', 4326);

INSERT INTO gpkg_geometry_columns VALUES
  ('mentions', 'geom', 'POINT', 4326, 0, 0),
  ('places', 'geom', 'POINT', 4326, 0, 0),
  ('fronts', 'geom', 'GEOMETRY', 4326, 0, 0),
  ('articles', 'geom', 'POINT', 4326, 0, 0);

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
  ('dateline_documents', NULL, 'dateline_archive', 'schema.sql of the package atlas of Dateline', 'read-write'),
  ('dateline_archive', NULL, 'dateline_archive', 'schema.sql of the package atlas of Dateline', 'read-write');

-- The layers. Rows are added, never taken out; the order of fid is that of
-- arrival.

CREATE TABLE articles (
  fid INTEGER PRIMARY KEY,
  geom POINT,
  id TEXT NOT NULL UNIQUE,
  title TEXT,
  source TEXT,
  byline TEXT,
  url TEXT,
  published DATETIME,
  date DATE,
  language TEXT,
  mentions INTEGER NOT NULL
);

CREATE TABLE mentions (
  fid INTEGER PRIMARY KEY,
  geom POINT,
  id TEXT NOT NULL UNIQUE,
  place TEXT,
  name TEXT,
  phrase TEXT,
  sentence TEXT,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  article TEXT NOT NULL,
  source TEXT,
  date DATE,
  published DATE,
  role TEXT,
  kind TEXT,
  precision TEXT,
  confidence REAL NOT NULL
);

CREATE TABLE fronts (
  fid INTEGER PRIMARY KEY,
  geom GEOMETRY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT,
  phrase TEXT,
  reading TEXT,
  uncertainty_km REAL NOT NULL,
  anchors TEXT,
  sentence TEXT,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  article TEXT NOT NULL,
  source TEXT,
  date DATE,
  published DATE,
  confidence REAL NOT NULL,
  schematic BOOLEAN
);

CREATE TABLE places (
  fid INTEGER PRIMARY KEY,
  geom POINT,
  id TEXT NOT NULL UNIQUE,
  name TEXT,
  kind TEXT,
  precision TEXT,
  mentions INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  first DATE,
  last DATE
);

-- The articles as they were read, with all candidates and reasons: a row for
-- each of articles with the same fid. hash is the first 16 bytes of the SHA-256
-- of the JSON, body the JSON compressed (Zstandard, RFC 8878).

CREATE TABLE dateline_documents (
  fid INTEGER PRIMARY KEY,
  hash BLOB NOT NULL,
  body BLOB NOT NULL
);

-- The version of all this.

CREATE TABLE dateline_archive (version INTEGER NOT NULL);

INSERT INTO dateline_archive VALUES (2);
