package setup

import (
	"cmp"
	"context"
	"os/user"
	"path/filepath"
	"time"

	"dateline/access"
	"dateline/archive/postgres"
	"dateline/archive/rights"
)

// NoteWrite writes what was done at the command line into the archive's log of writes.
// It has happened by then, whatever comes of the log.
func NoteWrite(data, action, result string) error {
	_, audit, closing, err := Rights(context.Background(), data)
	if err != nil {
		return err
	}
	defer closing()
	return audit.Add(access.Entry{Time: time.Now().UTC(), Who: userName(), Action: action, Result: result})
}

// Rights returns the tokens and the log of writes of an archive, in its folder or its
// database, and what to do at the end.
func Rights(ctx context.Context, data string) (*access.Tokens, access.Audit, func(), error) {
	if postgres.IsURL(data) {
		r, err := rights.Open(ctx, data)
		if err != nil {
			return nil, nil, nil, err
		}
		return r.Tokens(), r.Audit(), r.Close, nil
	}
	return access.Open(filepath.Join(data, access.FileName)), access.OpenAudit(filepath.Join(data, access.AuditName)), func() {}, nil
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
