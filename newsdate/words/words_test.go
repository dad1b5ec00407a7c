package words

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestSections: read knows every heading of the tables.
func TestSections(t *testing.T) {
	for _, file := range []string{"en.txt", "ar.txt"} {
		data, err := wordFiles.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			heading, isHeading := strings.CutPrefix(strings.TrimSpace(line), "[")
			heading = strings.TrimSuffix(heading, "]")
			if special := heading == "name" || heading == "now" || heading == "notfuture"; isHeading && !special && sections[heading] == 0 {
				t.Errorf("%s: [%s] is no class", file, heading)
			}
		}
	}
}

func TestLookUp(t *testing.T) {
	for _, tt := range []struct {
		word  string
		is    Class // all of these
		isNot Class // none of these
		value int16
	}{
		{"April", Month, Short, 4},
		{"APR", Month | Short, 0, 4},
		{"aprils", 0, Month, 0},
		{"Thursday", Weekday, BareWeekday, 4},
		{"Thu", Weekday | BareWeekday, 0, 4},
		{"twelfth", Ordinal, Number, 12},
		{"fortnight", Dual, Unit, UnitWeek},
		{"EDT", Zone, Month, -240},
		{"نيسان", Month | Arabic, Weekday, 4},
		{"آب", Month | Arabic, 0, 8},
		{"إب", Arabic, Month, 0}, // a city
		{"إبريل", Month | Arabic, 0, 4},
		{"ونيسان", Month | Arabic, 0, 4},  // and
		{"وبنيسان", Month | Arabic, 0, 4}, // and in
		{"وفي", In | Arabic, Month, 0},
		{"ولي", Arabic, Month, 0},
		{"أيّار", Month | Arabic, 0, 5},   // with a mark
		{"آيـار", Month | Arabic, 0, 5},   // lengthened
		{"ﻧﻴﺴﺎﻥ", Month | Arabic, 0, 4},   // presentation forms
		{"ستبدأ", Future | Arabic, 0, 0},  // will begin
		{"سيارة", Arabic, Future, 0},      // car
		{"مورك", Arabic, Month | Unit, 0}, // a town
		{strings.Repeat("ن", 100), 0, Month, 0},
		{"", 0, Month, 0},
	} {
		got := LookUp(tt.word)
		if got.Is&tt.is != tt.is || got.Is&tt.isNot != 0 || tt.value != 0 && got.Value != tt.value {
			t.Errorf("%q: classes %b, value %d", tt.word, got.Is, got.Value)
		}
	}
}

// TestLatinWords: each Latin word of the tables is found by its letters, in any case, and not as
// part of another word.
func TestLatinWords(t *testing.T) {
	latin := 0
	for word, want := range vocabulary().words {
		if word[0] >= utf8.RuneSelf {
			continue
		}
		latin++
		if got := LookUp(strings.ToUpper(word)); got != want {
			t.Errorf("%q in capitals: %+v, want %+v", word, got, want)
		}
		for _, other := range []string{"7" + word, word + "7"} {
			if got := LookUp(other); got != vocabulary().words[other] {
				t.Errorf("%q: %+v", other, got)
			}
		}
	}
	if latin < 100 {
		t.Errorf("%d Latin words", latin)
	}
}

func TestMayHaveDate(t *testing.T) {
	for text, want := range map[string]bool{
		"Rebels took the town.":            false,
		"They may go.":                     false, // may is not a month without a capital
		"In May they left.":                true,
		"On 5 May they left.":              true,
		"In April they left.":              true,
		"In 2014 they left.":               true,
		"Some 9000 people left.":           false,
		"They left two days later.":        true,
		"It was days of fighting.":         false,
		"They left last week.":             true,
		"On Friday they left.":             true,
		"غادروا البلدة.":                   true, // Arabic is always read
		"The 12 guns fell silent in Hama.": false,
	} {
		if got := MayHaveDate(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestHoldsName(t *testing.T) {
	for words, want := range map[string]bool{
		"the Good Friday agreement": true,
		"on good Friday news":       true,
		"a Friday good for all":     false,
		"يوم الجمعة العظيمة في":     true,
		"يوم الجمعة في":             false,
	} {
		if got := HoldsName(strings.Fields(words)); got != want {
			t.Errorf("%q: %v", words, got)
		}
	}
}

func TestIsNow(t *testing.T) {
	for phrase, want := range map[string]bool{"Just now": true, "منذ لحظات": true, "Just": false, "now or never": false} {
		if got := IsNow(phrase); got != want {
			t.Errorf("%q: %v", phrase, got)
		}
	}
}
