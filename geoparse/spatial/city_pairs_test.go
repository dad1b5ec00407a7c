package spatial

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestCityOrGovernorate(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"a quarter's direction",
			"They shelled a hospital in eastern Aleppo.", "countryside: sector east(Aleppo)",
			"They shelled a hospital in the eastern Aleppo countryside.", "countryside: difference(sector east(Aleppo Governorate), Aleppo)"},
		{"south of is no part",
			"They shelled a clinic in southern Homs.", "countryside: sector south(Homs)",
			"They shelled a clinic south of Homs.", "countryside: sector south(ring around(Homs))"},
		{"two towns",
			"They shelled a hospital in eastern Homs.", "countryside: sector east(Homs)",
			"They shelled a hospital in Tadmur, then in Salamiyah, in eastern Homs.", "countryside: sector east(Homs Governorate)"},
		{"the next sentence says nothing",
			"They shelled eastern Homs. A hospital burned.", "countryside: sector east(Homs Governorate)",
			"They shelled a hospital in eastern Homs.", "countryside: sector east(Homs)"},
		{"the central region of",
			"They left the central region of Homs.", "",
			"They left the southern region of Homs.", "countryside: sector south(Homs Governorate)"},
	})
}
