package sentence_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestNamesInNoTable(t *testing.T) {
	geoparsetest.Pairs(t, nameAt, []geoparsetest.Pair{
		{"a capital", "[Kurna] was shelled by Zorani.", "Zorani", "[Kurna] was shelled by zorani.", ""},
		{"an article before it",
			"[Kurna] was shelled by the Zorani.", "Zorani",
			"[Kurna] was shelled by the known Zorani.", ""},
		{"a comma ends it",
			"[Kurna] was shelled by Zorani Bakar.", "Zorani Bakar",
			"[Kurna] was shelled by Zorani, Bakar.", "Zorani"},
		{"no place", "[Kurna] was shelled by Zorani.", "Zorani", "[Kurna] was shelled by [Basat].", ""},
		{"no known word", "[Kurna] was shelled by Zorani.", "Zorani", "[Kurna] was shelled by Monday.", ""},
		{"one letter is none", "[Kurna] was shelled by Zo.", "Zo", "[Kurna] was shelled by Z.", ""},
	})
}
