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
	ofReread
)

// manyAttempts is the maximum number of attempts; a killed process uses one up as well.
const manyAttempts = 1000

// look polls a source.
type look struct {
	Source int64 `json:"source" river:"unique"`
}

// Kind names the job.
func (look) Kind() string { return "look" }

// InsertOpts returns its queueing options.
func (look) InsertOpts() river.InsertOpts { return options(ofLive) }

// tell calls a subscriber.
type tell struct {
	Subscription int64 `json:"subscription" river:"unique"`
}

// Kind names the job.
func (tell) Kind() string { return "tell" }

// InsertOpts returns its queueing options.
func (tell) InsertOpts() river.InsertOpts { return options(ofLive) }

// page reads the page of an item of a source.
type page struct {
	Source int64           `json:"source" river:"unique"`
	Key    string          `json:"key" river:"unique"` // and mark of the item, in hex
	Item   json.RawMessage `json:"item"`

	failed bool // in this attempt
}

// Kind names the job.
func (page) Kind() string { return "page" }

// InsertOpts returns its queueing options.
func (page) InsertOpts() river.InsertOpts { return options(ofPage) }

// reread reads articles again.
type reread struct {
	Articles []string `json:"articles" river:"unique"`
}

// Kind names the job.
func (reread) Kind() string { return "reread" }

// InsertOpts returns its queueing options.
func (reread) InsertOpts() river.InsertOpts { return options(ofReread) }

// options are those of all jobs: one at a time of a kind with the same arguments.
func options(priority int) river.InsertOpts {
	return river.InsertOpts{MaxAttempts: manyAttempts, Priority: priority, UniqueOpts: river.UniqueOpts{ByArgs: true, ByState: []rivertype.JobState{
		rivertype.JobStateAvailable, rivertype.JobStatePending, rivertype.JobStateRetryable, rivertype.JobStateRunning, rivertype.JobStateScheduled,
	}}}
}
