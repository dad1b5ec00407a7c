package record

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"dateline/newsdate"
	"dateline/newsdate/datestamp"
)

// Table reads a table with a header row, a record from each row. Columns are recognised by the
// keys of Read, ignoring case; others can be mapped.
type Table struct {
	rows    *csv.Reader
	bound   *bounded
	columns []string // normalised name of each column
	skipped int      // lines before the table
	line    int      // where the last row begins, not counting those
	hint    newsdate.Hint
}

// ErrNoColumn reports a table without a text column.
var ErrNoColumn = errors.New("no text column")

// delimiters lists the supported delimiters, the likeliest first.
const delimiters = ",\t;|"

// IsTable reports whether a text begins as a table: with a line of three or more short names,
// one of which is that of a text column.
func IsTable(head string) bool {
	if strings.HasPrefix(head, "sep=") {
		_, head, _ = strings.Cut(head, "\n")
	}
	line, _, more := strings.Cut(strings.TrimPrefix(head, "\ufeff"), "\n")
	if isGKG(line) || isEvents(line) {
		return true
	}
	delimiter := delimiterOf(line)
	names := strings.FieldsFunc(line, func(r rune) bool { return r == delimiter })
	if !more || len(names) < 3 {
		return false
	}
	var keys []string
	known := false
	for _, name := range names {
		if len(name) > 40 || strings.ContainsAny(name, ".!?") {
			return false
		}
		key := keyOf(name)
		keys = append(keys, key)
		known = known || slices.Contains(textKeys, key) || key == "globaleventid" || key == "gkgrecordid"
	}
	return known || hasHeadlines(keys)
}

// delimiterOf returns the most frequent delimiter of a line.
func delimiterOf(line string) rune {
	best := ','
	for _, d := range delimiters {
		if strings.Count(line, string(d)) > strings.Count(line, string(best)) {
			best = d
		}
	}
	return best
}

// NewTable reads the header of a table. The columns map our names (text, title, published,
// source, url, byline, lang, id) to its columns; may be nil. A row may have at most max bytes.
// The order of day and month is inferred from the first rows unless the hint gives it.
func NewTable(r *bufio.Reader, columns map[string]string, max int, hint newsdate.Hint) (*Table, error) {
	t := &Table{bound: &bounded{max: max}, hint: hint}
	if _, err := r.Peek(1); err != nil {
		return nil, err
	}
	head, _ := r.Peek(r.Buffered())
	if line, rest, ok := bytes.Cut(head, []byte("\n")); ok && bytes.HasPrefix(bytes.TrimPrefix(line, []byte("\xef\xbb\xbf")), []byte("sep=")) { // of Excel
		head, t.skipped = rest, 1
		r.Discard(len(line) + 1)
	}
	head = bytes.Clone(head)
	first, _, _ := strings.Cut(string(head), "\n")
	t.bound.r = r
	t.rows = rowsOf(t.bound, delimiterOf(first))
	switch {
	case isEvents(first):
		return nil, ErrEvents
	case isGKG(first):
		t.columns = strings.Split(gkgColumns, " ")
	default:
		if err := t.name(columns, head); err != nil {
			return nil, err
		}
	}
	if t.hint.Order == newsdate.UnknownOrder {
		t.hint.Order = t.orderIn(head, delimiterOf(first))
	}
	return t, nil
}

func rowsOf(r io.Reader, delimiter rune) *csv.Reader {
	rows := csv.NewReader(r)
	rows.Comma, rows.LazyQuotes, rows.FieldsPerRecord = delimiter, true, -1
	return rows
}

