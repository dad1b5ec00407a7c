// Package jobs does the work of package watch in any number of processes over one archive in
// PostgreSQL, as jobs of a queue in the same database (River, https://riverqueue.com):
//
//	poll     polls a source that is due; stores what its list has in full
//	page     fetches the page of an article, parses and stores it
//	notify   calls a subscriber with what is new for it
//	reparse  reads articles again, with the worker's parser and gazetteer
//
// The tables of sources and subscriptions say what is due, as in a folder. Each process claims
// due ones in the transaction that adds the job, so only one has it. A page is queued in the
// transaction that records it as found, and its job completes in the one that stores its
// article. So a process killed at any moment loses nothing and stores nothing twice; its jobs
// are restarted some 15 seconds later (rescue.go).
//
// Jobs are unique: a poll by its source, a page by its source and item. Live items precede those
// that a source had when it was first polled, and both precede reparsing.
package jobs
