package spatial

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestAreasByThemselves(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"a people has no parts",
			"They left northern Lebanon.", "countryside: sector north(Lebanon)",
			"They left northern Lebanese hills.", ""},
		{"a zone by its name",
			"They left the Golan buffer zone.", "region: UNDOF zone",
			"They left the Golan buffalo zone.", "region: Golan Heights"},
		{"a region", "They left the Ghab Plain.", "region: Al-Ghab Plain", "They left the plain.", ""},
		{"a river", "They slept by the Euphrates River.", "river: Euphrates River", "They slept by a river.", ""},
		{"a road's code", "They closed the M5 highway.", "road: M5 highway", "They closed an M5.", ""},
		{"its noun belongs to it", "They closed the M4 road.", "road: M4 highway", "They closed the M4 today.", ""},
		{"an organisation's name is none",
			"They left the Ghab Plain.", "region: Al-Ghab Plain",
			"They read the Ghab Plain newspaper.", ""},
	})
}
