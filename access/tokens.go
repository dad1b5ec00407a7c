package access

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// FileName is the name of the file of tokens in the folder of an archive.
const FileName = "tokens.jsonl"

// Errors of Find.
var (
	ErrUnknown = errors.New("no such token")
	ErrExpired = errors.New("the token has expired")
)

// Store holds tokens. It is safe for concurrent use.
type Store interface {
	// ByHash returns the current tokens by hash. The map must not be changed.
	ByHash() (map[string]*Token, error)

	Add(Token) error
	Remove(name string) error
}

// Tokens are the tokens of a Store. They are safe for concurrent use.
type Tokens struct{ kept Store }

// Open returns the tokens in a file, which need not exist. It is read on demand and when it has
// changed.
func Open(path string) *Tokens { return NewTokens(&file{path: path}) }

// NewTokens returns the tokens of a Store.
func NewTokens(k Store) *Tokens { return &Tokens{k} }

// Hash returns the stored hash of a secret. Secrets are random numbers of 256 bits, which can't
// be guessed, so that it need not be slow.
func Hash(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}

// namePattern leaves the bound maxName out: it would compile to 63 copies of the class, at every
// start.
var namePattern = regexp.MustCompile(`^[\pL\pN][\pL\pN ._@-]*$`)

const maxName = 64 // characters

// Add creates a token and returns its secret, which is not stored.
func (t *Tokens) Add(token Token, now time.Time) (secret string, err error) {
	switch {
	case !namePattern.MatchString(token.Name) || utf8.RuneCountInString(token.Name) > maxName:
		return "", fmt.Errorf("%q is not a valid token name; give up to 64 letters, digits, spaces and ._@-", token.Name)
	case len(token.Rights) == 0:
		return "", fmt.Errorf("%s: a token needs rights, some of %s", token.Name, joined(Rights()))
	case token.expired(now):
		return "", fmt.Errorf("%s: its expiry is not in the future", token.Name)
	}
	all, err := t.List()
	if err != nil {
		return "", err
	}
	if slices.ContainsFunc(all, func(other Token) bool { return other.Name == token.Name }) {
		return "", fmt.Errorf("a token called %q already exists; remove it first, or choose another name", token.Name)
	}
	var random [32]byte
	_, _ = rand.Read(random[:]) // never fails
	secret = "dl_" + base64.RawURLEncoding.EncodeToString(random[:])
	token.Hash, token.Created = Hash(secret), now.UTC().Truncate(time.Second)
	return secret, t.kept.Add(token)
}

// CopyTo adds the tokens to others, with their hashes: their secrets are valid there too. It
// skips those that are there already, and returns how many it added.
func (t *Tokens) CopyTo(others *Tokens) (n int, err error) {
	all, err := t.List()
	if err != nil {
		return 0, err
	}
	there, err := others.kept.ByHash()
	if err != nil {
		return 0, err
	}
	for _, token := range all {
		if there[token.Hash] != nil {
			continue
		}
		if err := others.kept.Add(token); err != nil {
			return n, fmt.Errorf("the token %q: %w", token.Name, err)
		}
		n++
	}
	return n, nil
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
	return t.kept.Remove(name)
}

// List returns the tokens by name, including expired ones.
func (t *Tokens) List() ([]Token, error) {
	byHash, err := t.kept.ByHash()
	if err != nil {
		return nil, err
	}
	all := make([]Token, 0, len(byHash))
	for _, token := range byHash {
		all = append(all, *token)
	}
	slices.SortFunc(all, func(a, b Token) int { return strings.Compare(a.Name, b.Name) })
	return all, nil
}

// Find returns the token with a secret. It looks up the hash, so that timing reveals nothing
// about existing secrets.
func (t *Tokens) Find(secret string, now time.Time) (Token, error) {
	byHash, err := t.kept.ByHash()
	if err != nil {
		return Token{}, err
	}
	token, known := byHash[Hash(secret)]
	switch {
	case !known:
		return Token{}, ErrUnknown
	case token.expired(now):
		return Token{}, ErrExpired
	}
	return *token, nil
}
