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

// Backup writes what is in the archive at one moment to a file, which becomes an archive
// of its own, without what was deleted; others go on reading and writing meanwhile. The
// file takes its name once it is whole and on the disk; there must be none of that name.
func (a *Archive) Backup(ctx context.Context, file string) (err error) {
	if _, err := os.Lstat(file); !errors.Is(err, fs.ErrNotExist) {
		if err != nil {
			return explain(file, err)
		}
		return &Error{Path: file, Reason: "is there already", WayOut: "choose another name, or remove it"}
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

// syncFile brings a file to the disk.
func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// Restore makes a file that Backup wrote the archive in a folder. Where one is in the
// folder, it is moved with its journal to a folder beside it, whose path is returned;
// without replace that is an error. A server that runs on the folder shows what was
// restored. The file is looked at first, as Verify does, and copied.
func Restore(ctx context.Context, file, dir string, replace bool) (before string, err error) {
	if err := soundFile(ctx, file); err != nil {
		return "", err
	}
	path := filepath.Join(dir, FileName)
	_, err = os.Lstat(path)
	isThere := err == nil
	switch {
	case isThere && !replace:
		return "", &Error{Path: path, Reason: "is there already", WayOut: "give another folder, or --replace to move it away"}
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

// soundFile looks at a backup in a folder where it has the name of an archive.
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

// moveAway moves the archive in a folder, with its journal, to a folder in it.
func moveAway(dir string) (to string, err error) {
	to = filepath.Join(dir, "before-"+time.Now().UTC().Format("20060102T150405.000Z"))
	if err := os.Mkdir(to, 0o755); err != nil {
		return "", err
	}
	for _, suffix := range []string{journalSuffix, "-shm", ""} { // a journal must never lie beside another file
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
