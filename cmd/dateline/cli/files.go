package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"

	"dateline/archive/postgres"
)

// NeedFolder refuses what is neither a folder nor a database: the name of an archive may be
// mistyped.
func NeedFolder(dir string) error {
	if postgres.IsAddress(dir) {
		return nil
	}
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: no such folder; create an archive with: dateline ingest --data %s", dir, dir)
	case err != nil:
		return FileError(dir, err)
	case !info.IsDir():
		return fmt.Errorf("%s: that is a file; give the folder that it is in", dir)
	}
	return nil
}

// FileError adds the file, by its given name, and what to do to an error of the file system. If the
// name is the address of a database, the error says so and has no password.
func FileError(name string, err error) error {
	if err := NeedFile(name); err != nil {
		return err
	}
	wayOut := ""
	switch {
	case errors.Is(err, fs.ErrNotExist):
		wayOut = "; check the name"
	case errors.Is(err, fs.ErrExist):
		wayOut = "; give the name of a new file"
	case errors.Is(err, fs.ErrPermission):
		wayOut = "; allow it, or choose another"
	}
	return fmt.Errorf("%s: %w%s", name, Cause(err), wayOut)
}

// NeedFile refuses the address of a database where the name of a file is wanted.
func NeedFile(name string) error {
	if postgres.IsAddress(name) {
		return fmt.Errorf("%s: that is a database; give it with --data", postgres.Redacted(name))
	}
	return nil
}

// Cause returns the cause of a network or file system error, without operation and address.
func Cause(err error) error {
	var network *net.OpError
	var file *fs.PathError
	switch {
	case errors.As(err, &network):
		return network.Err
	case errors.As(err, &file):
		return file.Err
	}
	return err
}
