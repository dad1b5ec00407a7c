package export

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"dateline/feature"
	"dateline/schema"

	"github.com/paulmach/orb"
)

// TestCSVForSpreadsheets: texts that begin like formulas are escaped in the form for spreadsheets
// and unchanged in the other; numbers are unchanged.
func TestCSVForSpreadsheets(t *testing.T) {
	table := &schema.Collection{ID: "t", Properties: []schema.Property{{Name: "text"}, {Name: "number", Type: schema.Integer}}}
	for text, want := range map[string]string{
		"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@SUM(1)": "'@SUM(1)", "\tx": "'\tx", "\rx": "'\rx", "plain": "plain", "a=b": "a=b", "حمص": "حمص",
	} {
		f := feature.NewFeature("a", orb.Point{-36, 35}, feature.Days{}, []feature.Property{{Name: "text", Value: text}, {Name: "number", Value: -5}})
		for bom, want := range map[bool]string{true: want, false: text} {
			var b bytes.Buffer
			if err := CSV(t.Context(), &b, table, slices.Values([]feature.Feature{f}), bom); err != nil {
				t.Fatal(err)
			}
			cell := strings.ReplaceAll(want, "\r", "") // as encoding/csv writes it
			if !strings.Contains(b.String(), "a,-36,35,"+cell+",-5,") && !strings.Contains(b.String(), `a,-36,35,"`+cell+`",-5,`) {
				t.Errorf("%q with bom %v: no %q in %q", text, bom, cell, b.String())
			}
		}
	}
}
