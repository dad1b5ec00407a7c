package document

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"

	"dateline/article"
	"dateline/geoparse"
)

// Reader turns articles and records into Documents. It is safe for concurrent
// use.
type Reader struct {
	Parser   *geoparse.Parser
	Demonyms bool // mentions of peoples and their adjectives too
}

// Document parses an article, or takes what its line of JSON says was found in
// it, where that has mentions.
func (r Reader) Document(ctx context.Context, a article.Article) (Document, error) {
	if a.Record != nil {
		d, _, err := ReadDocument(a.Record)
		if err != nil {
			return Document{}, a.RecordError(err)
		}
		return d, nil
	}
	return r.Article(ctx, a)
}

// Article parses an article, all but what stands aside in it.
func (r Reader) Article(ctx context.Context, a article.Article) (Document, error) {
	in := geoparse.Input{Text: a.Text, Title: a.Title, Published: a.Published, Around: a.Around, Demonyms: r.Demonyms}
	for _, s := range a.Aside {
		in.Skip = append(in.Skip, geoparse.Span{Start: s.Start, End: s.End})
	}
	result, err := r.Parser.Parse(ctx, in)
	if err != nil {
		return Document{}, err
	}
	return NewDocument(a, result), nil
}

// record is a line of JSON that is to be parsed. Unknown keys are ignored.
type record struct {
	ID        json.RawMessage `json:"id"`
	Text      *string         `json:"text"`
	Title     string          `json:"title"`
	Published json.RawMessage `json:"published"`
	Spans     []span          `json:"spans"`
}

type span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Record parses a line of JSON {"id","text","title"?,"published"?,"spans"?}.
// Its title and date are context only and shift no offset; the Document has
// the record's id and no text. Where only the date can't be read, the Document is
// that of an undated text, and the error wraps article.ErrBadDate.
func (r Reader) Record(ctx context.Context, line []byte) (Document, error) {
	rec, err := readRecord(line)
	if err != nil {
		return Document{}, err
	}
	id, err := article.ReadID(rec.ID)
	if err != nil {
		return Document{}, err
	}
	in := geoparse.Input{Text: *rec.Text, Title: rec.Title, Demonyms: r.Demonyms}
	var undated error
	if in.Published, undated = rec.published(); rec.Spans != nil {
		in.Spans = make([]geoparse.Span, len(rec.Spans))
		for i, s := range rec.Spans {
			in.Spans[i] = geoparse.Span(s)
		}
	}
	result, err := r.Parser.Parse(ctx, in)
	if err != nil {
		return Document{}, err
	}
	d := NewDocument(article.Article{}, result)
	d.ID = id
	return d, undated
}

// published returns the date that the record gives, zero where it gives none.
func (rec *record) published() (time.Time, error) {
	if len(rec.Published) == 0 || string(rec.Published) == "null" {
		return time.Time{}, nil
	}
	return article.ReadDate("published", rec.Published)
}

// maxSpansLength is how many code points the given spans of a text may have
// together. They may overlap, and the phrase of each is written.
const maxSpansLength = 16 << 20

func readRecord(line []byte) (*record, error) {
	var rec record
	if err := json.Unmarshal(line, &rec); err != nil {
		return nil, fmt.Errorf("no JSON object: %w", err)
	}
	if rec.Text == nil {
		return nil, errors.New(`no "text" in it`)
	}
	n, together := utf8.RuneCountInString(*rec.Text), 0
	for i, s := range rec.Spans {
		if s.Start < 0 || s.End > n || s.Start >= s.End {
			return nil, fmt.Errorf("spans[%d]: %d to %d is no stretch of a text of %d code points", i, s.Start, s.End, n)
		}
		if together += s.End - s.Start; together > maxSpansLength {
			return nil, fmt.Errorf("spans[%d]: the spans up to it hold more than %d code points together; give less of them at a time", i, maxSpansLength)
		}
	}
	return &rec, nil
}
