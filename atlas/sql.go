package atlas

import (
	_ "embed" // schema.sql

	"dateline/geopackage"
)

// schemaVersion is that of schema.sql. An archive of a newer one is not touched.
const schemaVersion = 4

//go:embed schema.sql
var ownTables string

// schema makes an empty archive.
var schema = geopackage.Tables + ownTables

// upgrades bring an archive from the version that is the key to the one after it.
func upgrades() map[int]string {
	return map[int]string{
		1: `ALTER TABLE fronts ADD COLUMN schematic BOOLEAN; UPDATE dateline_archive SET version = 2;`,
		2: `ALTER TABLE dateline_documents ADD COLUMN rows INTEGER; UPDATE dateline_archive SET version = 3;`,
		3: upgradeDates("mentions") + upgradeDates("fronts") + `UPDATE dateline_documents SET rows = NULL; UPDATE dateline_archive SET version = 4;`,
	}
}

// upgradeDates says of a layer's dates, which were days of the sentence or else of
// publication, which of the two they are.
func upgradeDates(table string) string {
	return `ALTER TABLE ` + table + ` ADD COLUMN date_precision TEXT; ALTER TABLE ` + table + ` ADD COLUMN date_from TEXT;
UPDATE ` + table + ` SET date_precision = 'day', date_from = iif(date IS published, 'published', 'text') WHERE date IS NOT NULL;`
}

// What a connection is set to. In WAL mode readers see a snapshot while another
// process writes; FULL makes what was committed outlive a power cut.
const (
	setUpConnection = `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;`

	// Before the first table is made: larger pages than the usual 4 KB make storing
	// and reading in order a quarter faster.
	setPageSize = `PRAGMA page_size = 16384;`

	// The writer looks up ids all over the file: 32 MB of it stay in memory.
	setUpWriter = `PRAGMA cache_size = -32768;`

	// tearDown brings an archive that nobody else uses back into one file.
	tearDownArchive = `PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE;`
)

// What an opened file is asked.
const (
	selectHeader = `SELECT
    (SELECT application_id FROM pragma_application_id),
    (SELECT count(*) FROM sqlite_schema WHERE name = 'dateline_archive')`

	selectVersion = `SELECT version FROM dateline_archive`

	// It changes when another connection commits.
	selectDataVersion = `PRAGMA data_version`
)

// Writing.
const (
	selectKnown = `SELECT 1 FROM articles WHERE id = ?`

	selectNewest = `SELECT
    (SELECT coalesce(max(fid), 0) FROM articles),
    (SELECT coalesce(max(fid), 0) FROM mentions),
    (SELECT coalesce(max(fid), 0) FROM fronts),
    (SELECT coalesce(max(fid), 0) FROM places)`

	insertArticle = `INSERT INTO articles
  (geom, id, title, source, byline, url, published, date, language, mentions)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

	insertDocument = `INSERT INTO dateline_documents (fid, hash, body, rows) VALUES (?, ?, ?, ?)`

	insertMention = `INSERT INTO mentions
  (geom, id, place, name, phrase, sentence, start, "end", article, source, date, date_precision, date_from, published, role, kind, precision, confidence)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

	insertFront = `INSERT INTO fronts
  (geom, id, kind, phrase, reading, uncertainty_km, anchors, sentence, start, "end", article, source, date, date_precision, date_from, published, confidence, schematic)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

	// What a place is called stays as its first mention said.
	upsertPlace = `INSERT INTO places
  (geom, id, name, kind, precision, mentions, articles, first, last)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET
    mentions = mentions + excluded.mentions,
    articles = articles + excluded.articles,
    first = coalesce(min(first, excluded.first), first, excluded.first),
    last = coalesce(max(last, excluded.last), last, excluded.last)`

	// ?1 to ?4 are west, south, east, north of what was added, all NULL for
	// nothing on the map.
	updateContents = `UPDATE gpkg_contents SET
    last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    min_x = coalesce(min(min_x, ?1), min_x, ?1), min_y = coalesce(min(min_y, ?2), min_y, ?2),
    max_x = coalesce(max(max_x, ?3), max_x, ?3), max_y = coalesce(max(max_y, ?4), max_y, ?4)
  WHERE table_name = ?5`
)

// Reading: what came after a fid, in the order of arrival.
const (
	columnsOfArticles = `fid, geom, id, title, source, byline, url, published, date, language, mentions, hash, coalesce(rows, -1)`

	selectArticles = `SELECT ` + columnsOfArticles + ` FROM dateline_documents LEFT JOIN articles USING (fid) WHERE fid > ? ORDER BY fid`

	selectCount = `SELECT count(*) FROM articles`

	selectMentions = `SELECT fid, geom, id, place, name, phrase, sentence, start, "end", article, source, date, date_precision, date_from, published, role, kind, precision, confidence
  FROM mentions WHERE fid > ? ORDER BY fid`

	selectFronts = `SELECT fid, geom, id, kind, phrase, reading, uncertainty_km, anchors, sentence, start, "end", article, source, date, date_precision, date_from, published, confidence, schematic
  FROM fronts WHERE fid > ? ORDER BY fid`

	selectNewestArticle = `SELECT coalesce(max(fid), 0) FROM articles`
	selectNewestMention = `SELECT coalesce(max(fid), 0) FROM mentions`
	selectNewestFront   = `SELECT coalesce(max(fid), 0) FROM fronts`

	// One by one, so that what is damaged keeps nobody from the others.
	selectNewestDocument = `SELECT coalesce(max(fid), 0) FROM dateline_documents`
	selectWhole          = `SELECT ` + columnsOfArticles + `, body FROM dateline_documents LEFT JOIN articles USING (fid) WHERE fid = ?`

	selectOrder  = `SELECT fid, geom, id FROM articles ORDER BY fid`
	selectPlaces = `SELECT fid, geom, id, name, kind, precision, mentions, articles, first, last FROM places ORDER BY fid`

	selectQuickCheck = `PRAGMA quick_check(1)`

	selectIntegrity = `PRAGMA integrity_check`
	selectForeign   = `SELECT 'a row of ' || "table" || ' refers to no row of ' || parent FROM pragma_foreign_key_check`

	// What is said of a layer, and how far it reaches.
	selectContents = `SELECT count(*) FROM gpkg_contents c JOIN gpkg_geometry_columns g USING (table_name)
  JOIN gpkg_spatial_ref_sys s ON s.srs_id = c.srs_id
  WHERE c.table_name = ? AND c.data_type = 'features' AND c.srs_id = 4326 AND g.srs_id = 4326 AND g.column_name = 'geom'`
	selectExtent = `SELECT count(*) FROM gpkg_contents WHERE table_name = ?5 AND min_x <= ?1 AND min_y <= ?2 AND max_x >= ?3 AND max_y >= ?4`

	selectDocument = `SELECT hash, body FROM articles JOIN dateline_documents USING (fid) WHERE id = ?`
)
