package follow

import (
	"context"
	"errors"
	"fmt"

	"dateline/archive/postgres"
	"dateline/cmd/dateline/cli"
	"dateline/cmd/dateline/setup"
)

// WorkCommand runs the jobs of an archive in a database, in any number of processes.
type WorkCommand struct {
	setup.GazetteerFlag
	Data        string `required:"" help:"Address of the database: postgres://USER@HOST/NAME." placeholder:"URL" shared:""`
	Concurrency int    `help:"Number of jobs to run at once." default:"8" placeholder:"N"`
	cli.NetworkFlag
}

// Run works until a signal ends it.
func (c *WorkCommand) Run(ctx context.Context, say *cli.Console) error {
	switch {
	case !postgres.IsAddress(c.Data):
		return errors.New("work: give the address of a database, as --data postgres://USER@HOST/NAME; for a folder use dateline watch")
	case c.Concurrency < 1 || c.Concurrency > mostWorkers:
		return fmt.Errorf("--concurrency %d: it must be from 1 to %d", c.Concurrency, mostWorkers)
	}
	cli.LimitMemory()
	reader, err := c.Reader(ctx, c.Data)
	if err != nil {
		return err
	}
	err = Watch(ctx, c.NetworkFlag, say, c.Data, reader, Config{Workers: c.Concurrency})
	if ctx.Err() != nil && errors.Is(err, ctx.Err()) {
		return nil // told to end
	}
	return err
}

// follower is the command that does what an archive asks for: looks at its sources, calls its
// subscribers.
func follower(data string) string {
	if postgres.IsAddress(data) {
		return "dateline work --data " + postgres.Redacted(data)
	}
	return "dateline watch --data " + data
}

// mostWorkers is the maximum number of concurrent jobs of a process.
const mostWorkers = 1000
