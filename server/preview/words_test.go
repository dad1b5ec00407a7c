package preview

import (
	"testing"

	"dateline/feature"
)

func TestCountsInBothLanguages(t *testing.T) {
	for _, tt := range []struct {
		lang             string
		mentions, places int
		want             string
	}{
		{"", 1, 1, "1 mention of 1 place"},
		{"en", 427, 195, "427 mentions of 195 places"},
		{"fr", 2, 2, "2 mentions of 2 places"},
		{"ar", 1, 1, "إشارة واحدة، مكان واحد"},
		{"ar", 2, 2, "إشارتان، مكانان"},
		{"ar", 7, 4, "7 إشارات، 4 أماكن"},
		{"ar", 83, 28, "83 إشارة، 28 مكانًا"},
		{"ar", 200, 100, "200 إشارة، 100 مكان"},
	} {
		if got := wordsOf(tt.lang).count(tt.mentions, tt.places); got != tt.want {
			t.Errorf("%s %d %d: %q, want %q", tt.lang, tt.mentions, tt.places, got, tt.want)
		}
	}
}

func TestPeriodInBothLanguages(t *testing.T) {
	const day = feature.Day(18109) // 1 August 2019
	for _, tt := range []struct {
		lang        string
		first, last feature.Day
		want        string
	}{
		{"en", day, day + 30, "1 Aug 2019 – 31 Aug 2019"},
		{"en", day, day, "1 Aug 2019"},
		{"en", feature.Beginning, day, "until 1 Aug 2019"},
		{"en", day, feature.End, "since 1 Aug 2019"},
		{"en", feature.Beginning, feature.End, "all time"},
		{"ar", day, day + 30, "1 آب 2019 – 31 آب 2019"},
		{"ar", feature.Beginning, day, "حتى 1 آب 2019"},
	} {
		if got := wordsOf(tt.lang).period(&feature.Days{First: tt.first, Last: tt.last}); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.lang, got, tt.want)
		}
	}
}
