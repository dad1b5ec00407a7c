package recognise_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestNamesBySound(t *testing.T) {
	testPairs(t, []geoparsetest.Pair{
		{"another vowel", "They left Sheikh Miskeen.", "=Sheikh Miskeen", "They left Sheikh Mondays.", ""},
		{"double letters", "They left Sarraqeb.", "~Sarraqeb", "They left Sarrazoq.", ""},
		{"a word of the lexicon is none", "They left Latamenah.", "=Latamenah", "They left Latameneh.", "~Latameneh"},
		{"capitals of more than an abbreviation", "THEY left KHAN SHIKHOUN.", "=KHAN SHIKHOUN", "THEY left KSH.", ""},
		{"two capitals and an ending", "They left Ltaminna.", "~Ltaminna", "They left LTaminna.", ""},
		{"a common noun that begins a sentence",
			"They slept. Ltaminna fell.", "~Ltaminna",
			"They saw a ltaminna. Ltaminna fell.", ""},
		{"it goes on over an article",
			"They left Kafr al-Ltaminna.", "?Kafr al-Ltaminna",
			"They left Kafr and Ltaminna.", "=Kafr ~Ltaminna"},
		{"another vowel where Arabic is not written", "They left Sarraqeb.", "~Sarraqeb", "They left Kogelo.", ""},
		{"one letter of twelve, not of eleven", "They left Indionapolis.", "~Indionapolis", "They left Minneapolus.", ""},
		{"behind an article, though a name begins there too",
			"They left al-Muleiha al-Sharqiya.", "~al-Muleiha al-Sharqiya",
			"They left al-Muleiha for Sharqiya.", "=al-Muleiha =Sharqiya"},
		{"behind such a word, though a name begins there too",
			"They left Um Roujm.", "=Um Roujm",
			"They left Zum Homs.", "=Homs"},
		{"a first word that many names share", "They left Hosh al-Raihan.", "=Hosh al-Raihan", "They left Hosh.", "~Hosh"},
		{"part of a longer name", "They left Haras, Al Balqun.", "~Haras", "They left Haras Al Balqun.", ""},
		{"it ends before another known name",
			"They left Ltaminna Homs.", "~Ltaminna =Homs",
			"They left Ltaminna Zalqa.", "~Ltaminna ~Zalqa"},
	})
}
