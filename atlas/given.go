package atlas

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// ReadDocument reads a line of JSON in the form of Document, as `dateline parse`
// and other geoparsers write it. Its id may be a number; where there is none, it
// is a hash of the line. False means that the line has no "mentions" and is yet
// to be parsed. The Document is as given: Check has not seen it.
func ReadDocument(line []byte) (Document, bool, error) {
	given, ok := decodeGiven(string(line))
	if !ok {
		given = new(givenDocument)
		if err := json.Unmarshal(line, given); err != nil {
			return Document{}, false, fmt.Errorf("no document in JSON: %w", plainly(err))
		}
	}
	if given.Mentions == nil {
		return Document{}, false, nil
	}
	id, err := readID(given.ID)
	if err != nil {
		return Document{}, false, err
	}
	d := given.Document
	d.ID, d.Mentions = id, *given.Mentions
	if d.ID == "" {
		d.ID = hex.EncodeToString(hashOf(line)[:8])
	}
	return d, true, nil
}

// plainly takes the name of the type that Document is embedded in out of an error.
func plainly(err error) error {
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		kind.Field = strings.TrimPrefix(kind.Field, "Document.")
	}
	return err
}

// errID is the error of an id that can't be one.
var errID = errors.New(`"id" is neither a string nor a number`)

// readID returns an id as a string: a string as it is, a number as it is
// written, nothing for none.
func readID(raw json.RawMessage) (string, error) {
	if len(raw) == 0 {
		return "", nil
	}
	switch c := raw[0]; {
	case c == 'n':
		return "", nil
	case c == '"':
		var s string
		err := json.Unmarshal(raw, &s)
		return s, err
	case c == '-' || '0' <= c && c <= '9':
		return string(raw), nil
	}
	return "", errID
}
