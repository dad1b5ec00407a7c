package archive

import (
	"time"

	"dateline/feature"
	"dateline/schema"
)

// isStoredAsText reports whether a GeoPackage has the values of a property as text: texts, instants
// and dates (OGC 12-128r17, table 1).
func isStoredAsText(p *schema.Property) bool {
	return p.Type.IsText() || p.Instant || p.Type == schema.Date
}

// texter formats values that are stored as text. It keeps formatted days, as few recur in most rows.
// The zero value is ready for use, not concurrently.
type texter struct{ days map[int]string }

// mostDays is the number of days kept: eleven years.
const mostDays = 1 << 12

// of returns the text of a value.
func (t *texter) of(p *schema.Property, v schema.Value) string {
	switch {
	case p.Type.IsText():
		return v.Text()
	case p.Instant:
		return v.Instant().Format(timeLayout)
	}
	day, known := t.days[v.Int()]
	if !known {
		if t.days == nil || len(t.days) == mostDays {
			t.days = map[int]string{}
		}
		day = feature.Day(v.Int()).Time().Format(time.DateOnly)
		t.days[v.Int()] = day
	}
	return day
}
