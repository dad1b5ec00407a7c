package article

import (
	"bufio"
	"bytes"
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
)

// readRecords reads lines of JSON, one article each, or JSON that is laid out over
// lines. The Text of an article is the record's text exactly as given, unless that is
// HTML; what a record leaves open (title, date, source, language) is told from the text. A line that can't
// be read is an Error with its number, and the next is read. A date that can't be read
// is an Error after the article.
func readRecords(s source, r *bufio.Reader, yield yieldFunc) bool {
	r.Peek(1) // an error comes back with the read that follows
	peek := buffered(r)
	in := records{source: s, task: s.task(), yield: yield}
	in.hint.Order = record.OrderOf(peek)
	if record.IsLaidOut(firstLine(peek)) {
		return in.values(record.NewValues(r, MaxRecord))
	}
	return in.lines(record.NewLines(r, MaxRecord))
}

// firstLine returns the first line that is not blank.
func firstLine(head []byte) []byte {
	for l := range bytes.Lines(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))) {
		if l = bytes.TrimSpace(l); len(l) > 0 {
			return l
		}
	}
	return nil
}

// records reads the records of one input.
type records struct {
	source
	task
	yield yieldFunc
}

func (in *records) lines(lines *record.Lines) bool {
	for {
		if err := in.ctx.Err(); err != nil {
			in.yield(Article{}, err)
			return false
		}
		data, err := lines.Next()
		if err == io.EOF {
			return true
		}
		if data = bytes.TrimSpace(data); len(data) == 0 && err == nil {
			continue
		}
		if !in.take(lines.Number(), data, err) {
			return false
		}
	}
}

func (in *records) values(values *record.Values) bool {
	for {
		if err := in.ctx.Err(); err != nil {
			in.yield(Article{}, err)
			return false
		}
		data, line, err := values.Next()
		if err == io.EOF {
			return true
		}
		if err != nil && !errors.Is(err, ErrTooLarge) {
			err = lastOf(err)
		}
		if !in.take(line, data, err) {
			return false
		}
	}
}

// brokenOff is the error of JSON behind which nothing can be read.
type brokenOff struct{ error }

func (b brokenOff) Unwrap() error { return b.error }

func lastOf(err error) error { return brokenOff{err} }

// take yields what a line or value holds: a record, or several.
func (in *records) take(line int, data []byte, err error) bool {
	if err != nil {
		return in.one(line, data, err)
	}
	for _, member := range record.Members(data) {
		if !in.one(line, member, nil) {
			return false
		}
	}
	return true
}

// one yields what a record holds.
func (in *records) one(line int, data []byte, err error) bool {
	if err != nil {
		return in.yield(Article{}, recordError(in.name, line, err))
	}
	if !utf8.Valid(data) {
		data = []byte(charset.Line(data))
	}
	lines := [2]int{line, line}
	if record.IsParsed(data) {
		return in.yield(Article{Input: in.name, Lines: lines, Record: bytes.Clone(data)}, nil)
	}
	a, err := in.record(data)
	switch {
	case isContextError(err):
		in.yield(Article{}, err)
		return false
	case err != nil && !errors.Is(err, ErrBadDate):
		return in.yield(Article{}, recordError(in.name, line, err))
	}
	a.Lines = lines
	if !in.yield(a.finish(in.name), nil) {
		return false
	}
	return err == nil || in.yield(Article{}, recordError(in.name, line, err))
}

// record makes the article of a record. The error is ErrBadDate where only the date
// could not be read.
func (in *records) record(data []byte) (Article, error) {
	if err := in.Add(len(data)); err != nil {
		return Article{}, err
	}
	r, bad := record.Read(data, in.options.Columns, in.hint)
	if bad != nil && !errors.Is(bad, ErrBadDate) {
		return Article{}, bad
	}
	return finishRecord(in.task, r, bad)
}

// readTable reads the rows of a table, one article each.
func readTable(s source, r *bufio.Reader, yield yieldFunc) bool {
	t, err := record.NewTable(r, s.options.Columns, MaxDocument, s.task().hint)
	if errors.Is(err, record.ErrEvents) {
		return yield(Article{}, &Error{Input: s.name, Err: err, Hint: "read the pages that it names: grep -oE 'https?://[^[:space:],]+' FILE | sort -u | xargs dateline ingest --data DIR"})
	}
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
			hint := fmt.Sprintf("a row may have %d MiB; the rows before it are read", MaxDocument>>20)
			return yield(Article{}, &Error{Input: s.name, Line: line, Err: err, Hint: hint})
		}
		if err == nil || errors.Is(err, ErrBadDate) {
			a, bad := finishRecord(s.task(), rec, err)
			if a.Lines = [2]int{line, line}; !isContextError(bad) && !yield(a.finish(s.name), nil) {
				return false
			}
		}
		if err != nil && !yield(Article{}, recordError(s.name, line, err)) {
			return false
		}
	}
}

// finishRecord makes the article of a record of which only the date may be bad.
func finishRecord(w task, r record.Record, bad error) (Article, error) {
	a, err := told(w, r)
	if err != nil {
		return Article{}, err
	}
	a.Key, a.Point, a.URL, a.Lang = r.Key, r.Point, addressOf(r.URL), languageCode(r.Lang)
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
func told(w task, r record.Record) (Article, error) {
	a := Article{Text: r.Text}
	if r.Markup {
		plain, left, err := html.Text(w.Counter, r.Text)
		if err != nil {
			return a, fmt.Errorf("%w: %w", ErrBadRecord, err)
		}
		a.Text, a.LeftOut = plain, left
	}
	articles, err := fromText(w, strings.ReplaceAll(text.Prefix(a.Text, maxTold), "\r", "\n"), segment.Scraped)
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
	case errors.As(err, &brokenOff{}):
		hint = "the records before it are read; check that the export of it was complete"
	case errors.Is(err, ErrTooLarge):
		hint = fmt.Sprintf("a line may have %d MiB; the other lines are read", MaxRecord>>20)
	case errors.Is(err, ErrBadDate):
		hint = "write it as 2019-08-23 or 2019-08-23T10:00:00Z; the article is read with the date of its text, if that has one"
	case !errors.Is(err, ErrBadRecord):
		hint = "the lines before it are read"
	}
	return &Error{Input: name, Line: number, Err: err, Hint: hint}
}
