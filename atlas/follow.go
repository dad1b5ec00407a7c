package atlas

import (
	"context"
	"time"
)

// pollInterval is how often Follow looks for what other processes wrote. The
// look costs some microseconds.
const pollInterval = 200 * time.Millisecond

// Follow keeps the View up to date with what other processes, or other Archives
// of this one, put into the same folder, until ctx is done or the Archive is
// closed, for which it returns nil. What comes in is seen within the interval
// of polling and the time it takes to read it. After an error it may be called
// again.
func (a *Archive) Follow(ctx context.Context) error {
	ticker := time.NewTicker(pollInterval)
	defer ticker.Stop()
	seen := 0
	for {
		version, err := a.dataVersion()
		if err == nil && version != seen {
			seen = version
			err = a.refresh(ctx)
		}
		switch {
		case ctx.Err() != nil || err == errClosed:
			return nil
		case err != nil:
			return err
		}
		select {
		case <-ctx.Done():
			return nil
		case <-ticker.C:
		}
	}
}

// dataVersion changes when something was written by another connection than the
// loader's.
func (a *Archive) dataVersion() (int, error) {
	a.growing.Lock()
	defer a.growing.Unlock()
	if a.loader == nil {
		return 0, errClosed
	}
	version, err := a.loader.dataVersion()
	return version, explain(a.path, err)
}
