package sentence_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestJoinedActors(t *testing.T) {
	geoparsetest.Pairs(t, firstActors, []geoparsetest.Pair{
		{"and",
			"Rebels and militants left [Kurna].", "Rebels and militants",
			"Rebels left and militants slept.", "Rebels"},
		{"with an article",
			"Rebels and the army left [Kurna].", "Rebels and the army",
			"Rebels and the farmers left [Kurna].", "Rebels"},
		{"three",
			"Rebels and militants and the army left [Kurna].", "Rebels and militants and the army",
			"Rebels, militants, the army left [Kurna].", "Rebels"},
		{"a semicolon parts them",
			"Rebels and militants left [Kurna].", "Rebels and militants",
			"Rebels; and militants left [Kurna].", "Rebels"},
		{"a bracket that ends one",
			"The |Marish Army (MA|) left [Kurna].", "Marish Army (MA)",
			"The |Marish Army| (MA) left [Kurna].", "Marish Army"},
		{"a prefix is cut off", "انسحبت والفصائل من [سنار].", "الفصائل", "انسحبت وسيارات من [سنار].", ""},
		{"by is cut off", "نزلت بالجيش في [سنار].", "الجيش", "نزلت بالسيارات في [سنار].", ""},
	})
}
