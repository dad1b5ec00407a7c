package setup

import (
	"cmp"
	"os/user"
	"path/filepath"
	"time"

	"dateline/access"
	"dateline/archive/postgres"
)

// NoteWrite writes what was done at the command line into the archive's log of writes.
// It has happened by then, whatever comes of the log. One in a database has none.
func NoteWrite(dir, action, result string) error {
	if postgres.IsURL(dir) {
		return nil
	}
	return access.OpenAudit(filepath.Join(dir, access.AuditName)).
		Add(access.Entry{Time: time.Now().UTC(), Who: userName(), Action: action, Result: result})
}

// userName returns whose process this is.
func userName() string {
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return "command line"
}

// WhoIs returns who is said to do something.
func WhoIs(given string) string { return cmp.Or(given, userName()) }
