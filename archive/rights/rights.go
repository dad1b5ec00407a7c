// Package rights stores tokens and the log of writes of an archive in a database, as package
// access does in files for an archive in a folder.
package rights

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"
	"time"

	"dateline/access"
	"dateline/archive/postgres"
)

// Rights are the tokens and log of an archive in a database. They are safe for concurrent use.
type Rights struct {
	db *postgres.Database

	mu     sync.Mutex
	asked  time.Time // time of the last query, successful or not
	known  time.Time // time of the last successful query
	byHash map[string]*access.Token
	err    error // nil while byHash holds
}

// Bounds: how long an answer is cached, after which all servers refuse a revoked token, and an
// unreachable database holds up one request and not all; how long the cache serves while the
// database is unreachable; and the timeout of a query.
const (
	holds     = time.Second
	holdsAway = 5 * time.Minute
	patience  = 5 * time.Second
)

// Open returns the rights of an archive in a database, which has its tables.
func Open(ctx context.Context, address string) (*Rights, error) {
	db, err := postgres.Open(ctx, address)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", postgres.Redacted(address), err)
	}
	return &Rights{db: db}, nil
}

// Close closes the connections.
func (r *Rights) Close() { r.db.Close() }

// Tokens returns the tokens.
func (r *Rights) Tokens() *access.Tokens { return access.NewTokens((*tokens)(r)) }

// Audit returns the log of writes.
func (r *Rights) Audit() access.Audit { return (*audit)(r) }

// do calls do in a transaction.
func (r *Rights) do(in func(context.Context, func(*postgres.Tx) error) error, do func(*postgres.Tx) error) error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if err := in(ctx, do); err != nil {
		return fmt.Errorf("%s: %w", r.db.Address(), err)
	}
	return nil
}

// tokens is an access.Store.
type tokens Rights

// ByHash returns the tokens, from the database unless it was asked just now.
func (t *tokens) ByHash() (map[string]*access.Token, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if time.Since(t.asked) < holds {
		return t.byHash, t.err
	}
	byHash, err := t.ask()
	t.asked = time.Now()
	switch {
	case err == nil:
		t.byHash, t.err, t.known = byHash, nil, t.asked
	case t.byHash == nil || t.asked.Sub(t.known) > holdsAway:
		t.err = err
	}
	return t.byHash, t.err
}

func (t *tokens) ask() (map[string]*access.Token, error) {
	byHash := map[string]*access.Token{}
	err := (*Rights)(t).do(t.db.ReadTx, func(tx *postgres.Tx) error {
		for c, err := range tx.Rows(`SELECT hash, body FROM dateline_tokens`) {
			if err != nil {
				return err
			}
			var token access.Token
			if err := json.Unmarshal(c.Raw(1), &token); err != nil {
				return err
			}
			byHash[c.Text(0)] = &token
		}
		return nil
	})
	return byHash, err
}

// Add adds a token.
func (t *tokens) Add(token access.Token) error {
	body, err := json.Marshal(token)
	if err != nil {
		return err
	}
	return t.change(`INSERT INTO dateline_tokens (name, hash, body) VALUES (?1, ?2, ?3)`, token.Name, token.Hash, string(body))
}

// Remove revokes a token.
func (t *tokens) Remove(name string) error {
	return t.change(`DELETE FROM dateline_tokens WHERE name = ?1`, name)
}

func (t *tokens) change(sql string, values ...any) error {
	err := (*Rights)(t).do(t.db.WriteTx, func(tx *postgres.Tx) error { return tx.Run(sql, values...) })
	t.mu.Lock()
	defer t.mu.Unlock()
	t.asked = time.Time{}
	return err
}
