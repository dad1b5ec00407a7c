package access

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"sync"

	"dateline/jsonstream"
)

// file stores tokens in an append-only file of changes.
type file struct {
	path string

	mu     sync.Mutex
	seen   fs.FileInfo // of the file when it was read; nil if missing
	byHash map[string]*Token
}

// change is a line of the file: a token to add, or the name of one to remove.
type change struct {
	Add    *Token `json:"add,omitempty"`
	Remove string `json:"remove,omitempty"`
}

// Add adds a line with a token.
func (f *file) Add(t Token) error { return appendLine(f.path, change{Add: &t}) }

// Remove adds a line that revokes a token.
func (f *file) Remove(name string) error { return appendLine(f.path, change{Remove: name}) }

// ByHash reads the file again if it has changed.
func (f *file) ByHash() (map[string]*Token, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	info, err := os.Stat(f.path)
	if errors.Is(err, fs.ErrNotExist) {
		f.seen, f.byHash = nil, nil
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if f.seen != nil && os.SameFile(info, f.seen) && info.ModTime().Equal(f.seen.ModTime()) && info.Size() == f.seen.Size() {
		return f.byHash, nil
	}
	data, err := os.ReadFile(f.path)
	if err != nil {
		return nil, err
	}
	byHash, err := parseTokens(bytes.NewReader(complete(data)))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.path, err)
	}
	f.seen, f.byHash = info, byHash
	return byHash, nil
}

// complete returns the lines of a file without a last one that another process has not written to
// its end yet.
func complete(data []byte) []byte {
	begun := bytes.LastIndexByte(data, '\n') + 1
	if json.Valid(data[begun:]) {
		return data
	}
	return data[:begun]
}

// parseTokens reads the lines of a file of tokens.
func parseTokens(r io.Reader) (map[string]*Token, error) {
	byHash := map[string]*Token{}
	err := jsonstream.Each(r, func(line []byte) error {
		var c change
		if err := json.Unmarshal(line, &c); err != nil {
			return err
		}
		switch {
		case c.Add != nil && len(c.Add.Hash) == 2*sha256.Size:
			byHash[c.Add.Hash] = c.Add
		case c.Remove != "":
			maps.DeleteFunc(byHash, func(_ string, token *Token) bool { return token.Name == c.Remove })
		default:
			return errors.New("it says neither what to add nor what to remove")
		}
		return nil
	})
	return byHash, err
}

// appendLine appends a line of JSON to a file that only its owner may read, and syncs it.
func appendLine(path string, v any) error {
	line, err := json.Marshal(v)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(append(line, '\n'))
	return errors.Join(err, f.Sync(), f.Close())
}
