package access

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"time"

	"dateline/jsonstream"
)

// AuditName is the name of the log of writes in the folder of an archive.
const AuditName = "audit.jsonl"

// Entry is a write: who did what, and when.
type Entry struct {
	Time    time.Time `json:"time"`
	Who     string    `json:"who"`               // name of the token, or of the user at the command line
	From    string    `json:"from,omitempty"`    // address of the client; empty: the command line
	Action  string    `json:"action"`            // method and path, or command
	Status  int       `json:"status,omitempty"`  // of the response
	Result  string    `json:"result,omitempty"`  // the outcome, in words
	Request string    `json:"request,omitempty"` // id of the request, as in the log
}

// Audit is an append-only log of writes.
type Audit interface {
	// Add adds an entry and syncs it to disk.
	Add(Entry) error

	// Last returns the last entries, newest first. Broken lines, as after a power cut, are
	// skipped and counted.
	Last(n int) (entries []Entry, broken int, err error)
}

// mostCopied is the number of entries that CopyLog copies at most.
const mostCopied = 100_000

// CopyLog adds the entries of one log to another, in their order, the last 100,000 at most.
func CopyLog(from, to Audit) error {
	entries, _, err := from.Last(mostCopied)
	for _, e := range slices.Backward(entries) {
		if err := to.Add(e); err != nil {
			return err
		}
	}
	return err
}

// OpenAudit returns the log in a file, which is created with the first entry.
func OpenAudit(path string) Audit { return &auditFile{path} }

// auditFile is a log of lines of JSON.
type auditFile struct{ path string }

// Add adds a line.
func (a *auditFile) Add(e Entry) error { return appendLine(a.path, e) }

// Last reads the file as a whole.
func (a *auditFile) Last(n int) (entries []Entry, broken int, err error) {
	f, err := os.Open(a.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, 0, nil
	}
	if err != nil {
		return nil, 0, err
	}
	defer f.Close()
	if entries, broken, err = lastEntries(f, n); err != nil {
		err = fmt.Errorf("%s: %w", a.path, err)
	}
	return entries, broken, err
}

func lastEntries(r io.Reader, n int) (last []Entry, broken int, err error) {
	ring := make([]Entry, 0, n)
	next := 0
	lines := jsonstream.NewLines(bufio.NewReader(r))
	for {
		line, err := lines.Next()
		if err == io.EOF {
			break
		}
		var e Entry
		switch {
		case err == jsonstream.ErrTooLarge, err == jsonstream.ErrNUL:
			broken++
		case err != nil:
			return nil, broken, err
		case json.Unmarshal(line, &e) != nil:
			broken++
		case len(ring) < n:
			ring = append(ring, e)
		case n > 0:
			ring[next] = e
			next = (next + 1) % n
		}
	}
	for i := range ring {
		last = append(last, ring[(next+len(ring)-1-i)%len(ring)])
	}
	return last, broken, nil
}
