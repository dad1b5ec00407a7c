package document

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"dateline/article"
	"dateline/jsonstream"

	fastjson "github.com/segmentio/encoding/json"
)

// ReadDocument reads a line of JSON in the form of Document, as `dateline parse` and other
// geoparsers write it. Its id may be a number; by default it is a hash of the line. False means
// that the line has no "mentions" and has yet to be parsed. The Document is not Checked.
//
// A line of several MiB is refused if its lists would take disproportionate memory.
func ReadDocument(line []byte) (Document, bool, error) {
	if err := checkSize(line); err != nil {
		return Document{}, false, err
	}
	given, ok := decodeInput(line)
	if !ok {
		given = new(documentInput)
		if err := json.Unmarshal(line, given); err != nil {
			return Document{}, false, fmt.Errorf("not a document in JSON: %s", plainly(err))
		}
	}
	if given.Mentions == nil {
		return Document{}, false, nil
	}
	id, err := article.ReadID(given.ID)
	if err != nil {
		return Document{}, false, err
	}
	d := given.Document
	d.ID, d.Mentions, d.Control = id, *given.Mentions, nil // Control follows from Events
	d.forgetCorrections()
	if d.ID == "" {
		d.ID = hex.EncodeToString(HashOf(line)[:8])
	}
	return d, true, nil
}

// documentInput is a line of JSON that may be a Document.
type documentInput struct {
	Document
	ID       json.RawMessage `json:"id"`
	Mentions *[]Mention      `json:"mentions"`
}

// decodeInput reads what encoding/json reads, in a third of its time. It leaves what it can't
// read to encoding/json, which may, or which reports the error.
func decodeInput(line []byte) (*documentInput, bool) {
	given := new(documentInput)
	err := fastjson.Unmarshal(line, given)
	return given, err == nil
}

// plainly returns the error in a document, without the name of the type that embeds Document.
func plainly(err error) string {
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		kind.Field = strings.TrimPrefix(kind.Field, "Document.")
	}
	return jsonstream.Describe(err)
}
