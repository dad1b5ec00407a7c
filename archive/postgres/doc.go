// Package postgres is what an archive needs of PostgreSQL with PostGIS, whatever its
// tables mean: connections that are looked at first, answers read cell by cell, word of
// what others have written, and errors in the words of who runs Dateline.
//
//	db, err := postgres.Open(ctx, "postgres://dateline@db.example/news")
//	err = db.Look(ctx, func(tx *postgres.Tx) error { … })
//
// All that it makes is in two schemas: Tables has what Dateline reads and writes, Views
// what GIS programs are shown.
package postgres

// The schemas of Dateline in a database.
const (
	Tables = "dateline_archive"
	Views  = "dateline"
)
