package corpus

import (
	"context"
	"errors"
	"time"

	"dateline/archive"
	"dateline/view"
)

// pollInterval is how often Follow looks for what other processes wrote, and
// longestPause how long it waits at most where it can't. The look costs some
// microseconds.
const (
	pollInterval = 200 * time.Millisecond
	longestPause = time.Minute
	turnOfOthers = 50 * time.Millisecond // between transactions that adopt edits of many articles
)

// Follow keeps the View up to date with what other processes, or others of this one,
// put into the same folder, until ctx is done or the Corpus is closed. What comes in is seen within the interval of polling and the time it
// takes to read it. When another archive takes the place of this one, the View
// becomes that of the other.
//
// While the file can't be read, or is gone, the View stays what it was, and the
// pauses between the tries grow to a minute. say is told so once, in one line, and
// again when it can be read or the reason is another.
func (c *Corpus) Follow(ctx context.Context, say func(string)) {
	pause, said := pollInterval, ""
	for {
		note, more, err := c.poll(ctx)
		switch {
		case ctx.Err() != nil || errors.Is(err, archive.ErrClosed):
			return
		case err != nil:
			pause = min(2*pause, longestPause)
			if s := err.Error(); s != said {
				said = s
				say(s + "; what was read before is still shown")
			}
		default:
			if said != "" && note == "" {
				note = "can be read again"
			}
			pause, said = pollInterval, ""
			if more {
				pause = turnOfOthers
			}
		}
		if note != "" {
			say(c.archive.Path() + ": " + note)
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(pause):
		}
	}
}

// poll shows what is new, once. The note says what happened beside that, more that edits of
// the file are left to be adopted.
func (c *Corpus) poll(ctx context.Context) (note string, more bool, err error) {
	c.growing.Lock()
	defer c.growing.Unlock()
	if c.remote != nil {
		version, err := c.remote.Poll(ctx)
		if err == nil {
			c.publish(version)
		}
		return "", false, err
	}
	replaced, err := c.archive.Reopen()
	if err != nil {
		return "", false, err
	}
	if replaced {
		note = "another archive has taken its place, which is shown now"
		c.builder = view.NewBuilder(c.archive.Model(), c.names)
	}
	refused, more, err := c.archive.Adopt(ctx)
	if err != nil {
		return note, false, err
	}
	if len(refused) > 0 {
		note = errors.Join(refused...).Error()
	}
	return note, more, c.grow(func() error { return c.archive.Poll(ctx, c.builder) })
}
