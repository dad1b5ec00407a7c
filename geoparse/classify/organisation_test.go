package classify_test

import (
	"testing"
)

func TestOrganisationsOfPlaces(t *testing.T) {
	testPairs(t, []pair{
		{"the word behind", "Homs", "The Homs Times closed.", "organisation", "The Homs times are hard.", "place"},
		{"the third word on", "Homs",
			"The Homs Free Syrian Radio closed.", "organisation",
			"The Homs Free Syrian Men And Radio closed.", "place"},
		{"a comma ends it", "Homs", "The Homs Radio closed.", "organisation", "The Homs, Radio men said, closed.", "place"},
		{"in a headline only the next", "Homs",
			"Homs Brigade Leaves Town At Last\n\nIt rained.", "organisation",
			"Homs Men Brigade Leaves Town At Last\n\nIt rained.", "place"},
		{"of", "Homs", "The Bank of Homs closed.", "organisation", "The bank of Homs closed.", "place"},
		{"of the", "Congo", "The Bank of the Congo closed.", "organisation", "The banks of the Congo flooded.", "place"},
		{"in", "Homs", "The Council in Homs met.", "organisation", "A council in Homs met.", "place"},
		{"where one with a name of its own stands", "Uppsala", "He taught at the Ekman Institute in Uppsala.", "place", "He taught at the Institute in Uppsala.", "organisation"},
		{"no party does", "Levant", "He led the Ekman Party in the Levant.", "organisation", "He led the Ekman party in the Levant.", "place"},
		{"those who fight act in places", "Homs", "They joined the Ekman Front in Homs.", "place", "They joined the Ekman Front of Homs.", "organisation"},
		{"those of a country too", "Homs", "They joined the Free Syrian Army in Homs.", "place", "They joined the Free Syrian University in Homs.", "organisation"},
		{"but in a country", "Sweden", "He taught at the Institute in Sweden.", "place", "He taught at the Institute of Sweden.", "organisation"},
		{"where a whole name acts", "Hajin", "They fought Islamic State in Hajin.", "place", "They fought Islamic State in Iraq and Syria.", "no name"},
		{"no other preposition", "Homs", "The Ministry of Homs met.", "organisation", "The Ministry near Homs met.", "place"},
		{"Arabic, a news agency of a region", "الأناضول", "قالت وكالة أنباء الأناضول ذلك.", "no name", "وصلوا إلى الأناضول أمس.", "place"},
		{"Arabic, a club written by its sound", "ليدز", "فاز ليدز يونايتد أمس.", "organisation", "وصل إلى ليدز أمس.", "place"},
	})
}
