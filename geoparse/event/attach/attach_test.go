package attach_test

import (
	"strings"
	"testing"

	"dateline/geoparse/event/readtest"
	"dateline/geoparse/geoparsetest"
)

// joinedIn lists the places that each trigger of a marked text governs: "shelled>Kurna".
func joinedIn(t testing.TB, marked string) string {
	t.Helper()
	s := readtest.Last(t, marked)
	var out []string
	for _, c := range readtest.Joined(s) {
		var places []string
		for _, spot := range s.Groups[c.Group].Spots {
			places = append(places, spot.Of(s.Text.Text))
		}
		out = append(out, s.RangeOf(c.Span).Of(s.Text.Text)+">"+strings.Join(places, "+"))
	}
	return strings.Join(out, " ")
}

func TestJoin(t *testing.T) {
	geoparsetest.Pairs(t, joinedIn, []geoparsetest.Pair{
		{"the object", "Rebels shelled [Kurna] from [Basat].", "shelled>Kurna", "Rebels in [Kurna] shelled [Basat].", "shelled>Basat"},
		{"each its own", "Rebels shelled [Kurna] and captured [Basat].", "shelled>Kurna captured>Basat", "Rebels shelled and captured [Kurna].", "shelled>Kurna captured>Kurna"},
		{"a passive's subject", "[Kurna] was shelled by troops in [Basat].", "shelled>Kurna", "In [Kurna] troops shelled [Basat].", "shelled>Basat"},
		{"a preposition of its own", "The shelling of [Kurna] was heard in [Basat].", "shelling>Kurna", "The shelling was heard in [Basat].", "shelling>Basat"},
		{"all of a list", "Rebels shelled [Kurna] and [Basat].", "shelled>Kurna+Basat", "Rebels shelled [Kurna]; [Basat] slept.", "shelled>Kurna"},
		{"a town before its country", "Rebels shelled targets in <Marland> near [Kurna].", "shelled>Kurna", "Rebels shelled targets in <Marland>.", "shelled>Marland"},
		{"not over what a speaker says", "Rebels shelled them, he said to a man who had come with others to a house in [Kurna].", "", "Rebels shelled them when he was in [Kurna].", "shelled>Kurna"},
		{"too far", "Rebels shelled the long slow line of white cars that many poor men with small children had bought cheaply abroad, as in [Kurna].", "", "Rebels shelled the cars in [Kurna].", "shelled>Kurna"},
		{"where a speaker is, is not where", "Rebels shelled [Kurna], a doctor in [Basat] said.", "shelled>Kurna", "Rebels shelled [Kurna], which is near [Basat].", "shelled>Kurna"},
		{"leaving is from", "Rebels withdrew from [Kurna] to [Basat].", "withdrew from>Kurna", "The army sent troops to [Kurna].", "sent troops to>Kurna"},
		{"what a town is called", "[Kurna] is the last army-held city in {Basat}.", "held>Kurna", "Guests met in [Kurna] at an army-held city in {Basat}.", "held>Basat"},
		{"what a town is called, behind a comma", "[Kurna], a rebel-held town, lies on the border.", "held>Kurna", "[Kurna], near a rebel-held town, lies on the border.", ""},
		{"whose part it is", "They met in [Kurna]'s vast rebel-held suburbs.", "held>Kurna", "They met in [Kurna]; vast rebel-held suburbs burned.", ""},
		{"independently of", "The army fought in [Kurna] independently of [Basat].", "fought>Kurna", "The army fought independently of [Basat].", ""},
		{"where rebels advance", "They met in [Kurna], where rebels advanced in May.", "advanced in>Kurna", "They met in [Kurna], as rebels advanced in May.", ""},
		{"what somebody holds", "[Kurna], which rebels hold, overlooks [Basat].", "hold>Kurna", "[Kurna], whose rebels hold [Basat], is large.", "hold>Basat"},
		{"a house that something falls on", "A shell landed in a field in [Kurna].", "landed in>Kurna", "A shell landed in a field. They slept in [Kurna].", ""},
		{"parts of a town", "تسيطر قوات على أجزاء واسعة من [سنار].", "تسيطر>سنار", "تسيطر قوات على [أريحا] القادمة من [سنار].", "تسيطر>أريحا"},
		{"Arabic: what a town is called", "[سنار]، معقل التنظيم، قرب [أريحا].", "معقل>سنار", "زار [سنار] معقل التنظيم في [أريحا].", "معقل>أريحا"},
		{"a hyphened noun governs nothing", "Students began a sit-in in [Kurna].", "sit-in>Kurna", "Students sat in [Kurna].", ""},
		{"Arabic: at a town from another", "أطلق مسلحون صواريخ من [أريحا] على [سنار].", "صواريخ>سنار", "أطلق مسلحون صواريخ على [سنار] من [أريحا].", "صواريخ>سنار"},
		{"Arabic: towards", "أطلقوا قذائف من [أريحا] باتجاه [سنار].", "أطلقوا قذائف>سنار", "أطلقوا قذائف من [أريحا] في {سنار}.", "أطلقوا قذائف>أريحا"},
		{"Arabic: a pronoun is the town named before", "انسحبوا من [سنار] ودخلتها القوات.", "انسحبوا من>سنار ودخلتها>سنار", "انسحبوا من [سنار] وشاهدتها القوات.", "انسحبوا من>سنار"},
		{"Arabic: or in the sentence before", "[سنار] هادئة. دخلتها القوات.", "دخلتها>دخلتها", "[سنار] هادئة. عرفتها القوات.", ""},
		{"Arabic: what a relative is about", "زاروا [سنار] التي قصفتها الطائرات.", "قصفتها>سنار", "زاروا في [سنار] بيوتا التي قصفتها الطائرات.", "قصفتها>سنار"},
		{"Arabic", "قصف الجيش [سنار] وانسحب من [أريحا].", "قصف>سنار وانسحب من>أريحا", "قصف الجيش [سنار] من [أريحا].", "قصف>سنار"},
	})
}
