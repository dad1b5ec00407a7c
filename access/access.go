// Package access says who may do what on a server, and keeps account of what was
// done: tokens with rights, of which only hashes are stored, and the log of writes.
//
//	tokens := access.Open("archive/tokens.jsonl")
//	secret, err := tokens.Add(access.Token{Name: "desk", Rights: []access.Right{access.Read, access.Add}})
//	who, err := tokens.Find(secret, time.Now())
//
// Both files are lines of JSON that are only added to, so that several processes may
// write to them at once: a token that one revokes is refused by all at once. Those of an
// archive in PostgreSQL are tables there (archive/rights).
package access

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Right is something that not everybody may do.
type Right string

// The rights. None implies another.
const (
	Read  Right = "read"  // read, on a private server
	Add   Right = "add"   // add articles and sources
	Edit  Right = "edit"  // change and remove what others added
	Admin Right = "admin" // read the log of writes
)

// Rights lists all rights.
func Rights() []Right { return []Right{Read, Add, Edit, Admin} }

// ParseRights parses names of rights.
func ParseRights(names []string) ([]Right, error) {
	var all []Right
	for _, name := range names {
		if !slices.Contains(Rights(), Right(name)) {
			return nil, fmt.Errorf("%q is not a right; use %s", name, joined(Rights()))
		}
		if !slices.Contains(all, Right(name)) {
			all = append(all, Right(name))
		}
	}
	return all, nil
}

func joined(rights []Right) string {
	names := make([]string, len(rights))
	for i, r := range rights {
		names[i] = string(r)
	}
	return strings.Join(names, ", ")
}

// Token is an access token without its secret.
type Token struct {
	Name      string    `json:"name"`
	Hash      string    `json:"hash"` // SHA-256 of the secret, in hex
	Rights    []Right   `json:"rights"`
	Created   time.Time `json:"created"`
	Expires   time.Time `json:"expires,omitzero"`    // zero: never
	PerMinute int       `json:"per_minute,omitzero"` // writes; 0: DefaultPerMinute
}

// DefaultPerMinute is how many writes a token may make per minute.
const DefaultPerMinute = 600

// May reports whether the token has a right.
func (t *Token) May(r Right) bool { return slices.Contains(t.Rights, r) }

// Limit returns how many writes the token may make per minute.
func (t *Token) Limit() int {
	if t.PerMinute > 0 {
		return t.PerMinute
	}
	return DefaultPerMinute
}

// expired reports whether the token has expired at a time.
func (t *Token) expired(at time.Time) bool { return !t.Expires.IsZero() && !at.Before(t.Expires) }
