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

// Table reads a table whose first row names its columns, a record a row. Columns
// are known by the keys of Read, whatever their case; others can be mapped.
type Table struct {
	rows    *csv.Reader
	bound   *bounded
	columns []string // the key of each column
	skipped int      // lines before its first
	line    int      // on which the row read last begins, not counting those
	hint    newsdate.Hint
}

// ErrNoColumn is the error of a table without a column of texts.
var ErrNoColumn = errors.New("no column of texts")

// delimiters of tables, the likeliest first.
const delimiters = ",\t;|"

// IsTable reports whether a text begins as a table does: with a line of three or
// more short names, of which one is that of texts.
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

// delimiterOf returns the delimiter that a line has most of.
func delimiterOf(line string) rune {
	best := ','
	for _, d := range delimiters {
		if strings.Count(line, string(d)) > strings.Count(line, string(best)) {
			best = d
		}
	}
	return best
}

// NewTable reads the first row of a table. The columns say for our keys (text, title,
// published, source, url, byline, lang, id) which column has them; it may be nil. No
// row may have more than max bytes. The order of day and month in dates is told from
// the first rows where the hint leaves it open.
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

// name reads the names of the columns of a table with this beginning.
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
			key = "" // another column has it
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

// hasHeadlines reports whether columns are those of a list of articles without their texts:
// title and address.
func hasHeadlines(columns []string) bool {
	hasOneOf := func(keys []string) bool {
		return slices.ContainsFunc(columns, func(key string) bool { return slices.Contains(keys, key) })
	}
	return hasOneOf(titleKeys) && hasOneOf(urlKeys)
}

// hasTexts reports whether the first rows of a table have what may be a text in a column that
// is not that of titles.
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

// orderIn tells from the dates in the beginning of a table in which order they have
// day and month.
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

// lineOf returns the line on which a row begins; of one that broke off before its
// first field ended, that of the row before.
func (t *Table) lineOf(row []string) int {
	if len(row) > 0 {
		t.line, _ = t.rows.FieldPos(0)
	}
	return t.line + t.skipped
}

// Next returns the record of the next row and its line. The error wraps ErrNoDate
// where only the date can't be read, ErrNoRecord for another row that can't be
// read, after which the next may be; io.EOF is the end.
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

// bounded ends a stream with ErrTooLarge when more than max bytes were read since
// read was set to zero.
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
