package place_test

import (
	"strings"
	"testing"

	"dateline/geoparse/event/readtest"
	"dateline/geoparse/geoparsetest"
)

// groupsIn writes the groups of places of the last sentence of a marked text, with a plus between
// places that are named together.
func groupsIn(t testing.TB, marked string) string {
	t.Helper()
	s := readtest.Last(t, marked)
	var groups []string
	for i := range s.Groups {
		if s.Groups[i].Anaphor {
			continue
		}
		var places []string
		for _, spot := range s.Groups[i].Spots {
			places = append(places, spot.Of(s.Text.Text))
		}
		if len(places) > 0 {
			groups = append(groups, strings.Join(places, "+"))
		}
	}
	return strings.Join(groups, " ")
}

func TestFind(t *testing.T) {
	geoparsetest.Pairs(t, groupsIn, []geoparsetest.Pair{
		{"a list", "Rebels attacked [Kurna], [Basat] and [Amar].", "Kurna+Basat+Amar", "Rebels attacked [Kurna] and slept in [Basat].", "Kurna Basat"},
		{"what they lie in is left out", "Rebels attacked [Kurna] in {Upper} province.", "Kurna", "Rebels attacked [Kurna] and {Upper} province.", "Kurna+Upper"},
		{"behind a comma", "Rebels attacked [Kurna], {Upper}.", "Kurna", "Rebels attacked [Kurna]; {Upper} slept.", "Kurna Upper"},
		{"a district of a province", "Rebels attacked [Kurna] and [Basat] in {Upper}.", "Kurna+Basat", "Rebels attacked {Upper} and slept in [Kurna].", "Upper Kurna"},
		{"a neighbourhood of a city", "Rebels attacked the [Zaytun] neighbourhood of [Kurna].", "Zaytun", "Rebels attacked the [Zaytun] men of [Kurna].", "Zaytun Kurna"},
		{"a name that no gazetteer holds, in a list", "Rebels attacked [Kurna], Shamra and [Basat].", "Kurna+Shamra+Basat", "Rebels attacked [Kurna], slept and left [Basat].", "Kurna Basat"},
		{"what is seized is a place", "Rebels seized Galkun from the army.", "Galkun", "Rebels praised Galkun from the army.", ""},
		{"in the village of", "Rebels attacked the village of Galkun.", "Galkun", "Rebels attacked the leader of Galkun.", ""},
		{"and beside a town that is known", "A bomb went off at the shrine of Zaynun south of [Kurna].", "Kurna Zaynun", "A bomb went off at the feast of Zaynun south of [Kurna].", "Kurna"},
		{"no group of fighters", "Rebels besieged Galkun.", "Galkun", "Rebels besieged Galkun fighters.", ""},
		{"Arabic list", "قصف الجيش [سنار] و[أريحا].", "سنار+أريحا", "قصف الجيش [سنار] ثم اقتحم [أريحا].", "سنار أريحا"},
		{"Arabic: what it lies in", "قصف الجيش [سنار] في محافظة {إدلب}.", "سنار", "قصف الجيش محافظة {إدلب}.", "إدلب"},
	})
}

// actsIn lists the places of a marked text that are agents.
func actsIn(t testing.TB, marked string) string {
	t.Helper()
	s := readtest.Last(t, marked)
	var acting []string
	for i := range s.Groups {
		if s.Groups[i].Acts {
			acting = append(acting, s.Groups[i].Spots[0].Of(s.Text.Text))
		}
	}
	return strings.Join(acting, " ")
}

// TestPlacesThatAct: a country at which no event is reported is an agent.
func TestPlacesThatAct(t *testing.T) {
	geoparsetest.Pairs(t, actsIn, []geoparsetest.Pair{
		{"a country", "<Marland> shelled [Kurna].", "Marland", "In <Marland> they shelled [Kurna].", ""},
		{"no town", "<Marland> slept.", "Marland", "[Kurna] slept.", ""},
		{"by", "It was shelled by [Kurna].", "Kurna", "It was shelled near [Kurna].", ""},
		{"of", "The jets of <Marland> left.", "Marland", "In the south of <Marland> they slept.", ""},
		{"a town's of", "The jets of <Marland> left.", "Marland", "The jets of [Kurna] left.", ""},
		{"between two", "A war between <Marland> and others began.", "Marland", "A war inside <Marland> began.", ""},
		{"with", "They fought with <Marland>.", "Marland", "They fought across <Marland>.", ""},
	})
}