// name identifies the columns by the header and the first rows.
func (t *Table) name(columns map[string]string, head []byte) error {
	names, err := t.rows.Read()
	if err != nil {
		return fmt.Errorf("%w: %w", ErrNoRecord, err)
	}
	given := map[string]string{}
	for _, key := range slices.Sorted(maps.Keys(columns)) {
		given[strings.TrimSpace(columns[key])] = key
	}
	t.line, _ = t.rows.FieldPos(0)
	names[0] = strings.TrimPrefix(names[0], "\ufeff")
	for _, name := range names {
		key := keyOf(name)
		if _, mapped := columns[key]; mapped {
			key = "" // mapped to another column
		}
		if own, ok := given[strings.TrimSpace(name)]; ok {
			key = own
			delete(given, strings.TrimSpace(name))
		}
		t.columns = append(t.columns, key)
	}
	if missing := slices.Sorted(maps.Keys(given)); len(missing) > 0 {
		return fmt.Errorf("%w: no column %q; it has %s", ErrNoColumn, missing[0], strings.Join(names, ", "))
	}
	if slices.Contains(t.columns, "globaleventid") {
		return ErrEvents
	}
	isText := func(key string) bool { return slices.Contains(textKeys, key) || key == gkgExtras }
	if !slices.ContainsFunc(t.columns, isText) && (!hasHeadlines(t.columns) || t.hasTexts(head)) {
		return fmt.Errorf("%w; it has %s", ErrNoColumn, strings.Join(names, ", "))
	}
	return nil
}

// hasHeadlines reports whether the columns are those of a list of articles without texts: title
// and address.
func hasHeadlines(columns []string) bool {
	hasOneOf := func(keys []string) bool {
		return slices.ContainsFunc(columns, func(key string) bool { return slices.Contains(keys, key) })
	}
	return hasOneOf(titleKeys) && hasOneOf(urlKeys)
}

// hasTexts reports whether the first rows have a possible text outside the title column.
func (t *Table) hasTexts(head []byte) bool {
	rows := rowsOf(bytes.NewReader(head), t.rows.Comma)
	for line := 0; ; line++ {
		row, err := rows.Read()
		if err != nil {
			return false
		}
		for i, value := range row {
			if line > 0 && i < len(t.columns) && !slices.Contains(titleKeys, t.columns[i]) && strings.Count(value, " ") >= minTextWords {
				return true
			}
		}
	}
}

// orderIn infers the order of day and month from the dates in the first rows.
func (t *Table) orderIn(head []byte, delimiter rune) newsdate.Order {
	var dates []string
	rows := rowsOf(bytes.NewReader(head), delimiter)
	for {
		row, err := rows.Read()
		if err != nil {
			return datestamp.OrderOfAll(dates)
		}
		for i, value := range row {
			if i < len(t.columns) && slices.Contains(dateKeys, t.columns[i]) {
				dates = append(dates, value)
			}
		}
	}
}

// lineOf returns the line on which a row begins; for a row cut off in its first field, that of
// the row before.
func (t *Table) lineOf(row []string) int {
	if len(row) > 0 {
		t.line, _ = t.rows.FieldPos(0)
	}
	return t.line + t.skipped
}

// Next returns the record of the next row and its line. The error wraps ErrNoDate if only the
// date can't be read, or ErrNoRecord for another invalid row, after which reading may continue;
// at the end it is io.EOF.
func (t *Table) Next() (Record, int, error) {
	t.bound.read = 0
	row, err := t.rows.Read()
	line := t.lineOf(row)
	switch {
	case err == io.EOF || errors.Is(err, ErrTooLarge):
		return Record{}, line, err
	case err != nil:
		return Record{}, line, fmt.Errorf("%w: %w", ErrNoRecord, err)
	}
	o := object{}
	for i, value := range row {
		if i >= len(t.columns) || strings.TrimSpace(value) == "" {
			continue
		}
		raw, err := json.Marshal(value)
		if err == nil && o[t.columns[i]] == nil {
			o[t.columns[i]] = raw
		}
	}
	o.takePageTitle()
	r, err := o.read(t.hint)
	return r, line, err
}

// bounded ends a stream with ErrTooLarge after more than max bytes since read was reset.
type bounded struct {
	r         io.Reader
	read, max int
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.read > b.max {
		return 0, ErrTooLarge
	}
	n, err := b.r.Read(p)
	b.read += n
	return n, err
}
