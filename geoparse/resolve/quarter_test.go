package resolve

import "testing"

func TestPairsOfQuarters(t *testing.T) {
	testPairs(t, []pair{
		{"a quarter that many towns have is that of the town named last", "Old City", "Shells hit Aleppo. A mosque in the Old City burned.", "Old City of Aleppo/SY P", "Shells hit Jerusalem. A mosque in the Old City burned.", "Old City of Jerusalem/PS P"},
		{"in Arabic too", "البلدة القديمة", "قصفوا حمص ثم هدأت البلدة القديمة.", "Old Homs/SY P", "قصفوا صنعاء ثم هدأت البلدة القديمة.", "Old City of Sanaa/YE P"},
		{"of the town that it is said to lie in", "المدينة القديمة", "قصفوا حلب ثم دخلوا المدينة القديمة في الموصل.", "Old City of Mosul/IQ P", "قصفوا الموصل ثم دخلوا المدينة القديمة في حلب.", "Old City of Aleppo/SY P"},
		{"of the next town, if none comes before", "Old City", "The Old City is quiet while shells hit Homs.", "Old Homs/SY P", "The Old City is quiet.", "-"},
		{"of no town of which none is known", "Old City", "Soldiers raided Nablus. The Old City is quiet.", "-", "Soldiers raided Nablus and Raqqa. The Old City is quiet.", "Old City of Raqqa/SY P"},
		{"nor of a town beside", "Old City", "Settlers marched through the Old City in Hebron.", "in Hebron", "Settlers marched through the Old City in Jerusalem.", "Old City of Jerusalem/PS P"},
		{"the Old Town is no town elsewhere", "Old Town", "Gunmen in Aden took the Old Town.", "-", "Snow fell in Old Town, Maine.", "Old Town/US P"},
		{"a village of everyday words may be far from a town", "East Village", "The team of Buffalo met fans in East Village.", "East Village/US P", "Men met in East Village.", "East Village/US P"},
	})
}

func TestPairsOfTopics(t *testing.T) {
	testPairs(t, []pair{
		{"what a sentence is about, outside the town", "Homs", "Homs: shelling of Talbiseh kills six.", "Homs Governorate/SY A", "Homs: shelling of Waer kills six.", "Homs/SY P"},
		{"a division by another name", "Gaza", "Gaza: strike on Nuseirat kills six.", "Gaza Strip/PS A", "Gaza: strike on Shujaiya kills six.", "Gaza City/PS P"},
		{"in Arabic", "إدلب", "إدلب: قتلى بقصف على أريحا.", "Idlib Governorate/SY A", "إدلب: قتلى بقصف على حماة.", "Idlib/SY P"},
		{"only before a colon", "Homs", "Homs: shells hit Talbiseh.", "Homs Governorate/SY A", "Homs, shells hit Talbiseh.", "Homs/SY P"},
	})
}

// TestUnsureQuarter: between the quarter and its town another is named, of which it may be.
func TestUnsureQuarter(t *testing.T) {
	for text, most := range map[string]float64{
		"Rebels left Homs for Hama. The Old City lay in ruins.":   apartConfidence,
		"Rebels left Hama for Homs. The Old City lay in ruins.":   1,
		"Rebels of Hama and Idlib. They left Homs, the Old City.": 1,
	} {
		r := resolved(t, text)
		i := nameOf(r, "Old City")
		if got := r.Confidence(i); got > most || most == 1 && got < 0.9 || !r.IsCredible(i) {
			t.Errorf("%s: %v, want at most %v", text, got, most)
		}
	}
}
