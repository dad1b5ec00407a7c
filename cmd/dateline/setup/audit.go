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

// NoteWrite adds a change made at the command line to the archive's log of writes. The change
// has happened, even if logging fails.
func NoteWrite(data, action, result string) error {
	_, audit, closing, err := Rights(context.Background(), data)
	if err != nil {
		return err
	}
	defer closing()
	return audit.Add(access.Entry{Time: time.Now().UTC(), Who: userName(), Action: action, Result: result})
}

// Rights returns the tokens and the log of writes of an archive, in its folder or its database,
// and a function to call at the end.
func Rights(ctx context.Context, data string) (*access.Tokens, access.Audit, func(), error) {
	if postgres.IsAddress(data) {
		r, err := rights.Open(ctx, data)
		if err != nil {
			return nil, nil, nil, err
		}
		return r.Tokens(), r.Audit(), r.Close, nil
	}
	return access.Open(filepath.Join(data, access.FileName)), access.OpenAudit(filepath.Join(data, access.AuditName)), func() {}, nil
}

// userName returns the user of the process.
func userName() string {
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return "command line"
}

// WhoIs returns who is recorded as the author of a change.
func WhoIs(given string) string { return cmp.Or(given, userName()) }
