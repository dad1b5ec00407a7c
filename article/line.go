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

// FromLine converts a line of JSON to an article whose offsets are meaningful to whoever wrote
// the line: its text is unchanged, even if empty; HTML is masked by html.Mask, which preserves
// offsets. The title is taken from the line and not added to the text. ID and Point stay empty.
// The keys are those of all records. A date such as 04/05/2018 is read in the order of the
// line's other dates, else in the given order. The error wraps ErrBadDate if only the date can't
// be read, else ErrBadRecord.
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
