package sentence_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestLightVerbs(t *testing.T) {
	geoparsetest.Pairs(t, light, []geoparsetest.Pair{
		{"launched",
			"Rebels launched a heavy attack on [Kurna].", "launched",
			"Rebels feared a heavy attack on [Kurna].", "none"},
		{"carried out",
			"Jets carried out air strikes on [Kurna].", "carried",
			"Jets were out of air strikes on [Kurna].", "none"},
		{"words between",
			"Rebels launched a large and bloody attack on [Kurna].", "launched",
			"Rebels launched in May an attack on [Kurna].", "none"},
		{"a clause ends it",
			"Rebels launched a heavy attack on [Kurna].", "launched",
			"Rebels launched when a heavy attack on [Kurna] failed.", "none"},
		{"a semicolon ends it",
			"Rebels launched a heavy attack on [Kurna].", "launched",
			"Rebels launched; a heavy attack on [Kurna] failed.", "none"},
		{"Arabic", "شنت الفصائل عدة هجمات على [سنار].", "شنت", "خشيت الفصائل عدة هجمات على [سنار].", "none"},
	})
}

func TestRelativeObjects(t *testing.T) {
	geoparsetest.Pairs(t, relativeObject, []geoparsetest.Pair{
		{"which they hold",
			"[Kurna], which rebels hold, slept.", "Kurna",
			"[Kurna], which rebels hold with care, slept.", "none"},
		{"that they captured",
			"[Kurna] that rebels captured Monday slept.", "Kurna",
			"[Kurna] that rebels captured trucks near slept.", "none"},
		{"nobody acts in it",
			"[Kurna], which rebels captured, slept.", "Kurna",
			"[Kurna], which was captured, slept.", "none"},
		{"a comma within",
			"[Kurna], which rebels captured, slept.", "Kurna",
			"[Kurna], which, rebels say, captured, slept.", "none"},
	})
}

func TestTakers(t *testing.T) {
	geoparsetest.Pairs(t, taker, []geoparsetest.Pair{
		{"into their hands",
			"[Kurna] fell into the hands of rebels.", "",
			"[Kurna] fell into the sea of rebels.", "no trigger"},
		{"behind its name",
			"The fall of [Kurna] to rebels hurt.", "rebels",
			"The fall of [Kurna] to pieces hurt.", ""},
		{"only of falling", "[Kurna] fell to rebels.", "", "[Kurna] was sold to rebels.", "no trigger"},
		{"Arabic, in their hand", "سقطت [سنار] بيد الفصائل.", "الفصائل", "سقطت [سنار] قرب الفصائل.", ""},
	})
}

func TestNamesOfOperations(t *testing.T) {
	geoparsetest.Pairs(t, operation, []geoparsetest.Pair{
		{"a campaign called after it", "The [Kurna] campaign began.", "true", "The [Kurna] mayor began.", "false"},
		{"no comma between",
			"The [Kurna] offensive began.", "true",
			"In [Kurna], offensive words began.", "false"},
	})
}
