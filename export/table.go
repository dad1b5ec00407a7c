package export

import (
	"time"

	"dateline/feature"
)

// Type is the type of a column.
type Type int

// The types of columns. Any may be null.
const (
	Text Type = iota
	Integer
	Real
	Truth
	Date // a day, as 2019-08-22
)

// Column is a property that features have.
type Column struct {
	Name  string
	About string
	Type  Type
}

// Table describes features to the formats that must know their properties
// before the first one comes.
type Table struct {
	Name    string // a word
	Title   string
	About   string
	Columns []Column
}

// text returns the value of a property as people read it, empty for null.
func text(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case time.Time:
		return v.Format(time.DateOnly)
	}
	return plainJSON(v)
}

// values returns what a feature has in each column, nil for nothing.
func (t *Table) values(f feature.Feature, into []any) []any {
	into = into[:0]
	for range t.Columns {
		into = append(into, nil)
	}
	at := 0
	for _, p := range f.Properties {
		for i := at; i < len(t.Columns); i++ {
			if t.Columns[i].Name == p.Name {
				into[i], at = p.Value, i+1
				break
			}
		}
	}
	return into
}
