-- The tables of an archive of version 2, as Dateline made it then.

-- The archive: a GeoPackage 1.3 (OGC 12-128r17) with four layers, and the
-- articles as they were read in a table of its own.

PRAGMA application_id = 1196444487; -- "GPKG"
PRAGMA user_version = 10300;

CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL,
  description TEXT
);

INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326,
   'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]',
   'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid');

CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY,
  data_type TEXT NOT NULL,
  identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE,
  min_y DOUBLE,
  max_x DOUBLE,
  max_y DOUBLE,
  srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('mentions', 'features', 'mentions', 'Each place name in each article', 4326),
  ('places', 'features', 'places', 'Places, with how often they are mentioned', 4326),
  ('fronts', 'features', 'fronts', 'Front lines, roads, borders and areas as the articles describe them', 4326),
  ('articles', 'features', 'articles', 'Articles, where they are about', 4326);

CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL,
  m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);

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
