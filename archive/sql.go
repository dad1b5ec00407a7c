package archive

// Settings of a connection. In WAL mode readers see a snapshot while another process writes;
// with FULL, committed data survives a power cut.
const (
	setUpConnection = `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;`

	// Before the first table: larger pages than the usual 4 KB make storing and sequential
	// reading a quarter faster.
	setPageSize = `PRAGMA page_size = 16384;`

	// The writer looks up ids all over the file: 32 MB of it are cached.
	setUpWriter = `PRAGMA cache_size = -32768;`

	// tearDown turns an archive that nobody else uses back into one file.
	tearDownArchive = `PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE;`
)

// readCutShort allows a file to be read that has fewer pages than its header says.
const readCutShort = `PRAGMA writable_schema = ON`

// Questions to an opened file.
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
	// Tells the triggers that Dateline writes (guards.go); no other connection sees it.
	beginWriting = `UPDATE dateline_archive SET writing = 1`
	endWriting   = `UPDATE dateline_archive SET writing = 0`

	selectNewest = `SELECT
    max((SELECT coalesce(max(fid), 0) FROM articles), d.articles),
    (SELECT coalesce(max(seq), 0) FROM dateline_changes),
    (SELECT coalesce(max(fid), 0) FROM places),
    max((SELECT coalesce(max(fid), 0) FROM mentions), d.mentions),
    max((SELECT coalesce(max(fid), 0) FROM fronts), d.fronts),
    max((SELECT coalesce(max(fid), 0) FROM events), d.events)
  FROM dateline_deleted d`

	insertDocument = `INSERT INTO dateline_documents (fid, hash, body, rows, digest) VALUES (?, ?, ?, ?, ?)`

	// ?1 to ?4 are west, south, east, north of the rows added, all NULL if none has a geometry.
	updateContents = `UPDATE gpkg_contents SET
    last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
    min_x = coalesce(min(min_x, ?1), min_x, ?1), min_y = coalesce(min(min_y, ?2), min_y, ?2),
    max_x = coalesce(max(max_x, ?3), max_x, ?3), max_y = coalesce(max(max_y, ?4), max_y, ?4)
  WHERE table_name = ?5`
)

// Reading.
const (
	selectCount = `SELECT count(*) FROM articles`

	selectNewestArticle = `SELECT coalesce(max(fid), 0) FROM articles`

	// One by one, so that a damaged one does not hide the others.
	selectNewestDocument = `SELECT coalesce(max(fid), 0) FROM dateline_documents`

	selectOrder = `SELECT fid, geom, id FROM articles ORDER BY fid`

	selectQuickCheck = `PRAGMA quick_check(1)`

	selectIntegrity = `PRAGMA integrity_check`
	selectForeign   = `SELECT 'a row of ' || "table" || ' refers to no row of ' || parent FROM pragma_foreign_key_check`

	// What gpkg_contents says of a layer.
	selectContents = `SELECT count(*) FROM gpkg_contents c JOIN gpkg_geometry_columns g USING (table_name)
  JOIN gpkg_spatial_ref_sys s ON s.srs_id = c.srs_id
  WHERE c.table_name = ? AND c.data_type = 'features' AND c.srs_id = 4326 AND g.srs_id = 4326 AND g.column_name = 'geom'`
	selectExtent = `SELECT count(*) FROM gpkg_contents WHERE table_name = ?5 AND min_x <= ?1 AND min_y <= ?2 AND max_x >= ?3 AND max_y >= ?4`

	selectBody     = `SELECT hash, body FROM dateline_documents WHERE fid = ?`
	selectDocument = `SELECT hash, body FROM articles JOIN dateline_documents USING (fid) WHERE id = ?1`
)
