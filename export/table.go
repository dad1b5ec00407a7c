package export

import (
	"encoding/json"
	"iter"
	"time"

	"dateline/feature"
	"dateline/schema"
)

// text returns the value of a property for people, empty for null.
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

// valuesOf returns the value of each column of a feature, nil for null; records as JSON text.
func valuesOf(t *schema.Collection, f feature.Feature, into []any) []any {
	into = into[:0]
	for range t.Properties {
		into = append(into, nil)
	}
	at := 0
	for _, p := range f.Properties {
		for i := at; i < len(t.Properties); i++ {
			if t.Properties[i].Name == p.Name {
				into[i], at = p.Value, i+1
				if records, ok := p.Value.(json.RawMessage); ok {
					into[i] = string(records)
				}
				break
			}
		}
	}
	return into
}

// Layer is features with their description.
type Layer struct {
	*schema.Collection
	Features iter.Seq[feature.Feature]
}
