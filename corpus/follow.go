package corpus

import (
	"context"
	"errors"
	"time"

	"dateline/archive"
	"dateline/view"
)

// pollInterval is how often Follow polls for writes by other processes, and the others the longest
// pause while it can't read the file, or reach the database. A poll costs some microseconds.
const (
	pollInterval = 200 * time.Millisecond
	longestPause = time.Minute
	longestAway  = 5 * time.Second
	turnOfOthers = 50 * time.Millisecond // between transactions that adopt edits of many articles
)

// Follow keeps the View up to date with writes by other processes, or others in this one, to the
// same folder, until ctx is done or the Corpus is closed. It shows them within the polling
// interval plus the time to read them. If another archive replaces this one, the View becomes
// that of the other.
//
// While the file can't be read, or is gone, the View stays, and the pauses grow to a minute, or five
// seconds for a database. say is called once with the reason, in one line, and again when it can be
// read or the reason changes.
func (c *Corpus) Follow(ctx context.Context, say func(string)) {
	pause, longest, said := pollInterval, longestPause, ""
	if c.archive.Postgres() != nil {
		longest = longestAway
	}
	for {
		note, more, err := c.poll(ctx)
		switch {
		case ctx.Err() != nil || errors.Is(err, archive.ErrClosed):
			return
		case err != nil:
			pause = min(2*pause, longest)
			if s := err.Error(); s != said {
				said = s
				say(s + "; " + c.meanwhile())
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

// meanwhile says what is answered while the archive can't be read.
func (c *Corpus) meanwhile() string {
	if c.remote != nil {
		return "requests are answered with 503 until it can be"
	}
	return "what was read before is still shown"
}

// poll shows what is new, once. note reports other occurrences, more whether edits of the file
// are left to adopt.
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
