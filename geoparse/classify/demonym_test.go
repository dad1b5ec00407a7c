package classify_test

import (
	"testing"
)

func TestPeoples(t *testing.T) {
	testPairs(t, []pair{
		{"a people", "Turkish", "They met Turkish nurses.", "demonym", "They left Turkey.", "no name"},
		{"a participle", "Iran", "Iran-backed men left.", "demonym", "Iran backed men.", "metonym"},
		{"a friendly one", "Russia", "A Russia-friendly mayor left.", "demonym", "A Russia trip ended.", "place"},
		{"two countries", "US", "The US-Turkish talks ended.", "demonym", "The US, Turkish men said, ended it.", "place"},
		{"anti behind nothing", "Russia", "An anti-Russia march began.", "demonym", "An ante-Russia march began.", "place"},
	})
}
