package recognise_test

import (
	"testing"

	"dateline/geoparse/signal"
)

// Each row of a table has a text to which a rule applies, and a similar one to which it does not.

func TestRespelledNames(t *testing.T) {
	testSpotted(t, []spotTest{
		{"Shells hit Enerhodar today.", "=Enerhodar"},
		{"Shells hit Berdiansk today.", "=Berdiansk"},
		{"Shells hit enerhodar today.", ""},
	})
}

func TestListsOfAClass(t *testing.T) {
	testSpotted(t, []spotTest{
		{"The Abu Shouk and Zamzam camps burned.", "=Abu Shouk[camps] =Zamzam[camps]"},
		{"The Nur Shams camp burned.", "=Nur Shams[camp]"},
		{"The village of Morek, and Hama, fell.", "=Morek[village] =Hama"},
		{"The villages of Morek, Kafr Zita; Hama fell.", "=Morek[villages] =Kafr Zita[villages] =Hama"},
	})
}

func TestUnlistedNamesEnd(t *testing.T) {
	testSpotted(t, []spotTest{
		{"The army took the village of Zalqatunah Barqinush.", "?Zalqatunah Barqinush[village]"},
		{"The army took the village of Zalqatunah. Barqinush slept.", "?Zalqatunah[village]"},
		{"The army took the village of Zalqatunah and slept.", "?Zalqatunah[village]"},
		{"The army took the village of al-Zalqatunah.", "?al-Zalqatunah[village]"},
		{"The army took the village of zalqatunah.", ""},
		{"The army took the village of Monday.", ""},
		{"They saw Barqinush Orchards.", "?Barqinush Orchards"},
	})
}

func TestArabicPrefixes(t *testing.T) {
	testSpotted(t, []spotTest{
		{"وصلوا من حلب.", "=حلب"},
		{"قصفوا مورك وكفرزيتا.", "=مورك =كفرزيتا"},
		{"سافر لحمص.", "=حمص"},
		{"قرب الرستن.", "=الرستن"},
	})
	if got := spotted(t, "سافر لحمص.", signal.Prefixes); got != "" {
		t.Errorf("without prefixes: %s", got)
	}
}

func TestPlacesWithArticles(t *testing.T) {
	testSpotted(t, []spotTest{
		{"They reached al-Rastan.", "=al-Rastan"},
		{"They reached Al Rastan.", "=Al Rastan"},
		{"They reached Rastan.", "=Rastan"},
		{"They reached the Hague.", "=Hague"},
	})
}

func TestRecasedTexts(t *testing.T) {
	testSpotted(t, []spotTest{
		{"shells hit al-bab and manbij again, many people are hurt tonight", "=al-bab =manbij"},
		{"everybody in homs and hama heard the planes, nobody slept", "=homs =hama"},
		{"nice people of march and best friends, we love them all so much", ""},
	})
}
