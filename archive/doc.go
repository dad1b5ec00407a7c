// Package archive keeps Documents in one SQLite file that is also a GeoPackage 1.3
// (OGC 12-128r17): QGIS and ogr2ogr open it as it is, and see five collections as
// layers: mentions, places, fronts, events and articles.
//
//	a, err := archive.OpenWriter(ctx, rows.DefaultModel(), "data")
//	ready, err := a.Pack(&doc) // on any core
//	result, err := a.PutPacked(ctx, []*archive.Packed{ready})
//
// Beside the layers a table holds the Documents themselves, compressed, so that all
// can be made anew. A document goes in once, by its id, wholly or not at all; the
// counts of the places are changed in the same transaction. So a reader in any process
// sees at any moment the outcome of a number of whole documents, and a process that is
// killed loses nothing that Store had said was in: run again, it passes over what is
// known and goes on. A newer text takes the place of an older one, which is kept; an
// article that is removed leaves a tombstone. Triggers number what is deleted or edited,
// by whomever (changes.sql).
//
// While it is open the file is in WAL mode: readers do not wait for the writer,
// the writer does not wait for readers, and writers take turns. The last to
// close it leaves one file.
//
// Read hands the rows to a Sink in the order of their arrival, each once: those behind
// what it read before, whoever wrote them. A View is made of them by package view;
// package corpus joins the two.
//
// There is no R-tree in the file, as the View has one. GIS programs may make theirs:
// the functions that its triggers call are there (OGC 12-128r17, annex F.3).
//
// SQLite does not notice a bit that has changed. So each document is stored with a
// checksum of itself, compared when it is read, and one of its rows in the layers,
// compared when they are read; Verify looks at all.
//
// Storing costs about 15 µs a mention in large transactions, and a sync of the disk for
// each transaction; reading about 1.5 µs a row.
package archive
