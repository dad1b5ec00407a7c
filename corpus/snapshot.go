package corpus

import (
	"bufio"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"dateline/archive"
	"dateline/snapshot"
	"dateline/view"
)

// A snapshot is a saved View in a file beside the archive, so that the next start reads columns
// instead of rows. It starts with a stamp, which the archive has too, and with the mark up to
// which the archive was read.

// snapshotFormat is the format of the file; its parts have formats of their own.
const snapshotFormat = "dateline snapshot 3"

const (
	leastSnapshot = 200_000     // features; fewer are read from the rows as fast
	grownBy       = 10          // a snapshot that lacks one in so many is rewritten
	snapshotPause = time.Minute // between two checks
)

// load returns the Builder in the snapshot, or an empty one if there is none for this archive.
// If the file has any fault, the archive is read without it.
func (c *Corpus) load(ctx context.Context) error {
	c.builder = view.NewBuilder(c.archive.Model(), c.names)
	stamp, err := c.archive.Stamp(ctx)
	if err != nil || stamp == "" {
		return err
	}
	builder, mark, err := c.readSnapshot(stamp)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, snapshot.ErrFormat) || errors.Is(err, snapshot.ErrDamaged) {
		return nil
	}
	if err != nil {
		return err
	}
	c.builder, c.kept = builder, builder.Len()
	return c.archive.ResumeAt(mark)
}

func (c *Corpus) readSnapshot(stamp string) (b *view.Builder, mark archive.Mark, err error) {
	file, err := os.Open(c.archive.SnapshotPath())
	if err != nil {
		return nil, mark, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, mark, err
	}
	r := snapshot.NewReader(file, info.Size(), snapshotFormat)
	if snapshot.GetText(r) != stamp {
		r.Fail(snapshot.ErrFormat)
	}
	if mark = snapshot.GetOne[archive.Mark](r); r.Err() != nil {
		return nil, mark, r.Err()
	}
	b, err = view.ReadBuilder(r, c.archive.Model(), c.names)
	return b, mark, err
}

// KeepReady prepares a large archive for removals, and writes a snapshot of it whenever there is
// none, or one that lacks a tenth, until ctx is done. It reports once if it can't; that does no
// harm.
func (c *Corpus) KeepReady(ctx context.Context, say func(string)) {
	if c.remote != nil {
		return
	}
	for said := false; ctx.Err() == nil; {
		if n := c.View().Len(); n >= leastSnapshot && c.archive.IsFile() && c.archive.CanWrite() {
			if err := c.makeReady(ctx, n); err != nil && ctx.Err() == nil && !said {
				said = true
				say(fmt.Sprintf("%s: no snapshot for the next start could be written, nor what makes removals fast: %v", c.archive.SnapshotPath(), err))
			}
		}
		select {
		case <-ctx.Done():
		case <-time.After(snapshotPause):
		}
	}
}

func (c *Corpus) makeReady(ctx context.Context, features int) error {
	if err := c.archive.PrepareEdits(ctx); err != nil || !c.lacksSnapshot() && features-c.kept <= features/grownBy {
		return err
	}
	err := c.WriteSnapshot(ctx)
	if err == nil {
		c.kept = features
	}
	return err
}

func (c *Corpus) lacksSnapshot() bool {
	_, err := os.Stat(c.archive.SnapshotPath())
	return err != nil
}

// WriteSnapshot writes the View to the snapshot beside the archive. Readers and writers continue
// meanwhile. It does nothing while the View has yet to process a removal.
func (c *Corpus) WriteSnapshot(ctx context.Context) (err error) {
	c.growing.Lock()
	builder := c.builder
	saved := builder.Save()
	mark, err := c.archive.Mark()
	c.growing.Unlock()
	if err != nil {
		return err
	}
	c.sweep()
	file, err := os.CreateTemp(c.archive.Dir(), unfinished)
	if err != nil {
		return err
	}
	defer os.Remove(file.Name())
	stamp := rand.Text()
	if err := errors.Join(writeSnapshot(ctx, file, stamp, mark, saved), file.Close()); err != nil {
		return err
	}
	c.growing.Lock()
	defer c.growing.Unlock()
	if c.builder != builder {
		return nil // of a replaced archive
	}
	return c.archive.InstallSnapshot(ctx, file.Name(), stamp, mark)
}

// unfinished is the name of incomplete files.
const unfinished = "." + archive.SnapshotName + "-*"

// sweep deletes what a killed process left.
func (c *Corpus) sweep() {
	left, _ := filepath.Glob(filepath.Join(c.archive.Dir(), unfinished)) // the pattern is valid
	for _, path := range left {
		if info, err := os.Stat(path); err == nil && time.Since(info.ModTime()) > time.Hour {
			_ = os.Remove(path) // the next one tries again
		}
	}
}

func writeSnapshot(ctx context.Context, file *os.File, stamp string, mark archive.Mark, saved *view.Saved) error {
	to := bufio.NewWriterSize(untilDone{ctx, file}, 1<<20)
	w := snapshot.NewWriter(to, snapshotFormat)
	snapshot.PutText(w, stamp)
	snapshot.Put(w, []archive.Mark{mark})
	saved.Write(w)
	if err := w.Err(); err != nil {
		return err
	}
	return errors.Join(to.Flush(), file.Sync())
}

// untilDone writes to a file in pieces until ctx is done.
type untilDone struct {
	ctx  context.Context
	file *os.File
}

func (u untilDone) Write(b []byte) (n int, err error) {
	for n < len(b) && err == nil {
		if err = u.ctx.Err(); err == nil {
			var k int
			k, err = u.file.Write(b[n:min(len(b), n+16<<20)])
			n += k
		}
	}
	return n, err
}
