package query

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"dateline/feature"

	"github.com/paulmach/orb"
)

// SQL builds a condition for a table of PostgreSQL with PostGIS. Values from clients are bound,
// never part of the text; column names come from Column. A SQL is not safe for concurrent use.
type SQL struct {
	// Column returns the quoted column of a property; empty if the table has none.
	Column func(property string) string

	// Box returns a condition that is true of the rows whose geometry touches a box, lon, lat,
	// and null without geometry; nil if the table can't express it exactly.
	Box func(*SQL, orb.Bound) string

	Geometry string // the quoted column of the geometry
	Values   []any  // of the parameters ?1, ?2 …

	length int // of the conditions of filters so far
}

// Bind returns a parameter for a value of a PostgreSQL type.
func (w *SQL) Bind(value any, kind string) string {
	w.Values = append(w.Values, value)
	return "?" + strconv.Itoa(len(w.Values)) + "::" + kind
}

// fragment writes a part of a filter in SQL; false if SQL has no exact equivalent.
type fragment func(*SQL) (string, bool)

// maxBound is the maximum number of values in a condition; PostgreSQL allows 65,535.
const maxBound = 10_000

// maxLength is the maximum length of the conditions of filters in bytes, some 800 comparisons.
// PostgreSQL plans a conjunction in time that grows with the square of its length: 0.1 s for 500
// comparisons, 5 s for 2,000. More are evaluated on the rows.
const maxLength = 40_000

// SQL splits f into conditions that must all be true, and the rest to evaluate on the rows for
// which they are; nil for nothing.
func (f *Filter) SQL(w *SQL) (where []string, rest *Filter) {
	if f == nil {
		return nil, nil
	}
	if f.parts != nil {
		for _, p := range f.parts {
			more, left := p.SQL(w)
			where, rest = append(where, more...), rest.And(left)
		}
		return where, rest
	}
	before := len(w.Values)
	if s, ok := f.fragment(w); ok && len(w.Values) < maxBound && w.length+len(s) <= maxLength {
		w.length += len(s)
		return []string{s}, nil
	}
	w.Values = w.Values[:before]
	return nil, f
}

func (f *Filter) fragment(w *SQL) (string, bool) {
	if f.sql == nil {
		return "", false
	}
	return f.sql(w)
}

func (s *scalar) fragment(w *SQL) (string, bool) {
	switch {
	case s.constant.known:
		return s.constant.sql(w, s.kind)
	case s.sql == nil:
		return "", false
	}
	return s.sql(w)
}

// sql binds a constant.
func (v value) sql(w *SQL, kind Type) (string, bool) {
	switch kind {
	case Number:
		return w.Bind(v.number, "float8"), true
	case Date:
		return w.Bind(int32(v.day()), "int"), true
	case Boolean:
		return w.Bind(v.number != 0, "boolean"), true
	}
	return w.Bind(v.text, "text") + ` COLLATE "C"`, IsStorable(v.text)
}

// Storable returns those texts that PostgreSQL can store: it contains no others.
func Storable(all []string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(s string) bool { return !IsStorable(s) })
}

// IsStorable reports whether PostgreSQL can store a text: it is UTF-8 without U+0000.
func IsStorable(s string) bool { return utf8.ValidString(s) && !strings.ContainsRune(s, 0) }

// ValueSQL returns SQL for the value of a property as filters and orders compare it: a text by
// code points, a number, the days since 1970-01-01, a boolean; empty if the table lacks it.
func (w *SQL) ValueSQL(f Field) string {
	column := w.Column(f.Name)
	switch {
	case column == "":
		return ""
	case f.Type == Number:
		return column + "::float8"
	case f.Type == Date:
		return "(" + column + " - DATE '1970-01-01')"
	case f.Type == Boolean:
		return "coalesce(" + column + ", false)"
	}
	return column + ` COLLATE "C"`
}

// propertySQL writes a property.
func propertySQL(field Field) fragment {
	return func(w *SQL) (string, bool) {
		s := w.ValueSQL(field)
		return s, s != ""
	}
}

