package spatial

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestNoParts(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"the desert of its own name",
			"They left the Homs desert.", "region: Homs desert",
			"They left the Homs countryside.", "countryside: difference(Homs Governorate, Homs)"},
		{"a brigade",
			"They left northern Hama.", "countryside: sector north(Hama Governorate)",
			"They met the northern Hama Brigade.", ""},
		{"an agency",
			"They left northern Hama.", "countryside: sector north(Hama Governorate)",
			"They met the northern Hama News Agency.", ""},
		{"a comma ends a name",
			"They left northern Hama, Brigade men said.", "countryside: sector north(Hama Governorate)",
			"They left the northern Hama Brigade, men said.", ""},
		{"an unsure name has no zone",
			"They left the Afrin zone.", "countryside: ring near(Afrin)",
			"They left the Aphrin zone.", ""},
		{"two sides of a river",
			"They slept east of the Euphrates.", "countryside: intersection(side east(Euphrates River), Syria)",
			"They slept north and east of the Euphrates.", "river: Euphrates River"},
		{"a bank has a side",
			"They slept on the east bank of the Euphrates.", "countryside: side east near(Euphrates River)",
			"They slept on a bank of the Euphrates.", "river: Euphrates River"},
		{"on a road",
			"They slept north of the M4.", "countryside: intersection(side north(M4 highway), Syria)",
			"They slept in northern M4.", ""},
		{"a people",
			"They left northern Syria.", "countryside: sector north(Syria)",
			"They left the northern Syrian army.", ""},
	})
}
