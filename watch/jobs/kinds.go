package jobs

import (
	"encoding/json"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"
)

// Priorities of jobs: lower ones go first.
const (
	ofLive = iota + 1
	ofPage
	ofBackfill
	ofReparse
)

// manyAttempts is the maximum number of attempts; a killed process uses one up as well.
const manyAttempts = 1000

// pollArgs is the job that polls a source.
type pollArgs struct {
	Source int64 `json:"source" river:"unique"`
}

// Kind names the job.
func (pollArgs) Kind() string { return "poll" }

// KindAliases are the names that queues of earlier versions hold.
func (pollArgs) KindAliases() []string { return []string{"look"} }

// InsertOpts returns its queueing options.
func (pollArgs) InsertOpts() river.InsertOpts { return options(ofLive) }

// notifyArgs is the job that calls a subscriber.
type notifyArgs struct {
	Subscription int64 `json:"subscription" river:"unique"`
}

// Kind names the job.
func (notifyArgs) Kind() string { return "notify" }

// KindAliases are the names that queues of earlier versions hold.
func (notifyArgs) KindAliases() []string { return []string{"tell"} }

// InsertOpts returns its queueing options.
func (notifyArgs) InsertOpts() river.InsertOpts { return options(ofLive) }

// pageArgs is the job that reads the page of an item of a source.
type pageArgs struct {
	Source int64           `json:"source" river:"unique"`
	Key    string          `json:"key" river:"unique"` // and mark of the item, in hex
	Item   json.RawMessage `json:"item"`

	failed bool // in this attempt
}

// Kind names the job.
func (pageArgs) Kind() string { return "page" }

// InsertOpts returns its queueing options.
func (pageArgs) InsertOpts() river.InsertOpts { return options(ofPage) }

// reparseArgs is the job that parses articles again.
type reparseArgs struct {
	Articles []string `json:"articles" river:"unique"`
}

// Kind names the job.
func (reparseArgs) Kind() string { return "reparse" }

// KindAliases are the names that queues of earlier versions hold.
func (reparseArgs) KindAliases() []string { return []string{"reread"} }

// InsertOpts returns its queueing options.
func (reparseArgs) InsertOpts() river.InsertOpts { return options(ofReparse) }

// options are those of all jobs: one at a time of a kind with the same arguments.
func options(priority int) river.InsertOpts {
	return river.InsertOpts{MaxAttempts: manyAttempts, Priority: priority, UniqueOpts: river.UniqueOpts{ByArgs: true, ByState: []rivertype.JobState{
		rivertype.JobStateAvailable, rivertype.JobStatePending, rivertype.JobStateRetryable, rivertype.JobStateRunning, rivertype.JobStateScheduled,
	}}}
}
