package main

import (
	"context"
	"fmt"

	"dateline/newsdate"
)

// dryRun prints what would be read, an article a line, and stores nothing.
func (c *ingestCommand) dryRun(ctx context.Context, say *console, from inputs) error {
	notes := ledger{say: say, verbose: c.Verbose}
	read, failed := 0, 0
	for r := range notes.noting(from.articles(ctx)) {
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		if r.err != nil {
			failed++
			say.fail(r.err)
			continue
		}
		read++
		day := newsdate.Format(r.article.Published)
		if r.article.Published.IsZero() {
			day = "undated"
		}
		fmt.Printf("%s\t%s\t%s\t%s\n", place(r.article.Input, r.article.Lines), day, r.article.Source, r.article.Title)
	}
	say.say("%s would be read; %d could not be read", counted(read, "article"), failed)
	notes.print()
	return failure(read, failed+notes.unread(read))
}
