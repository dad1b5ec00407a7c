package export

import (
	"bufio"
	"context"
	"encoding/csv"
	"encoding/json"
	"io"
	"iter"
	"strconv"
	"strings"

	"dateline/feature"
	"dateline/schema"
	"dateline/work"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkt"
)

// CSV writes a table (RFC 4180) with the columns id, lon and lat in degrees of WGS 84, those of
// the table, and wkt, the geometry as well-known text. lon and lat of lines and areas are the
// centre of their box. With bom it starts with a byte order mark, by which spreadsheets
// recognise UTF-8, and texts that they would take for formulas get an apostrophe. Events and
// incidents have ACLED's columns before wkt.
func CSV(ctx context.Context, w io.Writer, t *schema.Collection, features iter.Seq[feature.Feature], bom bool) error {
	b := bufio.NewWriter(w)
	if bom {
		b.WriteString("\ufeff")
	}
	out := csv.NewWriter(b)
	out.UseCRLF = true
	row := []string{"id", "lon", "lat"}
	for _, c := range t.Properties {
		row = append(row, c.Name)
	}
	if hasACLED(t) {
		row = append(row, acledColumns[:]...)
	}
	if err := out.Write(append(row, "wkt")); err != nil {
		return err
	}
	var values []any
	steps := work.Metered(ctx)
	for f := range features {
		if err := steps.Add(stepsPerRow); err != nil {
			return err
		}
		row = append(row[:0], f.ID())
		row = append(row, lonLat(f)...)
		values = valuesOf(t, f, values)
		for _, v := range values {
			cell := text(v)
			if _, isText := v.(string); isText && bom {
				cell = defused(cell)
			}
			row = append(row, cell)
		}
		if hasACLED(t) {
			for i, cell := range acled(f) {
				if bom && !isNumber(acledColumns[i]) {
					cell = defused(cell)
				}
				row = append(row, cell)
			}
		}
		if err := out.Write(append(row, wellKnown(f.Geometry()))); err != nil {
			return err
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return err
	}
	return b.Flush()
}

// defused prefixes a text with an apostrophe if a spreadsheet would take it for a formula
// (CWE-1236).
func defused(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

func lonLat(f feature.Feature) []string {
	if !f.HasGeometry() {
		return []string{"", ""}
	}
	p := f.Bound().Center()
	return []string{degrees(p[0]), degrees(p[1])}
}

// degrees formats with at most six decimals, 0.1 m.
func degrees(v float64) string {
	return strconv.FormatFloat(round6(v), 'f', -1, 64)
}

func wellKnown(g orb.Geometry) string {
	if g == nil {
		return ""
	}
	return wkt.MarshalString(g)
}

func round6(v float64) float64 {
	r, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'f', 6, 64), 64)
	return r
}

// plainJSON formats numbers, booleans and JSON.
func plainJSON(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		return "" // all values that feature.Property allows can be written
	}
	return string(b)
}
