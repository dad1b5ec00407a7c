package spatial

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestLinesOfPlaces(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"the road of Arabic adjectives",
			"قطعوا الطريق الدولي حماة حمص.", "road: road(Hama, Homs)",
			"قطعوا الطريق الدولي، حماة حمص.", ""},
		{"axes of one", "They pushed on the Morek axes.", "axis: ring near(Morek)", "They pushed on the Morek axles.", ""},
		{"an axis of a list needs of",
			"They pushed on the axis of Morek and Suran.", "axis: line(Morek, Suran)",
			"They pushed on the axis near Morek and Suran.", ""},
		{"a front between neighbours", "The front line between Idlib and Aleppo is quiet.", "line of contact: line(Idlib, Aleppo)", "The front line between Idlib and Raqqa is quiet.", ""},
		{"roads of a list", "They cut the Morek-Suran road.", "road: road(Morek, Suran)", "They cut Morek, Suran road.", ""},
		{"Arabic, of a list",
			"تقدموا على محور مورك وصوران واللطامنة.", "axis: line(Morek, Suran, Latamneh)",
			"تقدموا على محور مورك.", "axis: ring near(Morek)"},
		{"a carrier between",
			"They hold the line between Morek and Suran.", "axis: line(Morek, Suran)",
			"They laid the cable line between Morek and Suran.", ""},
	})
}
