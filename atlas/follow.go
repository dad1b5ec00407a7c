package atlas

import (
	"context"
	"errors"
	"os"
	"time"
)

// pollInterval is how often Follow looks for what other processes wrote, and
// longestPause how long it waits at most where it can't. The look costs some
// microseconds.
const (
	pollInterval = 200 * time.Millisecond
	longestPause = time.Minute
)

// Follow keeps the View up to date with what other processes, or other Archives
// of this one, put into the same folder, until ctx is done or the Archive is
// closed. What comes in is seen within the interval of polling and the time it
// takes to read it. When another archive takes the place of this one, the View
// becomes that of the other.
//
// While the file can't be read, or is gone, the View stays what it was, and the
// pauses between the tries grow to a minute. say is told so once, in one line, and
// again when it can be read or the reason is another.
func (a *Archive) Follow(ctx context.Context, say func(string)) {
	pause, said := pollInterval, ""
	for {
		note, err := a.poll(ctx)
		switch {
		case ctx.Err() != nil || errors.Is(err, errClosed):
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
		}
		if note != "" {
			say(a.path + ": " + note)
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(pause):
		}
	}
}

// poll shows what is new, once. The note says what happened beside that.
func (a *Archive) poll(ctx context.Context) (note string, err error) {
	a.growing.Lock()
	defer a.growing.Unlock()
	replaced, err := a.replace()
	if err != nil {
		return "", err
	}
	if replaced {
		note = "another archive has taken its place, which is shown now"
	}
	return note, a.use(func(s *session) error {
		version, err := s.loader.dataVersion()
		if err != nil || version == s.seen {
			return err
		}
		if err := a.grow(func() error { return s.loader.read(ctx, a.builder) }); err != nil {
			return err
		}
		s.seen = version
		return nil
	})
}

// replace turns to the file that has taken the place of the one in use, if any
// has and it is an archive.
func (a *Archive) replace() (replaced bool, err error) {
	a.using.Lock()
	defer a.using.Unlock()
	switch {
	case a.closed:
		return false, errClosed
	case a.session != nil && !a.session.isReplaced():
		return false, nil
	}
	if _, err := os.Stat(a.path); errors.Is(err, os.ErrNotExist) {
		return false, errMissing(a.path)
	}
	// The journal by its side may be that of the file before, which goes away when
	// that is closed.
	if err := a.inspectAlone(); err != nil {
		return false, explain(a.path, err)
	}
	_ = a.session.close() // the file is not there any more
	if a.session, err = a.tables.begin(a.path, a.access, false); err != nil {
		return false, explain(a.path, err)
	}
	if a.builder != nil {
		a.builder = a.newViewBuilder()
	}
	return true, nil
}

// inspectAlone looks at a file without its journal.
func (a *Archive) inspectAlone() error {
	c, err := a.tables.connect(a.path, immutable)
	if errors.Is(err, errOlder) {
		return nil
	}
	return errors.Join(err, disconnect(c, false))
}

func errMissing(path string) error {
	return &Error{Path: path, Reason: "was removed", WayOut: "put it back, or ingest again"}
}

func errReplaced(path string) error {
	return &Error{Path: path, Reason: "was removed or replaced while it was open", WayOut: "run again"}
}
