// Package atlas is what has been read: an archive of Documents on disk and, in
// memory, an immutable and indexed View of four collections of features made of them:
// mentions, places, fronts and articles.
//
// # The archive
//
// An Archive is one SQLite file that is also a GeoPackage 1.3 (OGC 12-128r17):
// QGIS and ogr2ogr open it as it is, and see the four collections as layers.
// Beside them a table holds the Documents themselves, compressed, so that all
// can be made anew. The file is only added to. A document goes in once, by its
// id, wholly or not at all; the counts of the places are changed in the same
// transaction. So a reader in any process sees at any moment the outcome of a
// number of whole documents, and a process that is killed loses nothing that Put
// had said was in: run again, it passes over what is known and goes on.
//
// While it is open the file is in WAL mode: readers do not wait for the writer,
// the writer does not wait for readers, and writers take turns. The last to
// close it leaves one file.
//
// There is no R-tree in the file, as the View has one. GIS programs may make theirs:
// the functions that its triggers call are there (OGC 12-128r17, annex F.3).
//
// SQLite does not notice a bit that has changed. So each document is stored with a
// checksum of itself, compared when it is read, and one of its rows in the layers,
// compared when they are read into a View; Verify looks at all.
//
// # The View
//
// A View is a snapshot. All that a request needs is in it: the features in
// columns, R-trees of their coordinates and of lines and areas, an index by id.
// Readers take the newest one from an atomic pointer and then share nothing with
// anyone: they take no lock and never wait.
//
// It grows without being written to. Features are in the order of their arrival,
// and keep their positions: what comes later is appended behind what older Views
// can see. The nodes of R-trees are copied on write. In the index by id older Views meet positions beyond their
// own end, and pass over them. Only places change, as their counts do: those that
// changed are written in a copy of the columns. So a batch costs about what is in
// it, but for that copy.
//
// A View is grown by the rows behind those it has seen, whoever wrote them. Put
// has its own at hand, and reads the file only where others wrote in between;
// Follow reads what they wrote. Its Version is a chain of hashes over the documents in their
// order, the same in every process and after every restart.
//
// # Memory
//
// A value that features share is held once, and each has a code of it. GeoJSON is
// written when it is asked for. Documents stay on disk.
package atlas
