package anaphor_test

import (
	"strings"
	"testing"

	"dateline/geoparse/event/readtest"
	"dateline/geoparse/geoparsetest"
)

// meantIn writes the anaphors in the last sentence of a marked text: "the town=Kurna".
func meantIn(t testing.TB, marked string) string {
	t.Helper()
	s := readtest.Last(t, marked)
	var out []string
	for i := range s.Groups {
		if !s.Groups[i].Anaphor {
			continue
		}
		for _, spot := range s.Groups[i].Spots {
			place := "untold"
			if spot.Place >= 0 {
				place = s.Places[spot.Place].Of(s.Text.Text)
			}
			out = append(out, spot.Of(s.Text.Text)+"="+place)
		}
	}
	return strings.Join(out, " ")
}

func TestFind(t *testing.T) {
	geoparsetest.Pairs(t, meantIn, []geoparsetest.Pair{
		{"the town", "Rebels left [Kurna]. Jets bombed the town.", "the town=Kurna", "Rebels left [Kurna]. Jets bombed a town.", ""},
		{"described", "Rebels left [Kurna]. Jets bombed the coastal city.", "city=Kurna", "Rebels left [Kurna]. Jets bombed the coastal city of [Basat].", ""},
		{"the latest", "Rebels left [Kurna]. Others left [Basat]. Jets bombed the town.", "the town=Basat", "Rebels left [Kurna]. Others slept. Jets bombed the town.", "the town=Kurna"},
		{"one town, not several", "Rebels left [Kurna]. Jets bombed the town.", "the town=Kurna", "Rebels left [Kurna]. Jets bombed towns.", ""},
		{"described, and several", "Rebels left [Kurna] and [Basat]. Jets bombed the besieged towns.", "towns=Basat", "Rebels left [Kurna] and [Basat]. Jets bombed besieged towns.", ""},
		{"counted people", "Rebels left [Kurna]. The town of 2000 people was bombed.", "The town=Kurna", "Rebels left [Kurna]. The town of rich people was bombed.", ""},
		{"there", "Rebels left [Kurna]. Troops are based there.", "there=Kurna", "Rebels left [Kurna]. There are troops.", ""},
		{"it, as what is taken", "Rebels shelled [Kurna]. The army captured it.", "it=Kurna", "Rebels shelled [Kurna]. It was a mistake.", ""},
		{"the province", "Rebels left {Upper}. Jets bombed the province.", "the province=Upper", "Rebels left {Upper}. Jets bombed a province.", ""},
		{"Arabic", "انسحب الجيش من [سنار]. قصف الطيران المدينة.", "المدينة=سنار", "انسحب الجيش من [سنار]. قصف الطيران مدينة.", ""},
		{"not where somebody spoke", "Rebels left [Kurna], an envoy told a crowd in [Basat]. Jets bombed the town.", "the town=Kurna", "Rebels left [Kurna], as clashes began in [Basat]. Jets bombed the town.", "the town=Basat"},
		{"nor in what is said", "An envoy said in [Basat] that it rained. Jets bombed a road near the town.", "the town=untold", "An envoy said rebels in [Basat] slept. Jets bombed a road near the town.", "the town=Basat"},
		{"nor where a source works", "Rebels left [Kurna], said the monitor, which works from [Basat]. Jets bombed the town.", "the town=Kurna", "Rebels left [Kurna], said the monitor, and walked from [Basat]. Jets bombed the town.", "the town=Basat"},
		{"with the places listed after it", "Rebels left [Kurna]. Jets bombed the town and nearby villages of [Basat] and [Amar].", "the town=Kurna Basat=Basat Amar=Amar", "Rebels left [Kurna]. Jets bombed the road between the town and [Basat].", "the town=Kurna"},
	})
}
