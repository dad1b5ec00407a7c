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
