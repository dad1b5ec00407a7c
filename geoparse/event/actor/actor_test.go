package actor_test

import (
	"strings"
	"testing"

	"dateline/geoparse/event/readtest"
	"dateline/geoparse/geoparsetest"
)

func actorsIn(t testing.TB, marked string) string {
	t.Helper()
	s := readtest.Last(t, marked)
	var actors []string
	for _, span := range s.Acting {
		actors = append(actors, s.RangeOf(span).Of(s.Text.Text))
	}
	return strings.Join(actors, "; ")
}

func TestFind(t *testing.T) {
	geoparsetest.Pairs(t, actorsIn, []geoparsetest.Pair{
		{"forces", "Government forces left [Kurna].", "Government forces", "Market forces left [Kurna].", "forces"},
		{"an army with its adjective", "The Syrian army left [Kurna].", "Syrian army", "The Syrian market left [Kurna].", ""},
		{"a state or people that the parser found", "|Marian| schools left [Kurna].", "Marian", "Marian schools left [Kurna].", ""},
		{"a state's forces", "|Marian| troops left [Kurna].", "Marian troops", "|Marian| convoys left [Kurna].", "Marian"},
		{"a group of the tables", "Hezbollah left [Kurna].", "Hezbollah", "Hezbolla left [Kurna].", ""},
		{"with its fighters", "Hezbollah fighters left [Kurna].", "Hezbollah fighters", "Hezbollah papers left [Kurna].", "Hezbollah"},
		{"a name that no table holds, before fighters", "Zorani fighters left [Kurna].", "Zorani fighters", "Zorani farmers left [Kurna].", ""},
		{"a people before whose forces they are", "|Marian| federal forces left [Kurna].", "Marian federal forces", "|Marian| bakers, federal forces left [Kurna].", "Marian; federal forces"},
		{"called by where they are from", "[Kurna] rebels left.", "Kurna rebels", "In [Kurna] rebels left.", "rebels"},
		{"behind an article", "The {Basat} fighters left [Kurna].", "Basat fighters", "They left [Kurna], fighters say.", "fighters"},
		{"backed", "Orlan-backed rebels left [Kurna].", "Orlan-backed rebels", "Orlan-made rockets left [Kurna].", ""},
		{"behind a dash", "|Marian| – Government forces left [Kurna].", "Marian; Government forces", "|Marian|-backed forces left [Kurna].", "Marian-backed forces"},
		{"two", "Rebels and the army left [Kurna].", "Rebels; army", "Rebels and others left [Kurna].", "Rebels"},
		{"Arabic", "انسحبت قوات النظام من [سنار].", "قوات النظام", "انسحبت سيارات من [سنار].", ""},
		{"Arabic: the next with the article too", "طردت الفصائل الجيش من [سنار].", "الفصائل; الجيش", "انسحبت الفصائل المسلحة من [سنار].", "الفصائل المسلحة"},
		{"Arabic, described", "انسحبت فصائل المعارضة المسلحة من [سنار].", "فصائل المعارضة المسلحة", "انسحبت عائلات من [سنار].", ""},
	})
}
