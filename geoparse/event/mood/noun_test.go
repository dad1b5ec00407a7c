package mood_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestNouns(t *testing.T) {
	geoparsetest.Pairs(t, moodIn, []geoparsetest.Pair{
		{"upcoming",
			"They await the upcoming assault on [Kurna].", "intended",
			"They watch the bloody assault on [Kurna].", "asserted"},
		{"a potential one",
			"They fear a potential assault on [Kurna].", "possible",
			"They met a sudden assault on [Kurna].", "asserted"},
		{"in the event of",
			"In the event of an assault on [Kurna], all flee.", "possible",
			"In the days of an assault on [Kurna], all fled.", "asserted"},
		{"no", "There is no siege of [Kurna].", "negated", "There is a siege of [Kurna].", "asserted"},
		{"no, far before",
			"They saw no siege of [Kurna].", "negated",
			"No men saw the long hard siege of [Kurna].", "asserted"},
		{"preparing for",
			"Troops prepare for an assault on [Kurna].", "intended",
			"Troops prepare in an assault on [Kurna].", "asserted"},
		{"calls for",
			"They called for an offensive on [Kurna].", "intended",
			"They called in an offensive on [Kurna].", "asserted"},
		{"wants",
			"Officials want the siege of [Kurna] to last.", "intended",
			"Officials know the siege of [Kurna] will last.", "asserted"},
		{"alleged",
			"They spoke of the alleged siege of [Kurna].", "alleged",
			"They spoke of the sudden siege of [Kurna].", "asserted"},
		{"a light verb's",
			"Troops may launch a heavy assault on [Kurna].", "possible",
			"Troops may sleep; a heavy assault on [Kurna] began.", "asserted"},
		{"of a light verb that is denied",
			"Troops never launched a heavy assault on [Kurna].", "negated",
			"Troops soon launched a heavy assault on [Kurna].", "asserted"},
		{"planned", "Troops plan a siege of [Kurna].", "intended", "Troops plan with care a siege of [Kurna].", "asserted"},
		{"the recent one, if so",
			"If true, it answered a shelling of [Kurna].", "possible",
			"If true, it answered the recent shelling of [Kurna].", "asserted"},
	})
}
