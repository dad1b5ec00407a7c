package access

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"dateline/jsonstream"
)

// FileName is the name of the file of tokens in the folder of an archive.
const FileName = "tokens.jsonl"

// Errors of Find.
var (
	ErrUnknown = errors.New("there is no such token")
	ErrExpired = errors.New("the token has expired")
)

// Tokens are those of a file, which need not be there. They are safe for concurrent
// use.
type Tokens struct {
	path string

	mu     sync.Mutex
	seen   fs.FileInfo // of the file when it was read; nil where there was none
	byHash map[string]*Token
}

// Open returns the tokens of a file, which is read when it is asked for and again
// when it has changed.
func Open(path string) *Tokens { return &Tokens{path: path} }

// change is a line of the file: a token to be added, or the name of one to be removed.
type change struct {
	Add    *Token `json:"add,omitempty"`
	Remove string `json:"remove,omitempty"`
}

// Hash returns what is stored of a secret. Secrets are random numbers of 256 bits,
// which nobody guesses, so that it need not be slow.
func Hash(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}

var namePattern = regexp.MustCompile(`^[\pL\pN][\pL\pN ._@-]{0,63}$`)

// Add makes a token of a name, rights and what else it has, and returns its secret,
// which nobody can tell again.
func (t *Tokens) Add(token Token, now time.Time) (secret string, err error) {
	switch {
	case !namePattern.MatchString(token.Name):
		return "", fmt.Errorf("%q is no name of a token; give up to 64 letters, digits, spaces and ._@-", token.Name)
	case len(token.Rights) == 0:
		return "", fmt.Errorf("%s: a token needs rights, some of %s", token.Name, joined(Rights()))
	case token.expired(now):
		return "", fmt.Errorf("%s: it would have expired at once", token.Name)
	}
	all, err := t.List()
	if err != nil {
		return "", err
	}
	if slices.ContainsFunc(all, func(other Token) bool { return other.Name == token.Name }) {
		return "", fmt.Errorf("there is a token called %q; remove it first, or choose another name", token.Name)
	}
	var random [32]byte
	_, _ = rand.Read(random[:]) // never fails
	secret = "dl_" + base64.RawURLEncoding.EncodeToString(random[:])
	token.Hash, token.Created = Hash(secret), now.UTC().Truncate(time.Second)
	return secret, appendLine(t.path, change{Add: &token})
}

// Remove revokes a token at once.
func (t *Tokens) Remove(name string) error {
	all, err := t.List()
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(all, func(token Token) bool { return token.Name == name }) {
		return fmt.Errorf("there is no token called %q", name)
	}
	return appendLine(t.path, change{Remove: name})
}

// List returns the tokens by name, expired ones too.
func (t *Tokens) List() ([]Token, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if err := t.read(); err != nil {
		return nil, err
	}
	all := make([]Token, 0, len(t.byHash))
	for _, token := range t.byHash {
		all = append(all, *token)
	}
	slices.SortFunc(all, func(a, b Token) int { return strings.Compare(a.Name, b.Name) })
	return all, nil
}

// Find returns the token of a secret. What is looked up is its hash, so that the time
// it takes tells nothing of the secrets that there are.
func (t *Tokens) Find(secret string, now time.Time) (Token, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if err := t.read(); err != nil {
		return Token{}, err
	}
	token, known := t.byHash[Hash(secret)]
	switch {
	case !known:
		return Token{}, ErrUnknown
	case token.expired(now):
		return Token{}, ErrExpired
	}
	return *token, nil
}

// read reads the file where it has changed. t.mu is held.
func (t *Tokens) read() error {
	info, err := os.Stat(t.path)
	if errors.Is(err, fs.ErrNotExist) {
		t.seen, t.byHash = nil, nil
		return nil
	}
	if err != nil {
		return err
	}
	if t.seen != nil && os.SameFile(info, t.seen) && info.ModTime().Equal(t.seen.ModTime()) && info.Size() == t.seen.Size() {
		return nil
	}
	data, err := os.ReadFile(t.path)
	if err != nil {
		return err
	}
	byHash, err := parseTokens(bytes.NewReader(data))
	if err != nil {
		return fmt.Errorf("%s: %w", t.path, err)
	}
	t.seen, t.byHash = info, byHash
	return nil
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

// appendLine adds a line of JSON to a file that nobody else may read, and waits until
// it is on the disk.
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
