package recognise_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestNamesInSmallLetters(t *testing.T) {
	testPairs(t, []geoparsetest.Pair{
		{"a text without capitals",
			"they left aleppo for idlib and slept in the cold for days", "=aleppo =idlib",
			"They left aleppo for idlib. And slept. In the cold. For days", ""},
		{"a name of two words",
			"they left khan sheikhoun for idlib and slept in the cold for days", "=khan sheikhoun =idlib",
			"they left khan for idlib and slept in the cold for days", "=idlib"},
		{"with an article",
			"they left deir ez-zor for idlib and slept in the cold for days", "=deir ez-zor =idlib",
			"they left deir for idlib and slept in the cold for days", "=idlib"},
		{"a tied article is proof",
			"they left al-bab for idlib and slept in the cold for days", "=al-bab =idlib",
			"they left the bab for idlib and slept in the cold for days", "=idlib"},
		{"little known places stay as they are",
			"they left homs for idlib and slept in the cold for days", "=homs =idlib",
			"they left dayton for idlib and slept in the cold for days", "=idlib"},
		{"a month",
			"they left in mosul for idlib and slept in the cold for days", "=mosul =idlib",
			"they left in march for idlib and slept in the cold for days", "=idlib"},
		{"four letters",
			"they slept in hama for days in the cold and nobody came", "=hama",
			"they slept in ufa for days in the cold and nobody came", ""},
		{"a person's name behind a preposition",
			"they slept in sydney for days in the cold and nobody came", "=sydney",
			"they saw sydney for days in the cold and nobody came", ""},
		{"a list behind a name",
			"they slept in hama, homs and raqqa for days and nobody came", "=hama =homs =raqqa",
			"they slept well, homs and raqqa for days and nobody came", "=homs =raqqa"},
		{"a list with a word that is a name too",
			"they slept in aleppo and tripoli for days and nobody came", "=aleppo =tripoli",
			"they slept long and tripoli for days and nobody came", "=tripoli"},
		{"words of every day in two",
			"they slept in new york for days and nobody came", "=new york",
			"they slept in new house for days and nobody came", ""},
	})
}
