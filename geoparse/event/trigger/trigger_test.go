package trigger_test

import (
	"strings"
	"testing"

	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/readtest"
	"dateline/geoparse/geoparsetest"
)

var forms = map[lexicon.Form]string{lexicon.Noun: "noun", lexicon.Verb: "verb", lexicon.Participle: "participle", lexicon.Gerund: "gerund", lexicon.State: "state"}

func triggersIn(t testing.TB, marked string) string {
	t.Helper()
	s := readtest.Last(t, marked)
	var out []string
	for i := range s.Triggers {
		tr := &s.Triggers[i]
		out = append(out, s.RangeOf(tr.Span).Of(s.Text.Text)+" "+string(tr.Class)+" "+forms[tr.Form])
	}
	return strings.Join(out, "; ")
}

func TestFind(t *testing.T) {
	geoparsetest.Pairs(t, triggersIn, []geoparsetest.Pair{
		{"a verb", "Rebels besiege [Kurna].", "besiege siege verb", "Rebels praise [Kurna].", ""},
		{"the past and the participle", "Rebels shelled [Kurna].", "shelled shelling participle", "Rebels sold [Kurna] fruit.", ""},
		{"a noun", "The shelling of [Kurna] went on.", "shelling shelling noun", "The selling of [Kurna] fruit went on.", ""},
		{"a gerund", "By capturing [Kurna] they won.", "capturing capture gerund", "By praising [Kurna] they won.", ""},
		{"a state", "It is a rebel stronghold in [Kurna].", "stronghold control state", "It is a rebel song in [Kurna].", ""},
		{"the longest", "They took control of [Kurna].", "took control of capture verb", "They took care of [Kurna].", "took take verb"},
		{"irregular", "The army drove rebels from [Kurna].", "drove oust verb", "The army drives home from [Kurna].", "drives oust verb"},
		{"no event by its other sense", "Prices fell in [Kurna].", "", "The town fell to rebels near [Kurna].", "fell to fallto verb"},
		{"behind a name", "The Turkish military base in [Kurna] was shelled.", "military base deployment noun; shelled shelling participle", "The Turkish military in [Kurna] was shelled.", "shelled shelling participle"},
		{"raids are executed", "They executed ten raids on [Kurna].", "raids raid noun", "They executed ten men in [Kurna].", "executed detention participle"},
		{"doubled letters", "They transferred men to [Kurna].", "transferred send participle", "They conferred in [Kurna].", ""},
		{"Arabic verb with the letters of an article", "ألقت الطائرات أوراقا على [سنار].", "ألقت air_strike verb", "ألفت الطائرات أوراقا على [سنار].", ""},
		{"Arabic verb", "قصف الجيش [سنار].", "قصف shelling verb", "وصف الجيش [سنار].", ""},
		{"Arabic noun with and", "وقصف مدفعي على [سنار].", "وقصف مدفعي shelling noun", "ووصف مدفعي على [سنار].", ""},
		{"Arabic phrase", "فرض الجيش سيطرته على [سنار].", "سيطرته على capture noun", "فرض سيطرته على [سنار].", "فرض سيطرته capture verb"},
	})
}
