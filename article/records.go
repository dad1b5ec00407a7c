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
	"dateline/jsonstream"
	"dateline/text"
)

// readRecords reads articles from lines of JSON, or from JSON laid out over several lines. The
// Text of an article is the record's title and its text, unchanged unless it is HTML; what the
// record lacks (title, date, source, language) is inferred from the text. A line that can't be
// read yields an Error with its number, and reading continues. A bad date yields an Error after
// the article.
func readRecords(s source, r *bufio.Reader, yield yieldFunc) bool {
	r.Peek(1) // an error is returned again by the next read
	peek := buffered(r)
	in := records{source: s, task: s.task(), yield: yield}
	in.hint.Order = record.OrderOf(peek)
	if bytes.HasPrefix(peek, []byte(byteOrderMark)) {
		r.Discard(len(byteOrderMark))
		peek = buffered(r)
	}
	if record.IsMultiline(peek) {
		values := record.NewValues(r, MaxRecord)
		return in.all(values.Next, valueError)
	}
	lines := jsonstream.NewLines(r)
	return in.all(func() ([]byte, int, error) {
		data, err := lines.Next()
		if err == jsonstream.ErrNUL {
			err = fmt.Errorf("%w: %w", record.ErrNoRecord, err)
		}
		return data, lines.Number(), err
	}, recordError)
}

// byteOrderMark is the UTF-8 byte order mark, with which some programs begin files.
const byteOrderMark = "\ufeff"

// records reads the records of one input.
type records struct {
	source
	task
	yield   yieldFunc
	notices []LeftOut // messages without text, which go into LeftOut of the next article
}

// all yields the articles of the lines or values returned by next; failed makes the Error for
// one that can't be read.
func (in *records) all(next func() ([]byte, int, error), failed func(name string, line int, err error) error) bool {
	for {
		if err := in.ctx.Err(); err != nil {
			in.yield(Article{}, err)
			return false
		}
		data, line, err := next()
		switch {
		case err == io.EOF:
			return in.end()
		case err != nil:
			if !in.yield(Article{}, failed(in.name, line, err)) {
				return false
			}
			continue
		case len(bytes.TrimSpace(data)) == 0:
			continue
		}
		for _, member := range record.Members(data) {
			if !in.one(line, member) {
				return false
			}
		}
	}
}

// end reports messages without text that no article follows.
func (in *records) end() bool {
	if len(in.notices) == 0 {
		return true
	}
	return in.yield(Article{}, &Skipped{Path: printable(in.name), Why: fmt.Sprintf("messages without text at its end: %d", len(in.notices)), Empty: true})
}

// one yields the articles of a record.
func (in *records) one(line int, data []byte) bool {
	if !utf8.Valid(data) {
		data = []byte(charset.Line(data))
	}
	if record.IsParsed(data) {
		return in.yield(Article{Input: in.name, Lines: [2]int{line, line}, Record: bytes.Clone(data)}, nil)
	}
	if err := in.Add(len(data)); err != nil {
		in.yield(Article{}, err)
		return false
	}
	r, err := record.Read(data, in.options.Columns, in.hint)
	return in.article(line, r, err)
}

// article yields the article of a record, and its error; if that is ErrBadDate, after the
// article.
func (in *records) article(line int, r record.Record, bad error) bool {
	if r.Silent {
		in.notices = append(in.notices, LeftOut{Reason: segment.Notices, Text: "a message without text", Lines: [2]int{line, line}})
		return true
	}
	if errors.Is(bad, record.ErrEmptyText) && r.Title != "" {
		r.Text, bad = r.Title, nil
	}
	if bad != nil && !errors.Is(bad, ErrBadDate) {
		return in.yield(Article{}, recordError(in.name, line, bad))
	}
	a, err := fromRecord(in.task, r)
	switch {
	case isContextError(err):
		in.yield(Article{}, err)
		return false
	case err != nil:
		return in.yield(Article{}, recordError(in.name, line, err))
	}
	a.Lines = [2]int{line, line}
	a.LeftOut, in.notices = append(a.LeftOut, in.notices...), nil
	a = a.finish(in.name)
	if !in.options.Verbatim {
		a.beginWith(r.Title)
	}
	return in.yield(a, nil) && (bad == nil || in.yield(Article{}, recordError(in.name, line, bad)))
}

