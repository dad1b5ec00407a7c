package export

import (
	"encoding/json"
	"iter"
	"time"

	"dateline/feature"
	"dateline/schema"
)

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

// valuesOf returns what a feature has in each column, nil for nothing; records as the
// text of their JSON.
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

// Layer is features with what describes them.
type Layer struct {
	*schema.Collection
	Features iter.Seq[feature.Feature]
}
