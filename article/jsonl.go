package article

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
)

// readRecords reads lines of JSON, one article each. Its Text is the record's
// text exactly as given (where it was not parsed before: isParsed); what a record leaves open (title, date, source,
// language) is told from the text. A line that can't be read is an Error with
// its number, and the next is read. A date that can't be read is an Error after
// the article.
func readRecords(ctx context.Context, name string, r *bufio.Reader, yield yieldFunc) bool {
	lines := recordLines{r: r}
	found := false
	for {
		if err := ctx.Err(); err != nil {
			yield(Article{}, err)
			return false
		}
		data, err := lines.next()
		if err == io.EOF {
			break
		}
		if data = bytes.TrimSpace(data); len(data) == 0 && err == nil {
			continue
		}
		if err == nil && !found && (string(data) == "{" || data[0] == '[') {
			err = errManyLines
			lines.ended = true
		}
		found = true
		if !yieldRecord(name, lines.number, data, err, yield) {
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
func yieldRecord(name string, number int, data []byte, err error, yield yieldFunc) bool {
	if err != nil {
		return yield(Article{}, recordError(name, number, err))
	}
	lines := [2]int{number, number}
	if isParsed(data) {
		return yield(Article{Input: name, Lines: lines, Record: bytes.Clone(data)}, nil)
	}
	a, err := fromRecord(data)
	if err != nil && !errors.Is(err, ErrBadDate) {
		return yield(Article{}, recordError(name, number, err))
	}
	a.Lines = lines
	if !yield(a.finish(name), nil) {
		return false
	}
	return err == nil || yield(Article{}, recordError(name, number, err))
}

// RecordError is the error of an article whose Record can't be used.
func (a Article) RecordError(err error) error {
	return recordError(a.Input, a.Lines[0], fmt.Errorf("%w: %s", ErrBadRecord, plainJSON(err)))
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

// recordLines cuts a stream into lines of at most MaxRecord bytes.
type recordLines struct {
	r      *bufio.Reader
	number int  // of the line returned last
	ended  bool // no line follows
}

// next returns the next line; it is good until the next call. A line too long is
// skipped, with ErrTooLarge; any error but io.EOF, ErrTooLarge and ErrBadRecord
// is the stream's, and the last.
func (l *recordLines) next() ([]byte, error) {
	if l.ended {
		return nil, io.EOF
	}
	l.number++
	data, err := l.r.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		data, err = l.long(data)
	}
	switch {
	case err == io.EOF && len(data) > 0:
		l.ended = true
	case err != nil:
		l.ended = err != ErrTooLarge
		return nil, err
	case bytes.IndexByte(data, 0) >= 0:
		return nil, fmt.Errorf("%w: it holds NUL bytes", ErrBadRecord)
	}
	if l.number == 1 {
		data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	}
	return data, nil
}

// long reads the rest of a line that is longer than the buffer.
func (l *recordLines) long(part []byte) (all []byte, err error) {
	for err = bufio.ErrBufferFull; ; part, err = l.r.ReadSlice('\n') {
		if len(all) <= MaxRecord {
			all = append(all, part...)
		}
		if err != bufio.ErrBufferFull {
			break
		}
	}
	if err == nil && len(all) > MaxRecord || err == io.EOF && len(all) > MaxRecord {
		return nil, ErrTooLarge
	}
	return all, err
}
