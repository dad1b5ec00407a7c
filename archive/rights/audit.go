package rights

import (
	"encoding/json"

	"dateline/access"
	"dateline/archive/postgres"
)

// audit is an access.Audit.
type audit Rights

// Add adds an entry.
func (a *audit) Add(e access.Entry) error {
	body, err := json.Marshal(e)
	if err != nil {
		return err
	}
	return (*Rights)(a).do(a.db.WriteTx, func(tx *postgres.Tx) error {
		return tx.Run(`INSERT INTO dateline_audit (body) VALUES (?1)`, string(body))
	})
}

// Last returns the last entries, newest first.
func (a *audit) Last(n int) (entries []access.Entry, broken int, err error) {
	err = (*Rights)(a).do(a.db.ReadTx, func(tx *postgres.Tx) error {
		for c, err := range tx.Rows(`SELECT body FROM dateline_audit ORDER BY seq DESC LIMIT ?1`, n) {
			if err != nil {
				return err
			}
			var e access.Entry
			if json.Unmarshal(c.Raw(0), &e) != nil {
				broken++
				continue
			}
			entries = append(entries, e)
		}
		return nil
	})
	return entries, broken, err
}
