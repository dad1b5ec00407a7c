package archive

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"dateline/document/rows"

	"github.com/ncruces/go-sqlite3"
)

// Backup writes the archive as of one moment to a new file, which is an archive of its own,
// without deleted content; readers and writers go on meanwhile. The file gets its name once it
// is complete and synced; it is an error if the name is taken.
func (a *Archive) Backup(ctx context.Context, file string) (err error) {
	if _, err := os.Lstat(file); !errors.Is(err, fs.ErrNotExist) {
		if err != nil {
			return explain(file, err)
		}
		return &Error{Path: file, Reason: "is there already", Hint: "choose another name, or remove it"}
	}
	dir, err := os.MkdirTemp(filepath.Dir(file), ".backup-*")
	if err != nil {
		return explain(file, err)
	}
	defer os.RemoveAll(dir)
	part := filepath.Join(dir, FileName)
	err = a.useFile(func(s *session) (err error) {
		c, err := openFile(a.path, s.access)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, disconnect(c, true)) }()
		if err := errors.Join(c.BusyTimeout(busyTimeout), registerSpatial(c)); err != nil {
			return err
		}
		defer interruptible(ctx, c, &err)()
		return c.Exec("VACUUM INTO " + sqlite3.Quote(part))
	})
	if err != nil {
		return err
	}
	if err := syncFile(part); err != nil {
		return explain(file, err)
	}
	return explain(file, os.Rename(part, file))
}

// syncFile syncs a file to disk.
func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// Restore makes a file that Backup wrote the archive of a folder. An existing archive is moved
// with its journal into a subfolder, whose path is returned; without replace that is an error. A
// server running on the folder then shows the restored archive. The backup is verified first,
// and copied.
func Restore(ctx context.Context, file, dir string, replace bool) (before string, err error) {
	if err := soundFile(ctx, file); err != nil {
		return "", err
	}
	path := filepath.Join(dir, FileName)
	_, err = os.Lstat(path)
	isThere := err == nil
	switch {
	case isThere && !replace:
		return "", &Error{Path: path, Reason: "is there already", Hint: "give another folder, or --replace to move it away"}
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return "", explain(path, err)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", explain(path, err)
	}
	part, err := os.MkdirTemp(dir, ".restore-*")
	if err != nil {
		return "", explain(path, err)
	}
	defer os.RemoveAll(part)
	if err := copyFile(ctx, file, filepath.Join(part, FileName)); err != nil {
		return "", explain(path, err)
	}
	if isThere {
		if before, err = moveAway(dir); err != nil {
			return before, explain(path, err)
		}
	}
	return before, explain(path, os.Rename(filepath.Join(part, FileName), path))
}

// soundFile verifies a backup, in a folder where it has the name of an archive.
func soundFile(ctx context.Context, file string) error {
	full, err := filepath.Abs(file)
	if err != nil {
		return err
	}
	t := newTables(rows.DefaultModel())
	c, err := openFile(full, immutable)
	if err == nil {
		err = errors.Join(t.inspect(c, full, immutable), disconnect(c, true))
	}
	if err == nil {
		err = quickCheck(ctx, full)
	}
	return explain(file, err)
}

// moveAway moves the archive of a folder, with its journal, into a subfolder.
func moveAway(dir string) (to string, err error) {
	to = filepath.Join(dir, "before-"+time.Now().UTC().Format("20060102T150405.000Z"))
	if err := os.Mkdir(to, 0o755); err != nil {
		return "", err
	}
	for _, suffix := range []string{journalSuffix, "-shm", ""} { // a journal must never lie beside a file it does not belong to
		err := os.Rename(filepath.Join(dir, FileName+suffix), filepath.Join(to, FileName+suffix))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return to, err
		}
	}
	return to, nil
}

func copyFile(ctx context.Context, from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	if _, err := io.Copy(out, untilDone{ctx, in}); err != nil {
		return fmt.Errorf("copying %s: %w", from, err)
	}
	return out.Sync()
}

// untilDone reads until a context ends.
type untilDone struct {
	ctx context.Context
	io.Reader
}

func (u untilDone) Read(p []byte) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	return u.Reader.Read(p)
}
