package read

import (
	"context"
	"fmt"

	"dateline/cmd/dateline/cli"
	"dateline/newsdate"
)

// dryRun prints what would be read, an article a line, and stores nothing.
func (c *IngestCommand) dryRun(ctx context.Context, say *cli.Console, from Inputs) error {
	notes := NewLedger(say, c.Verbose)
	read, failed := 0, 0
	for r := range notes.Noting(from.Articles(ctx)) {
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		if r.Err != nil {
			failed++
			say.Fail(r.Err)
			continue
		}
		read++
		day := newsdate.Format(r.Article.Published)
		if r.Article.Published.IsZero() {
			day = "undated"
		}
		fmt.Printf("%s\t%s\t%s\t%s\n", place(r.Article.Input, r.Article.Lines), day, r.Article.Source, r.Article.Title)
	}
	say.Say("%s would be read; %d could not be read", cli.Count(read, "article"), failed)
	notes.Print()
	return cli.Failure(read, failed+notes.unread(read))
}
