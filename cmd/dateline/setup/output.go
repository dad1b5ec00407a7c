package setup

import (
	"os"
	"path/filepath"
	"strings"

	"dateline/access"
	"dateline/archive"
)

// IsRead reports whether a name is that of a file, also through links, or of a file of Dateline's in
// a folder.
func IsRead(name, path string) bool {
	at, err := os.Stat(path)
	if path == "" || err != nil {
		return false
	}
	of, err := os.Stat(name)
	if !at.IsDir() {
		return err == nil && os.SameFile(at, of) && at.Mode().IsRegular()
	}
	if folder, err := os.Stat(filepath.Dir(name)); err == nil && os.SameFile(at, folder) && isOwnName(filepath.Base(name)) {
		return true
	}
	entries, _ := os.ReadDir(path)
	for _, entry := range entries {
		if err != nil || !isOwnName(entry.Name()) {
			continue
		}
		if file, err := os.Stat(filepath.Join(path, entry.Name())); err == nil && os.SameFile(file, of) {
			return true
		}
	}
	return false
}

// isOwnName reports whether Dateline writes a file of that name into the folder of an archive.
func isOwnName(name string) bool {
	for _, own := range []string{archive.FileName, archive.SnapshotName, access.FileName, access.AuditName} {
		if strings.HasPrefix(name, own) { // with what SQLite appends to it
			return true
		}
	}
	return false
}
