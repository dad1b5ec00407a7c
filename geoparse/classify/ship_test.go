package classify_test

import "testing"

func TestShips(t *testing.T) {
	testPairs(t, []pair{
		{"what only ships do", "Riga", "The Riga had already capsized.", "", "Riga had already capsized its boats.", "place"},
		{"aground", "Izmir", "The Izmir ran aground.", "", "The Izmir flooded suburbs.", "place"},
		{"a river", "Euphrates", "The Torez sank.", "no name", "The Euphrates sank.", "place"},
		{"an article of its own", "Crimea", "They saw the Kerch sink.", "no name", "The Crimea sank into poverty.", "place"},
		{"called a ship behind a comma", "Mersin", "The Mersin, a small patrol vessel, came.", "", "The Mersin, a small port town, burned.", "place"},
		{"called a ship by a verb", "Tartus", "The Tartus was a ferry.", "", "The Tartus was hit by ferry captains.", "place"},
		{"but not a base of ships", "Tartus", "The Tartus, a submarine, left.", "", "The Tartus, a submarine base, was hit.", "place"},
		{"its crew", "Odesa", "The crew of the Odesa fled.", "", "The people of the Odesa region fled.", "place"},
		{"who is aboard", "Aden", "They slept aboard the Aden.", "", "They slept near the Aden gate.", "place"},
		{"a list of ships", "Bremen", "The frigates Lübeck, Bremen and Emden left.", "", "The frigates left Lübeck, Bremen and Emden.", "place"},
		{"a ship in a list with its article", "Minsk", "The cruiser Varyag and the Minsk left.", "", "The cruiser Varyag and Minsk left.", "place"},
		{"who takes a ship", "Iran", "The tanker Iran sank.", "", "The tanker Iran seized was empty.", "place"},
		{"a ship met before", "Kyiv", "The carrier Kyiv was old. They sold the Kyiv.", "", "The carrier was old. They sold Kyiv the carrier.", "place"},
		{"Arabic, what qualifies a ship", "أوديسا", "احترقت ناقلة النفط أوديسا.", "", "احترق مستودع النفط أوديسا.", "place"},
		{"Arabic, what a ship leaves", "أوديسا", "احترقت الفرقاطة الروسية أوديسا.", "", "غادرت الفرقاطة الروسية أوديسا.", "place"},
		{"Arabic, what a ship reaches", "بنغازي", "غرقت السفينة التركية بنغازي.", "", "بلغت السفينة التركية بنغازي.", "place"},
	})
}
