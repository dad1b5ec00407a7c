package record

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Table reads a table whose first row names its columns, a record a row. Columns
// are known by the keys of Read, whatever their case; others can be mapped.
type Table struct {
	rows    *csv.Reader
	bound   *bounded
	columns []string // the key of each column
}

// ErrNoColumn is the error of a table without a column of texts.
var ErrNoColumn = errors.New("no column of texts")

// delimiters of tables, the likeliest first.
const delimiters = ",\t;|"

// IsTable reports whether a text begins as a table does: with a line of three or
// more short names, of which one is that of texts.
func IsTable(head string) bool {
	line, _, more := strings.Cut(head, "\n")
	names := strings.FieldsFunc(line, func(r rune) bool { return r == delimiterOf(line) })
	if !more || len(names) < 3 {
		return false
	}
	known := false
	for _, name := range names {
		if len(name) > 40 || strings.ContainsAny(name, ".!?") {
			return false
		}
		known = known || slices.Contains(textKeys, keyOf(name))
	}
	return known
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

// keyOf returns the key that the name of a column stands for: itself, else without
// capitals, blanks and quotes.
func keyOf(name string) string {
	name = strings.Trim(strings.TrimSpace(name), `"`)
	for _, keys := range [][]string{textKeys, titleKeys, dateKeys, bylineKeys, sourceKeys, urlKeys, langKeys, idKeys} {
		if slices.Contains(keys, name) {
			return name
		}
	}
	return strings.ReplaceAll(strings.ToLower(name), " ", "_")
}

// NewTable reads the first row of a table. The mapping says for our keys (text,
// title, published, source, url, byline, lang, id) which column has them; it may
// be nil. No row may have more than max bytes.
func NewTable(r io.Reader, mapping map[string]string, max int) (*Table, error) {
	t := &Table{bound: &bounded{r: r, max: max}}
	head := make([]byte, 4<<10)
	n, err := io.ReadFull(r, head)
	if err != nil && err != io.ErrUnexpectedEOF && err != io.EOF {
		return nil, err
	}
	line, _, _ := strings.Cut(string(head[:n]), "\n")
	t.bound.r = io.MultiReader(strings.NewReader(string(head[:n])), r)
	t.rows = csv.NewReader(t.bound)
	t.rows.Comma, t.rows.LazyQuotes, t.rows.FieldsPerRecord = delimiterOf(line), true, -1
	names, err := t.rows.Read()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoRecord, err)
	}
	given := map[string]string{}
	for key, column := range mapping {
		given[strings.TrimSpace(column)] = key
	}
	for _, name := range names {
		key := keyOf(name)
		if own, ok := given[strings.TrimSpace(name)]; ok {
			key = own
			delete(given, strings.TrimSpace(name))
		}
		t.columns = append(t.columns, key)
	}
	for column := range given {
		return nil, fmt.Errorf("%w: no column %q; it has %s", ErrNoColumn, column, strings.Join(names, ", "))
	}
	if !slices.ContainsFunc(t.columns, func(key string) bool { return slices.Contains(textKeys, key) }) {
		return nil, fmt.Errorf("%w; it has %s", ErrNoColumn, strings.Join(names, ", "))
	}
	return t, nil
}

// Next returns the record of the next row and its line. The error wraps ErrNoDate
// where only the date can't be read, ErrNoRecord for another row that can't be
// read, after which the next may be; io.EOF is the end.
func (t *Table) Next() (Record, int, error) {
	t.bound.read = 0
	row, err := t.rows.Read()
	line, _ := t.rows.FieldPos(0)
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
	r, err := o.read()
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
