package recognise_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestVillageWords(t *testing.T) {
	testPairs(t, []geoparsetest.Pair{
		{"a village of our tables", "غادروا قرية العفش.", "=العفش[قريه]", "غادروا قرية العليا.", "=قرية العليا"},
	})
}

func TestNamesBehindTheEnglishArticle(t *testing.T) {
	testPairs(t, []geoparsetest.Pair{
		{"no village whose own article is left out", "They left the Qitah.", "", "They left Qitah.", "=Qitah"},
		{"unless a word for a kind of place has the English one", "They left the Qitah.", "", "They left the Qitah area.", "=Qitah[area]"},
		{"or a hyphen ties the name to another", "They left the Qitah, as planned.", "", "They left the Qitah-Hasakah road.", "=Qitah =Hasakah[road]"},
	})
}
