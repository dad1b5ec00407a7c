package article

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/tidwall/gjson"
)

// record is a line of JSON as it comes. Keys that are not here are ignored.
type record struct {
	ID        json.RawMessage `json:"id"`
	Text      *string         `json:"text"`
	Title     string          `json:"title"`
	Published any             `json:"published"`
	Source    string          `json:"source"`
	URL       string          `json:"url"`
	Lang      string          `json:"lang"`
	Mentions  json.RawMessage `json:"mentions"` // tells that the record was parsed already
}

// isParsed reports whether a line of JSON has a list of "mentions". It looks no
// closer: the line may be no JSON for all that.
func isParsed(line []byte) bool {
	return gjson.GetBytes(line, "mentions").IsArray()
}

// fromRecord makes the article of a line. The error is ErrBadDate where only
// the date could not be read.
func fromRecord(data []byte) (Article, error) {
	var rec record
	if err := json.Unmarshal(data, &rec); err != nil {
		return Article{}, fmt.Errorf("%w: %s", ErrBadRecord, plainJSON(err))
	}
	key, err := rec.key()
	if err != nil {
		return Article{}, err
	}
	if rec.Text == nil && rec.Mentions == nil {
		return Article{}, fmt.Errorf("%w: no text", ErrBadRecord)
	}
	a := rec.told()
	a.Key, a.Record = key, bytes.Clone(data)
	a.URL, a.Lang = addressOf(rec.URL), languageCode(rec.Lang)
	setIf(&a.Title, oneLine(rec.Title))
	setIf(&a.Source, oneLine(rec.Source))
	said, err := rec.published()
	if !said.IsZero() {
		a.Published = said
	}
	return a, err
}

// published returns the date that the record gives, zero where it gives none.
func (rec record) published() (time.Time, error) {
	said, ok := rec.Published.(string)
	if rec.Published == nil || ok && strings.TrimSpace(said) == "" {
		return time.Time{}, nil
	}
	t, ok := ParseDate(said)
	if !ok {
		return t, fmt.Errorf("%w: published %s", ErrBadDate, clip(fmt.Sprintf("%q", rec.Published), 40))
	}
	return t, nil
}

// maxTold is how many bytes of a record's text are looked at for its head.
const maxTold = 64 << 10

// told returns an article of the record's text and of what that tells of itself.
func (rec record) told() Article {
	if rec.Text == nil {
		return Article{}
	}
	a := Article{Text: *rec.Text}
	articles, err := fromText(strings.ReplaceAll(prefix(a.Text, maxTold), "\r", "\n"), scraped)
	if err == nil && len(articles) > 0 {
		first := articles[0]
		a.Title, a.Byline, a.Source, a.Published = first.Title, first.Byline, first.Source, first.Published
	}
	return a
}

// key returns the id.
func (rec record) key() (string, error) {
	id, err := ReadID(rec.ID)
	if err != nil {
		err = fmt.Errorf("%w: %w", ErrBadRecord, err)
	}
	return id, err
}

// ErrID is the error of an id that can't be one.
var ErrID = errors.New("the id is neither a string nor a number")

// ReadID returns the id of a line of JSON as a string: a string as it is, a number
// as it is written, nothing for none. Anything else is ErrID.
func ReadID(raw json.RawMessage) (string, error) {
	switch id := string(raw); {
	case id == "" || id == "null":
		return "", nil
	case id[0] == '"':
		var s string
		err := json.Unmarshal(raw, &s)
		return s, err
	case strings.ContainsAny(id[:1], "-0123456789"):
		return id, nil
	}
	return "", ErrID
}

// plainJSON says what is wrong with JSON in a reader's words.
func plainJSON(err error) string {
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) && kind.Field != "" {
		return fmt.Sprintf("%q is a %s", kind.Field, kind.Value)
	}
	return strings.TrimPrefix(err.Error(), "json: ")
}

func setIf(field *string, value string) {
	if value != "" {
		*field = value
	}
}
