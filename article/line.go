package article

import (
	"context"
	"errors"
	"unicode/utf8"

	"dateline/article/charset"
	"dateline/article/html"
	"dateline/article/record"
	"dateline/newsdate"
)

// FromLine makes an article of one line of JSON whose text has offsets that count for
// whoever wrote it: it is as given, an empty one too, or, where it is HTML, as
// html.Mask shows it. Its title is what the line says, and no part of the text; it has neither
// an ID nor a point. The keys are those of all records. A date such as 04/05/2018 is read in the
// order of the line's other dates, else in that given. The error wraps ErrBadDate where only the
// date can't be read, else ErrBadRecord.
func FromLine(ctx context.Context, line []byte, order newsdate.Order) (Article, error) {
	if !utf8.Valid(line) {
		line = []byte(charset.Line(line))
	}
	if err := ctx.Err(); err != nil {
		return Article{}, err
	}
	if own := record.OrderOf(line); own != newsdate.UnknownOrder {
		order = own
	}
	r, err := record.Read(line, nil, newsdate.Hint{Order: order})
	switch {
	case errors.Is(err, record.ErrEmptyText):
		err = nil
	case err != nil && !errors.Is(err, ErrBadDate):
		return Article{}, err
	}
	if r.Markup {
		r.Text = html.Mask(r.Text)
	}
	return Article{
		Key: r.Key, Title: r.Title, Byline: r.Byline, Source: r.Source, URL: addressOf(r.URL), Published: r.Published, Text: r.Text,
	}, err
}
