package jobs

import (
	"context"
	"slices"

	"dateline/archive"
	"dateline/archive/postgres"

	"github.com/riverqueue/river"
)

// together is how many articles one job reads again.
const together = 25

// Reparse queues articles to be read again, and returns the number of jobs. Articles already
// queued are not queued twice.
func Reparse(ctx context.Context, a *archive.Archive, articles []string) (queued int, err error) {
	db := a.Postgres()
	if db == nil {
		return 0, errNoDatabase
	}
	client, err := river.NewClient(db.River(), &river.Config{Schema: postgres.Tables})
	if err != nil {
		return 0, err
	}
	var all []river.InsertManyParams
	for ids := range slices.Chunk(articles, together) {
		all = append(all, river.InsertManyParams{Args: reparseArgs{ids}})
	}
	if len(all) == 0 {
		return 0, nil
	}
	results, err := client.InsertMany(ctx, all)
	for _, r := range results {
		if !r.UniqueSkippedAsDuplicate {
			queued++
		}
	}
	return queued, postgres.Explain(err)
}
