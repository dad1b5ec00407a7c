// Package jobs has what package watch does done by any number of processes over one
// archive in PostgreSQL, as jobs of a queue in the same database (River,
// https://riverqueue.com):
//
//	look    looks at a source that is due; what it finds in full is stored
//	page    fetches the page of an article, parses and stores it
//	tell    calls a subscriber with what is new for it
//	reread  reads articles again, with the parser and gazetteer of who does it
//
// What is due is in the tables of sources and subscriptions, as in a folder. Each process
// asks for it, and takes it in the transaction that adds the job: so it is with one of
// them. A page is put into the queue in the transaction that notes that it was found, and
// its job ends in the one that stores its article. A process that is killed at any moment
// therefore loses nothing and stores nothing twice; what it was at is begun again after
// watch.Lost.
//
// Jobs are unique: a look by its source, a page by its source and item. Those of what is
// live come before those of what a source had when it was looked at first, and both before
// what is read again.
package jobs
