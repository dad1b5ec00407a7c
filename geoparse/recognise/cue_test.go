package recognise_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestClassBeforeAndAfter(t *testing.T) {
	testPairs(t, []geoparsetest.Pair{
		{"of, at some way", "They left the hamlet of Morek.", "=Morek[hamlet]", "They left the hamlet near Morek.", "=Morek"},
		{"of the",
			"They left the province of the Idlib.", "=Idlib[province]",
			"They left the province off the Idlib.", "=Idlib"},
		{"a class word of the name before",
			"They left Puno region of Peru.", "=Puno[region] =Peru",
			"They left the region of Peru.", "=Peru[region]"},
		{"behind it", "They left Idlib city.", "=Idlib[city]", "They left Idlib quickly.", "=Idlib"},
		{"over a hyphen none behind", "They left Idlib city.", "=Idlib[city]", "They left Idlib-city.", "=Idlib"},
		{"a modifier without its capital does not join",
			"They hold Shaar Gas Field.", "=Shaar Gas Field",
			"They hold Shaar gas Field.", "=Shaar gas Field"},
		{"the reporter's Province where divisions are governorates",
			"They left Idlib Province.", "=Idlib Province",
			"They left Idlib Governorate.", "=Idlib Governorate"},
		{"Province where they are provinces",
			"They left Kandahar Province.", "=Kandahar Province",
			"They left Kandahar province.", "=Kandahar[province]"},
		{"places that can't be what its class word says",
			"They went to Al-Quds Hospital.", "=Al-Quds Hospital",
			"They went to Al-Quds.", "=Al-Quds"},
		{"a demonym has none behind it",
			"They left the Turkish village.", "=Turkish",
			"They left the Turkey village.", "=Turkey[village]"},
		{"an article in front of the class word",
			"They left Morek, the northern town.", "=Morek[town]",
			"They left Morek, northern town.", "=Morek"},
		{"no capital in between",
			"They left Morek, a small village.", "=Morek[village]",
			"They left Morek, a Small village.", "=Morek ?Small[village]"},
		{"an apposition of no settlement",
			"They left Morek, a town in the north.", "=Morek[town]",
			"They left Morek, a base in the north.", "=Morek"},
		{"a list behind its class",
			"The provinces of Idlib, Hama and Homs voted.", "=Idlib[provinces] =Hama[provinces] =Homs[provinces]",
			"The province of Idlib, Hama and Homs voted.", "=Idlib[province] =Hama =Homs"},
		{"a list before its class",
			"Idlib, Hama and Homs provinces voted.", "=Idlib[provinces] =Hama[provinces] =Homs[provinces]",
			"Idlib; Hama; Homs provinces voted.", "=Idlib =Hama =Homs[provinces]"},
		{"no class for a demonym in the list",
			"Turkish and Idlib provinces voted.", "=Turkish =Idlib[provinces]",
			"Hama and Idlib provinces voted.", "=Hama[provinces] =Idlib[provinces]"},
		{"Arabic class before", "قصفوا محافظة درعا.", "=محافظة درعا", "قصفوا المحافظة، درعا.", "=درعا"},
	})
}

func TestMarksForAyn(t *testing.T) {
	testPairs(t, []geoparsetest.Pair{
		{"the mark before a name", "They left ‘Ar‘ar today.", "=‘Ar‘ar", "They said ‘Ar’ today.", ""},
		{"one mark and not two", "They left `Hama today.", "=`Hama", "They left ``Hama today.", "=Hama"},
		{"a quotation that closes", "They left ‘Hama.", "=‘Hama", "They left ‘Hama’ today.", "=Hama"},
		{"the line's end closes none", "They left ‘Hama\nand it’s far.", "=‘Hama", "They left ‘Hama and it’s far.", "=Hama"},
	})
}

func TestStreets(t *testing.T) {
	testPairs(t, []geoparsetest.Pair{
		{"a capital Street", "They live in Hama Street.", "?Hama Street[street]", "They live in Hama street.", "=Hama[street]"},
		{"a Square", "They met at Homs Square.", "?Homs Square", "They met at Homs, Square one.", "=Homs"},
		{"a Bridge between two",
			"They saw the Hama-Homs Bridge.", "=Hama =Homs[bridge] =Bridge",
			"They saw the Homs Bridge.", "?Homs Bridge[bridge]"},
		{"a class word before it",
			"They left Homs City Street.", "=Homs City[street] =Street",
			"They left Homs Street.", "?Homs Street[street]"},
		{"an organisation's",
			"They left Free Syrian Army Street.", "?Free Syrian Army[street] =Street",
			"They left Free Hama Street.", "?Hama Street[street]"},
		{"a site's",
			"They left Bab al-Hawa Crossing Road.", "=Bab al-Hawa Crossing[road] =Road",
			"They left Hama Road.", "?Hama Road[road]"},
	})
}

// TestHolders: several towns or areas lie in a division, not in its seat.
func TestHolders(t *testing.T) {
	for text, want := range map[string]bool{
		"They took towns in Idlib.":               true,
		"They took trucks in Idlib.":              false,
		"They took areas across Hama.":            true,
		"They took areas. Across Hama it rained.": false,
		"They took villages near Idlib.":          false,
		"They took towns in Idlib city.":          false, // the class word says it
		"سيطروا على القرى في إدلب.":               true,
		"سيطروا على السلاح في إدلب.":              false,
		"سيطروا على المناطق المحررة في إدلب.":     true,
		"سيطروا على المناطق أمس في إدلب.":         false,
	} {
		names := geoparsetest.Recogniser(t, text)
		names.Spot()
		if got := names.Names[len(names.Names)-1].Holder; got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}
