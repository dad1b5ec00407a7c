package who_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestSources(t *testing.T) {
	geoparsetest.Pairs(t, whoIn, []geoparsetest.Pair{
		{"according to",
			"According to residents, shells hit [Kurna].", "says residents",
			"According to plan, shells hit [Kurna].", ""},
		{"said behind it", "Shells hit [Kurna], residents said.", "says residents", "Shells hit [Kurna], residents slept.", ""},
		{"said before it",
			"The ministry said shells hit [Kurna].", "says ministry",
			"The ministry saw shells hit [Kurna].", ""},
		{"a name", "Shells hit [Kurna], Zorani said.", "says Zorani", "Shells hit [Kurna], he said.", ""},
		{"a pronoun opens the sentence", "Zorani said shells hit [Kurna].", "says Zorani", "He said shells hit [Kurna].", ""},
		{"in a statement", "Shells hit [Kurna], said a spokesman.", "says spokesman", "Shells hit [Kurna], it said in a statement.", ""},
		{"of an office",
			"Shells hit [Kurna], the mayor of Zorani said.", "says mayor of Zorani",
			"Shells hit [Kurna], the friend of all said.", ""},
		{"was told", "The agency reported shells hit [Kurna].", "says agency", "The agency was told shells hit [Kurna].", ""},
		{"claimed responsibility names none",
			"A militia claimed shells hit [Kurna].", "by militia; says militia",
			"A militia claimed responsibility as shells hit [Kurna].", "by militia"},
		{"denied",
			"The army denied shells hit [Kurna].", "by army; says army",
			"The army delayed shells that hit [Kurna].", "by army"},
		{"said, before who says so",
			"“Shells hit [Kurna],” said the ministry.", "says ministry",
			"“Shells hit [Kurna],” saw the ministry.", ""},
		{"the day is none of it",
			"Residents on Monday said shells hit [Kurna].", "says Residents",
			"Monday said shells hit [Kurna].", ""},
		{"Arabic", "ذكر المرصد أن الجيش قصف [سنار].", "by الجيش; says المرصد", "رأى أن الجيش قصف [سنار].", "by الجيش"},
		{"Arabic, according to",
			"قصف الجيش [سنار] بحسب ناشطين.", "by الجيش; says ناشطين",
			"قصف الجيش [سنار] بلا رحمة.", "by الجيش"},
		{"Arabic, up to that", "أعلنت وزارة الدفاع أنها قصفت [سنار].", "says وزارة الدفاع", "أعلنت أنها قصفت [سنار].", ""},
		{"Arabic, carried from a source", "نقلت الوكالة عن شاهد أن الجيش قصف [سنار].", "by الجيش; says الوكالة عن شاهد", "نقلت الفصائل عربات إلى [سنار].", "by الفصائل"},
	})
}
