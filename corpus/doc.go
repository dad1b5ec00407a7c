// Package corpus joins an archive with a live View of it, which shows everything put into the
// archive by any process.
//
//	c, err := corpus.Open(ctx, "data", names)
//	go c.Follow(ctx, say) // shows what other processes write, too
//	c.View()              // the newest snapshot, without waiting
//
// It is a separate package so that neither half needs the other: an ingest writes an archive
// without showing it, tests and `dateline publish` make Views of documents without an archive,
// and any store can feed a view.Builder. Put passes its own rows on, and reads from the file
// only what others wrote in between; Follow reads the rest.
package corpus
