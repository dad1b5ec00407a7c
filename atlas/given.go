package atlas

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
)

// ReadDocument reads a line of JSON in the form of Document, as `dateline parse`
// and other geoparsers write it. Its id may be a number; where there is none, it
// is a hash of the line. False means that the line has no "mentions" and is yet
// to be parsed. The Document is as given: Check has not seen it.
func ReadDocument(line []byte) (Document, bool, error) {
	var given struct {
		Document
		ID       json.RawMessage `json:"id"`
		Mentions *[]Mention      `json:"mentions"`
	}
	if err := json.Unmarshal(line, &given); err != nil {
		return Document{}, false, fmt.Errorf("no document in JSON: %w", err)
	}
	if given.Mentions == nil {
		return Document{}, false, nil
	}
	d := given.Document
	d.ID, d.Mentions = (&record{ID: given.ID}).id(), *given.Mentions
	if d.ID == "" {
		d.ID = hex.EncodeToString(hashOf(line)[:8])
	}
	return d, true, nil
}
