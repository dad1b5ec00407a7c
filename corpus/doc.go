// Package corpus joins an archive with the running View of it: what is put into the
// archive, by whomever, is in the View.
//
//	c, err := corpus.Open(ctx, "data", names)
//	go c.Follow(ctx, say) // what other processes write is seen too
//	c.View()              // the newest snapshot, without waiting
//
// It is a package of its own so that neither half needs the other: an ingest writes an
// archive of which it shows nothing, tests and `dateline publish` make Views of
// documents that are in no archive, and another store than a GeoPackage needs only to
// hand its rows to a view.Builder. Put has its own rows at hand, and the file is read
// only where others wrote in between; Follow reads what they wrote.
package corpus
