// Package schema is the one table of the collections and the properties of their
// features.
//
//	for _, c := range schema.Collections() {
//		for _, p := range c.Properties {
//			fmt.Println(c.ID, p.Name, p.Type.SQL(), p.About)
//		}
//	}
//
// The tables of the archive, the columns in memory, the parameters and queryables of
// the API, its OpenAPI document, the fields of tiles, the columns of CSV and
// GeoPackage and the tables of HTML are all made from it. A new property is an entry
// here and a function in document/rows/values.go that computes it.
//
// Each call builds the table, some hundred small values; callers that need it often
// keep it.
package schema

import "slices"

// Collection is a set of features of one kind.
type Collection struct {
	ID          string // a word, as in paths and as the name of its table
	Title       string
	Description string
	Points      bool // whether its geometries are points only
	Lines       bool // whether they are lines only
	Located     bool // whether each feature has one
	Indexed     bool // whether the archive has an index of the ids
	Derived     bool // derived from other collections: not in archives
	Daily       bool // differs by the day, which datetime gives
	Since       int  // first version of the archive with it, 0 for the first of all
	Properties  []Property
}

// Index returns the number of a property, -1 if there is none with the name.
func (c *Collection) Index(name string) int {
	for i := range c.Properties {
		if c.Properties[i].Name == name {
			return i
		}
	}
	return -1
}

// Only returns the collection with some of its properties, nil for all.
func (c *Collection) Only(names []string) *Collection {
	if names == nil {
		return c
	}
	only := *c
	only.Properties = slices.DeleteFunc(slices.Clone(c.Properties), func(p Property) bool { return !slices.Contains(names, p.Name) })
	return &only
}

// With returns the collection with one more property, its last.
func (c Collection) With(p Property) Collection {
	c.Properties = append(c.Properties[:len(c.Properties):len(c.Properties)], p)
	return c
}

// Property is a property of a collection's features. It may be null unless Never.
type Property struct {
	Name  string
	Type  Type
	About string // for people, in English

	Values  []string // all possible values, except null; nil: any
	Long    bool     // too long for tiles; the item has it
	Unique  bool     // values are unique; else equal ones are stored once
	Derived bool     // follows from other properties or the gazetteer: never read from the archive, which has a copy for others if Since is given
	Never   bool     // never null
	Instant bool     // a Date of which the archive stores the instant
	Group   string   // of neighbours whose values go together, as a place and its name: memory has each combination once
	Merge   Merge
	Since   int // first Version of the archive with it, 0 for the first of all
}

// Type is the type of a property's values.
type Type uint8

// The types.
const (
	Text Type = iota // text covered by word searches
	Note             // text not covered
	Code             // an id or one of a few words
	URI
	Date    // a day, such as 2019-08-22
	Integer // a count or an offset
	Number
	Boolean
	Records // a list of objects; its Value is JSON text
)

// IsText reports whether the values are texts.
func (t Type) IsText() bool { return t <= URI }

// SQL returns the type of a column (GeoPackage, OGC 12-128r17, table 1).
func (t Type) SQL() string {
	switch t {
	case Date:
		return "DATE"
	case Integer:
		return "INTEGER"
	case Number:
		return "REAL"
	case Boolean:
		return "BOOLEAN"
	}
	return "TEXT"
}

// JSON returns the type and the format, or none, of JSON Schema.
func (t Type) JSON() (name, format string) {
	switch t {
	case Date:
		return "string", "date"
	case URI:
		return "string", "uri-reference"
	case Integer:
		return "integer", ""
	case Number:
		return "number", ""
	case Boolean:
		return "boolean", ""
	case Records:
		return "array", ""
	}
	return "string", ""
}

// Merge is how a place's property changes with a further mention.
type Merge uint8

// The ways to merge.
const (
	Keep     Merge = iota // the first value
	Add                   // the sum
	Earliest              // the least
	Latest                // the greatest
)
