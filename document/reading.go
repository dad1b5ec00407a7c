package document

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"

	"dateline/article"
	"dateline/geoparse"
	"dateline/newsdate"

	"github.com/tidwall/gjson"
)

// Reader turns articles and records into Documents. It is safe for concurrent
// use.
type Reader struct {
	Parser   *geoparse.Parser
	Versions Versions       // of the parser and its gazetteer, recorded in Documents; none: not recorded
	Demonyms bool           // include demonyms
	Order    newsdate.Order // of day and month in a Record's dates, unless they tell
}

// Document parses an article, or takes the results in its line of JSON if that has mentions.
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

// Article parses an article, except its asides.
func (r Reader) Article(ctx context.Context, a article.Article) (Document, error) {
	in := geoparse.Input{Text: a.Text, Title: a.Title, Published: a.Published, Around: a.Around, Demonyms: r.Demonyms}
	for _, s := range a.Aside {
		in.Skip = append(in.Skip, geoparse.Span{Start: s.Start, End: s.End})
	}
	result, err := r.Parser.Parse(ctx, in)
	if err != nil {
		return Document{}, err
	}
	d := NewDocument(a, result)
	d.Read = r.newRead(a)
	return d, nil
}

// Record parses a line of JSON {"id","text","title"?,"published"?,"spans"?}, or one with the
// keys of other tools. Its title and date are context only and shift no offset; its other
// metadata is copied to the Document. The text of the Document has as many code points as that
// of the line: HTML tags become white space. If only the date can't be read, the Document is
// that of an undated text, and the error wraps article.ErrBadDate.
func (r Reader) Record(ctx context.Context, line []byte) (Document, error) {
	a, result, err := r.Parse(ctx, line)
	if err != nil && !errors.Is(err, article.ErrBadDate) {
		return Document{}, err
	}
	d := NewDocument(a, result)
	d.ID, d.GUID = a.Key, ""
	return d, err
}

// Parse parses a line of JSON as Record does, and returns what the parser found.
func (r Reader) Parse(ctx context.Context, line []byte) (article.Article, geoparse.Result, error) {
	a, undated := article.FromLine(ctx, line, r.Order)
	if undated != nil && !errors.Is(undated, article.ErrBadDate) {
		return a, geoparse.Result{}, undated
	}
	in := geoparse.Input{Text: a.Text, Title: a.Title, Published: a.Published, Demonyms: r.Demonyms}
	var err error
	if in.Spans, err = readSpans(line, a.Text); err != nil {
		return a, geoparse.Result{}, err
	}
	result, err := r.Parser.Parse(ctx, in)
	if err != nil {
		return a, geoparse.Result{}, err
	}
	return a, result, undated
}

// maxSpansLength is the maximum total length in code points of the given spans of a text. They
// may overlap, and the phrase of each is written.
const maxSpansLength = 16 << 20

// readSpans returns the spans in a line of JSON; nil for none.
func readSpans(line []byte, text string) ([]geoparse.Span, error) {
	given := gjson.GetBytes(line, "spans")
	if !given.Exists() || given.Type == gjson.Null {
		return nil, nil
	}
	var list []struct{ Start, End int }
	if err := json.Unmarshal([]byte(given.Raw), &list); err != nil {
		return nil, errors.New(`"spans" is not a list of {"start":0,"end":5}`)
	}
	spans := make([]geoparse.Span, len(list))
	n, together := utf8.RuneCountInString(text), 0
	for i, s := range list {
		if s.Start < 0 || s.End > n || s.Start >= s.End {
			return nil, fmt.Errorf("spans[%d]: %d to %d is not a range within the text, which has %d code points", i, s.Start, s.End, n)
		}
		if together += s.End - s.Start; together > maxSpansLength {
			return nil, fmt.Errorf("spans[%d]: the spans up to this one have more than %d code points in total; give fewer at a time", i, maxSpansLength)
		}
		spans[i] = geoparse.Span(s)
	}
	return spans, nil
}
