package article

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"dateline/article/charset"
	"dateline/article/html"
	"dateline/article/record"
	"dateline/article/segment"
	"dateline/text"
	"dateline/work"
)

// readRecords reads lines of JSON, one article each. Its Text is the record's
// text exactly as given; what a record leaves open (title, date, source,
// language) is told from the text. A line that can't be read is an Error with
// its number, and the next is read. A date that can't be read is an Error after
// the article.
func readRecords(ctx context.Context, name string, r *bufio.Reader, yield yieldFunc) bool {
	lines := record.NewLines(r, MaxRecord)
	found := false
	for {
		if err := ctx.Err(); err != nil {
			yield(Article{}, err)
			return false
		}
		data, err := lines.Next()
		if err == io.EOF {
			break
		}
		if data = bytes.TrimSpace(data); len(data) == 0 && err == nil {
			continue
		}
		if err == nil && !found && (string(data) == "{" || data[0] == '[') {
			err = errManyLines
			lines.End()
		}
		found = true
		if !yieldRecord(ctx, name, lines.Number(), data, err, yield) {
			return false
		}
	}
	if !found {
		return yield(Article{}, &Error{Input: name, Err: ErrEmpty, Hint: "check that the export of it was complete"})
	}
	return true
}

// errManyLines is the error of JSON that is not one object a line.
var errManyLines = fmt.Errorf("%w: JSON over many lines", ErrBadRecord)

// yieldRecord yields what a line holds.
func yieldRecord(ctx context.Context, name string, number int, data []byte, err error, yield yieldFunc) bool {
	if err != nil {
		return yield(Article{}, recordError(name, number, err))
	}
	if !utf8.Valid(data) {
		data = []byte(charset.Line(data))
	}
	lines := [2]int{number, number}
	if record.IsParsed(data) {
		return yield(Article{Input: name, Lines: lines, Record: bytes.Clone(data)}, nil)
	}
	a, err := fromRecord(work.New(ctx), data)
	switch {
	case isContextError(err):
		yield(Article{}, err)
		return false
	case err != nil && !errors.Is(err, ErrBadDate):
		return yield(Article{}, recordError(name, number, err))
	}
	a.Lines = lines
	if !yield(a.finish(name), nil) {
		return false
	}
	return err == nil || yield(Article{}, recordError(name, number, err))
}

// readTable reads the rows of a table, one article each.
func readTable(s source, r *bufio.Reader, yield yieldFunc) bool {
	t, err := record.NewTable(r, s.options.Columns, MaxRecord)
	if err != nil {
		return yield(Article{}, &Error{Input: s.name, Err: err, Hint: "say which column is which: --columns text=body,published=date,title=headline"})
	}
	for {
		rec, line, err := t.Next()
		switch {
		case err == io.EOF:
			return true
		case s.ctx.Err() != nil:
			yield(Article{}, s.ctx.Err())
			return false
		case errors.Is(err, ErrTooLarge):
			return yield(Article{}, recordError(s.name, line, err))
		}
		if err == nil || errors.Is(err, ErrBadDate) {
			a, bad := finishRecord(work.New(s.ctx), rec, err)
			if a.Lines = [2]int{line, line}; !isContextError(bad) && !yield(a.finish(s.name), nil) {
				return false
			}
		}
		if err != nil && !yield(Article{}, recordError(s.name, line, err)) {
			return false
		}
	}
}

// fromRecord makes the article of a line. The error is ErrBadDate where only
// the date could not be read.
func fromRecord(steps *work.Counter, data []byte) (Article, error) {
	if err := steps.Add(len(data)); err != nil {
		return Article{}, err
	}
	r, bad := record.Read(data)
	if bad != nil && !errors.Is(bad, ErrBadDate) {
		return Article{}, bad
	}
	return finishRecord(steps, r, bad)
}

// finishRecord makes the article of a record of which only the date may be bad.
func finishRecord(steps *work.Counter, r record.Record, bad error) (Article, error) {
	a, err := told(steps, r)
	if err != nil {
		return Article{}, err
	}
	a.Key, a.URL, a.Lang = r.Key, addressOf(r.URL), languageCode(r.Lang)
	setIf(&a.Title, r.Title)
	setIf(&a.Byline, r.Byline)
	setIf(&a.Source, r.Source)
	if !r.Published.IsZero() {
		a.Published = r.Published
	}
	return a, bad
}

// maxTold is how many bytes of a record's text are looked at for its head.
const maxTold = 64 << 10

// told returns an article of the record's text and of what that tells of itself.
func told(steps *work.Counter, r record.Record) (Article, error) {
	a := Article{Text: r.Text}
	if r.Markup {
		plain, left, err := html.Text(steps, r.Text)
		if err != nil {
			return a, fmt.Errorf("%w: %w", ErrBadRecord, err)
		}
		a.Text, a.LeftOut = plain, left
	}
	articles, err := fromText(steps, strings.ReplaceAll(text.Prefix(a.Text, maxTold), "\r", "\n"), segment.Scraped)
	if isContextError(err) {
		return a, err
	}
	if err == nil && len(articles) > 0 {
		first := articles[0]
		a.Title, a.Byline, a.Source, a.Published, a.Dateline = first.Title, first.Byline, first.Source, first.Published, first.Dateline
	}
	return a, nil
}

// RecordError is the error of an article whose Record can't be used.
func (a Article) RecordError(err error) error {
	return recordError(a.Input, a.Lines[0], fmt.Errorf("%w: %s", ErrBadRecord, record.Plainly(err)))
}

func recordError(name string, number int, err error) error {
	hint := `a line holds {"id": "...", "text": "..."}; the other lines are read`
	switch {
	case errors.Is(err, errManyLines):
		hint = "write one object a line, as `jq -c .` or, for a list, `jq -c '.[]'` does"
	case errors.Is(err, ErrTooLarge):
		hint = fmt.Sprintf("a line may have %d MiB; the other lines are read", MaxRecord>>20)
	case errors.Is(err, ErrBadDate):
		hint = "write it as 2019-08-23 or 2019-08-23T10:00:00Z; the article is read with the date of its text, if that has one"
	case !errors.Is(err, ErrBadRecord):
		hint = "the lines before it are read"
	}
	return &Error{Input: name, Line: number, Err: err, Hint: hint}
}
