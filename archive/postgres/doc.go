// Package postgres has what an archive needs of PostgreSQL with PostGIS, independent of its tables:
// connections that are checked before use, results read cell by cell, notifications of writes, and
// errors that tell the operator what to do.
//
//	db, err := postgres.Open(ctx, "postgres://dateline@db.example/news")
//	err = db.ReadTx(ctx, func(tx *postgres.Tx) error { … })
//
// Everything it creates is in two schemas: Tables has what Dateline reads and writes, Views what GIS
// programs see.
package postgres

// The schemas of Dateline in a database.
const (
	Tables = "dateline_archive"
	Views  = "dateline"
)
