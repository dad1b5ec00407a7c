package archive

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/ncruces/go-sqlite3"
)

// create makes an empty archive if there is no file of its name. It writes a temporary file and
// renames it, so that a file of the name is a complete archive at any moment; another process
// may be faster.
func (t *tables) create(path string) error {
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	dir, err := os.MkdirTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	made := filepath.Join(dir, FileName)
	if err := t.makeEmpty(made); err != nil {
		return err
	}
	if err := os.Link(made, path); err == nil || errors.Is(err, fs.ErrExist) {
		return nil
	}
	return os.Rename(made, path) // where the file system has no links
}

func (t *tables) makeEmpty(path string) (err error) {
	c, err := sqlite3.OpenFlags(path, sqlite3.OPEN_READWRITE|sqlite3.OPEN_CREATE)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	return c.Exec(setPageSize + "BEGIN;" + t.schema() + ";COMMIT;")
}