// readTable reads an article from each row of a table.
func readTable(s source, r *bufio.Reader, yield yieldFunc) bool {
	in := records{source: s, task: s.task(), yield: yield}
	t, err := record.NewTable(r, s.options.Columns, MaxDocument, in.hint)
	switch {
	case errors.Is(err, record.ErrEvents):
		return yield(Article{}, &Error{Input: s.name, Err: err, Hint: "fetch the pages that it lists: grep -oE 'https?://[^[:space:],]+' FILE | sort -u | xargs dateline ingest --data DIR"})
	case err != nil:
		return yield(Article{}, &Error{Input: s.name, Err: err, Hint: "name the columns: --columns text=body,published=date,title=headline"})
	}
	for {
		row, line, err := t.Next()
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
		if !in.article(line, row, err) {
			return false
		}
	}
}

// fromRecord converts a record to an article.
func fromRecord(w task, r record.Record) (Article, error) {
	a, err := withMetadata(w, r)
	if err != nil {
		return Article{}, err
	}
	a.Key, a.Point, a.URL, a.Lang = r.Key, r.Point, addressOf(r.URL), languageCode(r.Lang)
	a.Address = a.URL
	setIf(&a.Title, r.Title)
	setIf(&a.Byline, r.Byline)
	setIf(&a.Source, r.Source)
	if !r.Published.IsZero() {
		a.Published = r.Published
	}
	return a, nil
}

// beginWith puts a title before the text of a record, unless the text already begins with it.
// The ID remains that of the given text.
func (a *Article) beginWith(title string) {
	if begins := text.SameWords(text.Prefix(a.Text, 4*len(title)+maxMarks)); !strings.HasPrefix(begins, text.SameWords(title)) {
		a.Text = title + "\n\n" + a.Text
	}
}

// maxMarks is how many bytes of punctuation and other signs the beginning of a text may have
// between the letters of its title.
const maxMarks = 64

// maxScanned is how many bytes of a record's text are examined for metadata.
const maxScanned = 64 << 10

// withMetadata returns an article with the record's text and the metadata found in it.
func withMetadata(w task, r record.Record) (Article, error) {
	a := Article{Text: r.Text}
	if r.Markup {
		plain, left, err := html.Text(w.Counter, r.Text)
		if err != nil {
			return a, fmt.Errorf("%w: %w", ErrBadRecord, err)
		}
		a.Text, a.LeftOut = plain, left
	}
	articles, err := fromText(w, strings.ReplaceAll(text.Prefix(a.Text, maxScanned), "\r", "\n"), segment.Scraped)
	if isContextError(err) {
		return a, err
	}
	if err == nil && len(articles) > 0 {
		first := articles[0]
		a.Title, a.Byline, a.Source, a.Published, a.Dateline = first.Title, first.Byline, first.Source, first.Published, first.Dateline
	}
	return a, nil
}

// RecordError is the error for an article whose Record can't be used.
func (a Article) RecordError(err error) error {
	return recordError(a.Input, a.Lines[0], fmt.Errorf("%w: %s", ErrBadRecord, jsonstream.Describe(err)))
}

func recordError(name string, number int, err error) error {
	hint := `a line holds {"id": "...", "text": "..."}; the other lines are read`
	switch {
	case errors.Is(err, ErrTooLarge):
		hint = fmt.Sprintf("a line may have %d MiB; the other lines are read", MaxRecord>>20)
	case errors.Is(err, ErrBadDate):
		hint = "write it as 2019-08-23 or 2019-08-23T10:00:00Z; the article gets the date given in its text, if any"
	case !errors.Is(err, ErrBadRecord):
		hint = "the lines before it are read"
	}
	return &Error{Input: name, Line: number, Err: err, Hint: hint}
}

// valueError is the error for JSON laid out over several lines.
func valueError(name string, line int, err error) error {
	hint := "the other records are read"
	switch {
	case errors.Is(err, ErrTooLarge):
		hint = fmt.Sprintf("a record may have %d MiB; the others are read", MaxRecord>>20)
	case errors.Is(err, record.ErrBreaksOff), !errors.Is(err, ErrBadRecord):
		hint = "the records before it were read; check that the export of it was complete"
	}
	return &Error{Input: name, Line: line, Err: err, Hint: hint}
}
