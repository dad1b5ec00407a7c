package spatial

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestNoBorders(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"the first a country",
			"They met at the Syria-Turkey border.", "border: border(Syria, Turkey)",
			"They met at the Hama-Turkey border.", ""},
		{"both",
			"They met at the border between Syria and Turkey.", "border: border(Syria, Turkey)",
			"They met at the border between Syria and Hama.", ""},
		{"a border of two towns",
			"They closed the road between Hama and Homs.", "road: road(Hama, Homs)",
			"They closed the border between Hama and Homs.", ""},
		{"a possessive",
			"They met at Turkey's border with Syria.", "border: border(Turkey, Syria)",
			"They met at Turkey, border with Syria.", ""},
		{"a dash",
			"They met at the Syrian-Iraqi border.", "border: border(Syria, Iraq)",
			"They met at the Syrian, Iraqi border guards say.", ""},
		{"its article",
			"From Hama and Homs they saw the Turkey border.", "border: border(Syria, Turkey)",
			"From Hama and Homs they saw Turkey border Iraq.", ""},
	})
}
