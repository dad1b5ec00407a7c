package recognise_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestOrganisationNames(t *testing.T) {
	testPairs(t, []geoparsetest.Pair{
		{"the longest",
			"They left Hayat Tahrir al-Sham and Homs.", "?Hayat Tahrir al-Sham =Homs",
			"They left Hayat, Tahrir al-Sham and Homs.", "?Hayat ?Tahrir al-Sham =Homs"},
		{"with its article",
			"The Free Syrian Army left Homs.", "?Free Syrian Army =Homs",
			"The free Syrian army left Homs.", "=Syrian =Homs"},
		{"no pause within", "The Islamic State left Homs.", "?Islamic State =Homs", "The Islamic. State left Homs.", "=Homs"},
		{"Arabic",
			"انسحبت هيئة تحرير الشام من حمص.", "?هيئة تحرير الشام =حمص",
			"انسحبت هيئة، تحرير الشام من حمص.", "?تحرير الشام =حمص"},
		{"Arabic, of Iraq and the Levant",
			"هاجم تنظيم الدولة الإسلامية في العراق والشام حمص.", "?تنظيم الدولة الإسلامية في العراق والشام =حمص",
			"هاجم تنظيم في العراق حمص.", "=العراق =حمص"},
		{"a hyphen within", "They joined Al-Qaeda in Homs.", "=Homs", "They joined. Al Zalqa in Homs.", "~Al Zalqa =Homs"},
	})
}

func TestHeadsAndStems(t *testing.T) {
	testPairs(t, []geoparsetest.Pair{
		{"a head before a capital",
			"They left Khirbet Zalqun.", "?Khirbet Zalqun",
			"They left Khirbet, Zalqun said.", "~Khirbet"},
		{"a head before a class word that names have",
			"They left Tal Airport.", "?Tal Airport[airport]",
			"They left Tal Zalqun.", "?Tal Zalqun"},
		{"a head before an article", "They left Tal al-Zalqun.", "?Tal al-Zalqun", "They left Tal, al-Zalqun said.", "=Tal"},
		{"a head of twin villages", "They left Homs Gharbi.", "", "They left Homs gharbi.", "=Homs"},
		{"little known, before a loose article",
			"They left Braij as Zalqun.", "~Braij",
			"They left Damascus as Zalqun.", "=Damascus"},
		{"well known, before an article and a name",
			"They left Homs al-Waer.", "=Homs =al-Waer",
			"They left Homs al-Zalqun.", "=Homs"},
		{"what follows an unknown head is none", "They left Om Salqin.", "", "They left om Salqin.", "=Salqin"},
		{"nor behind an article", "They left Om al-Bab.", "", "They left om al-Bab.", "=al-Bab"},
		{"a stem that an article ties", "They left Zalqun al Bab.", "", "They left zalqun al Bab.", "=Bab"},
		{"no stem at the head of a sentence", "They slept. Zalqun al Bab fell.", "=Bab", "They slept, Zalqun al Bab fell.", ""},
		{"no stem that is a demonym", "They left Syrian al-Bab.", "=Syrian =al-Bab", "They left Zulqa al-Bab.", "=al-Bab"},
		{"an, before a people", "They saw An Egyptian jet.", "=Egyptian", "They left An Nabek.", "=An Nabek"},
	})
}
