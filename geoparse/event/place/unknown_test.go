package place_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestUnknownNamesInLists(t *testing.T) {
	geoparsetest.Pairs(t, groupsIn, []geoparsetest.Pair{
		{"between two",
			"Rebels took [Kurna], Salmi and [Basat].", "Kurna+Salmi+Basat",
			"Rebels took [Kurna], slept and left [Basat].", "Kurna Basat"},
		{"before the last",
			"Rebels shelled the towns of Salmi, Dourin and [Basat].", "Salmi+Dourin+Basat",
			"Rebels shelled the friends of Salmi, Dourin and [Basat].", "Basat"},
		{"several",
			"Rebels took [Kurna], Salmi, Dourin and [Basat].", "Kurna+Salmi+Dourin+Basat",
			"Rebels took [Kurna], Salmi; Dourin and [Basat].", "Kurna Basat"},
		{"an Arabic article",
			"Rebels took [Kurna], al-Salmi and [Basat].", "Kurna+al-Salmi+Basat",
			"Rebels took [Kurna], an old man and [Basat].", "Kurna Basat"},
		{"a known word is none",
			"Rebels took [Kurna], Salmi and [Basat].", "Kurna+Salmi+Basat",
			"Rebels took [Kurna], Monday and [Basat].", "Kurna Basat"},
		{"a mark parts them",
			"Rebels took [Kurna], Salmi and [Basat].", "Kurna+Salmi+Basat",
			"Rebels took [Kurna] (Salmi) and [Basat].", "Kurna Basat"},
		{"of one size",
			"Rebels took [Kurna], Salmi and [Basat].", "Kurna+Salmi+Basat",
			"Rebels took {Upper}, Salmi and [Basat].", "Upper Basat"},
	})
}

func TestMoreUnknownNames(t *testing.T) {
	geoparsetest.Pairs(t, groupsIn, []geoparsetest.Pair{
		{"a plural alone", "They took towns of Salmi and [Basat].", "Salmi+Basat", "They took Salmis and [Basat].", "Basat"},
		{"in, before it",
			"They slept in Salmi, Dourin and [Basat].", "Salmi+Dourin+Basat",
			"They saw Salmi, Dourin and [Basat].", "Basat"},
		{"the north of",
			"They took northern Salmi, Dourin and [Basat].", "Salmi+Dourin+Basat",
			"They took lovely Salmi, Dourin and [Basat].", "Basat"},
		{"a people is none",
			"They took [Kurna], Salmi and [Basat].", "Kurna+Salmi+Basat",
			"They took [Kurna], |Salmi| and [Basat].", "Kurna Basat"},
		{"a colon parts them",
			"They took [Kurna], Salmi and [Basat].", "Kurna+Salmi+Basat",
			"They took [Kurna]: Salmi and [Basat].", "Kurna Basat"},
		{"six words at most",
			"They took [Kurna], Salmi, Dourin, Teral and [Basat].", "Kurna+Salmi+Dourin+Teral+Basat",
			"They took [Kurna], Salmi, Dourin, Teral, Morun, Bakal, Zoran, Tolun and [Basat].", "Kurna Basat"},
	})
}
