package recognise_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestSingleWords(t *testing.T) {
	testPairs(t, []geoparsetest.Pair{
		{"few capitals are an acronym", "They asked SAMS today.", "", "They asked Sams today.", "=Sams"},
		{"in capitals all round", "THEY LEFT SAMS FOR HOMS TODAY", "=SAMS =HOMS", "They left SAMS for HOMS today.", "=HOMS"},
		{"at the head of a line", "SAMS – It rained.", "=SAMS", "It rained in SAMS.", ""},
		{"a town known by that name before all", "They left HOMS today.", "=HOMS", "They left SAMS today.", ""},
		{"seven letters are no acronym", "They left SALAMIYAH today.", "=SALAMIYAH", "They left SALMA today.", "=SALMA"},
		{"three letters in capitals", "They left UFA today.", "", "They left Ufa today.", "=Ufa"},
		{"a state's letters behind a town and a comma",
			"He left Boise, ID today.", "=Boise =ID",
			"He left boise, ID today.", ""},
		{"as written", "He left Boise, ID today.", "=Boise =ID", "He left Boise, Id today.", "=Boise =Id"},
		{"a union's letters stand alone", "The EU met.", "=EU", "The Eu met.", "=Eu"},
		{"a state's dotted letters", "He left Dayton, O. today.", "=Dayton", "He left the U.A.E. today.", "=U.A.E."},
		{"the dot of an abbreviated state",
			"He left Wichita, Kan. It rained.", "=Wichita =Kan.",
			"He left Wichita, Kansas. It rained.", "=Wichita =Kansas"},
		{"a republic called in capitals", "They met in SADR.", "=SADR", "They met al-Sadr.", ""},
		{"the article of an Arab town", "They left al-Raqqa.", "=al-Raqqa", "They left al-Chicago.", ""},
		{"the article within its own name", "They left Al Ain.", "=Al Ain", "They left Al Paris.", "=Paris"},
		{"The within a sentence", "They left The Hague.", "=The Hague", "They left the hague.", ""},
		{"The before a noun", "They left The Valley.", "=The Valley", "They slept. The Valley is far.", "=Valley"},
		{"The that is its own", "They saw The Bronx.", "=The Bronx", "They saw The Zalqun.", ""},
	})
}

func TestLongNames(t *testing.T) {
	testPairs(t, []geoparsetest.Pair{
		{"no name over a full stop", "They left New. York slept.", "=York", "They left New York. It slept.", "=New York"},
		{"no name over a comma",
			"They left Deir, ez-Zor slept.", "=ez-Zor",
			"They left Deir ez-Zor, they slept.", "=Deir ez-Zor"},
		{"nor over a paragraph",
			"They left Khan\n\nSheikhoun.", "=Khan ~Sheikhoun",
			"They left Khan\nSheikhoun.", "=Khan\nSheikhoun"},
		{"over a no-break space",
			"They left Khan\u00a0Sheikhoun.", "=Khan\u00a0Sheikhoun",
			"They left Khan; Sheikhoun.", "=Khan ~Sheikhoun"},
		{"a small letter ends it", "They left Kafr zita.", "=Kafr", "They left Kafr Zita.", "=Kafr Zita"},
		{"an inner article may be small", "They left Deir ez Zor.", "=Deir ez Zor", "They left Deir Ez zor.", ""},
		{"an article alone ends none", "They left Homs al.", "=Homs", "They left Homs al-Waer.", "=Homs =al-Waer"},
		{"of two names tied by a hyphen it is both's",
			"They hold the Homs-Shaar gas field.", "=Homs =Shaar",
			"They hold the Shaar gas field.", "=Shaar"},
		{"a possessive within", "They left Martha's Vineyard.", "=Martha's Vineyard", "They left Martha's vineyard.", ""},
		{"a possessive behind", "They left St. John's.", "", "They left Hama's.", "=Hama"},
		{"dashes with blanks part names", "They left Hama – Homs.", "=Hama =Homs", "They left Deir-ez-Zor.", "=Deir-ez-Zor"},
	})
}