// joinedSQL joins parts with a word.
func joinedSQL(parts []*Filter, word string) fragment {
	return func(w *SQL) (string, bool) {
		all := make([]string, len(parts))
		for i, p := range parts {
			s, ok := p.fragment(w)
			if !ok {
				return "", false
			}
			all[i] = s
		}
		return "(" + strings.Join(all, " "+word+" ") + ")", true
	}
}

func negatedSQL(f *Filter) fragment {
	return func(w *SQL) (string, bool) {
		s, ok := f.fragment(w)
		return "(NOT " + s + ")", ok
	}
}

// comparedSQL writes a comparison, of a date with a day so that an index can be used.
func comparedSQL(left scalar, operator string, right scalar) fragment {
	return func(w *SQL) (string, bool) {
		if s, ok := datedSQL(w, left, operator, right); ok {
			return s, true
		}
		a, ok := left.fragment(w)
		if !ok {
			return "", false
		}
		b, ok := right.fragment(w)
		return "(" + a + " " + operator + " " + b + ")", ok
	}
}

// The days sent as dates: those of the years 1 to 9999.
const (
	firstDate feature.Day = -719_162
	lastDate  feature.Day = 2_932_896
)

// datedSQL compares a property with a day.
func datedSQL(w *SQL, left scalar, operator string, right scalar) (string, bool) {
	v := right.constant
	if left.kind != Date || left.field == "" || !v.known || v.day() < firstDate || v.day() > lastDate {
		return "", false
	}
	column := w.Column(left.field)
	return "(" + column + " " + operator + " " + w.BindDay(v.day()) + ")", column != ""
}

// BindDay returns a parameter for a day as a date; outside those years, the beginning or end of
// time.
func (w *SQL) BindDay(d feature.Day) string {
	written := d.Time().Format(time.DateOnly)
	switch {
	case d < firstDate:
		written = "-infinity"
	case d > lastDate:
		written = "infinity"
	}
	return w.Bind(written, "text") + "::date"
}

// amongSQL writes a set lookup.
func amongSQL(s scalar, values map[value]bool) fragment {
	return func(w *SQL) (string, bool) {
		read, ok := s.fragment(w)
		var texts []string
		var numbers []float64
		for v := range values {
			texts, numbers = append(texts, v.text), append(numbers, v.number)
			ok = ok && IsStorable(v.text)
		}
		switch {
		case !ok || s.kind == Boolean:
			return "", false
		case s.kind == Text:
			slices.Sort(texts)
			return "(" + read + " = ANY (" + w.Bind(texts, "text[]") + "))", true
		}
		slices.Sort(numbers)
		return "(" + read + " = ANY (" + w.Bind(numbers, "float8[]") + "))", true
	}
}

func nullSQL(s scalar) fragment {
	return func(w *SQL) (string, bool) {
		read, ok := s.fragment(w)
		return "(" + read + " IS NULL)", ok
	}
}

// likeSQL writes LIKE with a pattern that means the same in PostgreSQL.
func likeSQL(s scalar, p pattern) fragment {
	return func(w *SQL) (string, bool) {
		read, ok := s.fragment(w)
		written := p.sql()
		return "(" + read + " LIKE " + w.Bind(written, "text") + ")", ok && IsStorable(written)
	}
}

// sql writes the pattern for PostgreSQL, with a backslash before special characters, and never
// at the end.
func (p *pattern) sql() string {
	var b strings.Builder
	for n, part := range p.parts {
		if n > 0 {
			b.WriteByte('%')
		}
		for i, r := range part.text {
			wild := i < len(part.any) && part.any[i]
			if !wild && strings.ContainsRune(`\%_`, r) {
				b.WriteByte('\\')
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

// BindValue returns a parameter for a value of a Cursor; false for one that PostgreSQL can't
// store, and for nil.
func (w *SQL) BindValue(v any) (string, bool) {
	switch v := v.(type) {
	case string:
		return textValue(v).sql(w, Text)
	case float64:
		return numberValue(v).sql(w, Number)
	case feature.Day:
		return dayValue(v).sql(w, Date)
	case bool:
		return boolValue(v).sql(w, Boolean)
	}
	return "", false
}
