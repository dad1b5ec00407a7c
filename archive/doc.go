// Package archive stores Documents in one SQLite file that is also a GeoPackage 1.3
// (OGC 12-128r17): QGIS and ogr2ogr open it directly, with five collections as
// layers: mentions, places, fronts, events and articles.
//
//	a, err := archive.OpenWriter(ctx, rows.DefaultModel(), "data")
//	ready, err := a.Pack(&doc) // on any core
//	result, err := a.PutPacked(ctx, []*archive.Packed{ready})
//
// Another table holds the Documents themselves, compressed, from which the layers can be
// rebuilt. A document is stored once, by its id, completely or not at all; the counts of
// places change in the same transaction. So readers in any process only ever see whole
// documents, and a process that is killed loses nothing that was reported as stored: run
// again, it skips known documents and goes on. A newer text replaces the older one, which
// is kept; a removed article leaves a tombstone. Triggers number every deletion and edit,
// whoever makes it (changes.sql).
//
// An open file is in WAL mode: readers and the writer do not wait for each other, and
// writers take turns. The last process to close it leaves a single file.
//
// Read passes rows to a Sink in order of arrival, each once, starting after those it read
// before, whoever wrote them. Package view makes a View from them; package corpus joins
// the two.
//
// The file has no R-tree, as the View has one. GIS programs may add theirs:
// the functions that its triggers call are registered (OGC 12-128r17, annex F.3).
//
// SQLite does not detect flipped bits. So each document is stored with a checksum of
// itself and one of its rows in the layers, verified whenever they are read; Verify
// checks all.
//
// Storing costs about 5 µs a mention in large transactions, and a sync of the disk for
// each transaction; reading about 1.5 µs a row.
package archive
