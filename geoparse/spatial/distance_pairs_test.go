package spatial

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestNearDistances(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"from with away",
			"It lies 20 km away from Morek.", "offset: ring at 20(Morek)",
			"It lies 20 km away, from Morek.", ""},
		{"a direction goes with it",
			"It lies 20 km north of Morek.", "offset: offset north 20(Morek)",
			"It lies 20 km in the north of Morek.", "countryside: sector north(ring near(Morek))"},
		{"the countryside has no distance",
			"It lies 20 km north of Morek.", "offset: offset north 20(Morek)",
			"It lies 20 km in the northern countryside of Morek.", "countryside: sector north(ring around(Morek))"},
		{"a zone around",
			"They cleared a 20 km zone around Morek.", "offset: ring within 20(Morek)",
			"They cleared a 20 km zone near Morek.", ""},
		{"around over a comma",
			"They cleared a 20 km zone around Morek.", "offset: ring within 20(Morek)",
			"They cleared a 20 km zone around, Morek men said.", ""},
		{"a range that falls",
			"It lies 10 to 20 km north of Morek.", "offset: offset north 10-20(Morek)",
			"It lies 20 to 10 km north of Morek.", "offset: offset north 10(Morek)"},
		{"Arabic, between and",
			"تقع بين 10 و20 كم شمال مورك.", "offset: offset north 10-20(Morek)",
			"تقع من 10 و20 كم شمال مورك.", "offset: offset north 20(Morek)"},
	})
}
