package sentence_test

import (
	"slices"
	"testing"

	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/readtest"
	"dateline/geoparse/event/sentence"
)

func newReading(t testing.TB, marked string) *sentence.Reading {
	t.Helper()
	lex, err := lexicon.Read()
	if err != nil {
		t.Fatal(err)
	}
	text := readtest.Text(marked)
	return sentence.NewReading(&text, lex)
}

// TestRepeatedSentences: a sentence is read once as a headline and once in the body; further
// repetitions are captions.
func TestRepeatedSentences(t *testing.T) {
	r := newReading(t, "Rebels left.Army left.")
	rebels, army := event.Range{Start: 0, End: 12}, event.Range{Start: 12, End: 22}
	for i, tt := range []struct {
		bounds event.Range
		want   bool
	}{{rebels, false}, {army, false}, {rebels, false}, {rebels, true}, {army, false}, {rebels, true}, {army, true}} {
		if got := r.IsRepeated(tt.bounds); got != tt.want {
			t.Errorf("sentence %d is repeated too often: %v", i, got)
		}
	}
}

// TestStrikeIsRemembered: the weapon of a strike is remembered for "the raid" in the next two
// sentences, until something else is reported.
func TestStrikeIsRemembered(t *testing.T) {
	of := func(types ...event.Type) []event.Report {
		reports := make([]event.Report, len(types))
		for i := range types {
			reports[i].Type = types[i]
		}
		return reports
	}
	for _, tt := range []struct {
		name    string
		reports [][]event.Report // in each sentence
		want    event.Type
	}{
		{"nothing was struck", [][]event.Report{of()}, ""},
		{"an air strike", [][]event.Report{of(event.AirStrike)}, event.AirStrike},
		{"the latest", [][]event.Report{of(event.AirStrike, event.Shelling)}, event.Shelling},
		{"an explosion", [][]event.Report{of(event.Explosion)}, event.Explosion},
		{"two sentences on", [][]event.Report{of(event.Shelling), of(), of()}, event.Shelling},
		{"three sentences on", [][]event.Report{of(event.Shelling), of(), of(), of()}, ""},
		{"struck again", [][]event.Report{of(event.Shelling), of(), of(event.Shelling), of(), of()}, event.Shelling},
		{"a fight behind it", [][]event.Report{of(event.Shelling), of(event.Clash)}, ""},
		{"a town taken behind it", [][]event.Report{of(event.Shelling), of(event.Capture)}, ""},
		{"aid behind it", [][]event.Report{of(event.Shelling), of(event.Aid)}, event.Shelling},
	} {
		r := newReading(t, "")
		for _, reports := range tt.reports {
			r.Remember(&sentence.Sentence{Reading: r}, reports)
		}
		if r.Strike != tt.want {
			t.Errorf("%s: struck with %q, want %q", tt.name, r.Strike, tt.want)
		}
	}
}

// TestPlacesAreRemembered: the last groups of towns and provinces are remembered for "the town" in
// later sentences.
func TestPlacesAreRemembered(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		groups     int
		town       bool
	}{
		{"none", "It rained. It rained.", 0, false},
		{"a town", "Rebels left [Kurna]. It rained.", 1, true},
		{"a province", "Rebels left {Upper}. It rained.", 1, false},
		{"a country", "Rebels left <Marland>. It rained.", 0, false},
		{"a list is one", "Rebels left [Kurna], [Basat] and [Amar]. It rained.", 1, true},
		{"two", "Rebels left [Kurna] and slept in [Basat]. It rained.", 2, true},
		{"what only refers to one", "Rebels left [Kurna]. The army shelled the town. It rained.", 1, true},
		{"six at most", "They saw [A]. They saw [B]. They saw [C]. They saw [D]. They saw [E]. They saw [F]. They saw [G]. They slept.", sentence.MaxRecent, true},
	} {
		s := readtest.Last(t, tt.text)
		if len(s.Recent) != tt.groups || s.Town != tt.town {
			t.Errorf("%s: %d groups of places, a town %v, want %d %v", tt.name, len(s.Recent), s.Town, tt.groups, tt.town)
		}
	}
	s := readtest.Last(t, "They saw [A]. They saw [B]. They saw [C]. They saw [D]. They saw [E]. They saw [F]. They saw [G]. They slept.")
	if first := s.Recent[0][0].Of(s.Text.Text); first != "B" {
		t.Errorf("the first of the last six is %s", first)
	}
}

// TestUnnamedTowns: "the town" in a text that names others, but not this one.
func TestUnnamedTowns(t *testing.T) {
	for _, tt := range []struct {
		namesNoTown, anaphor bool
		place                int
		want                 bool
	}{
		{false, true, sentence.Unnamed, true},
		{true, true, sentence.Unnamed, false},
		{false, false, sentence.Unnamed, false},
		{false, true, 0, false},
	} {
		r := newReading(t, "They left.")
		r.NamesNoTown = tt.namesNoTown
		s := &sentence.Sentence{Reading: r, Groups: []sentence.Group{{Anaphor: tt.anaphor, Spots: []event.Spot{{Place: tt.place}}}}}
		if got := s.IsUnnamed(0); got != tt.want {
			t.Errorf("%+v: %v", tt, got)
		}
	}
}

// TestWordsByTheirBytes compares the search for a word with a scan.
func TestWordsByTheirBytes(t *testing.T) {
	s := readtest.Last(t, "They left «حماة» for [Kurna], 12 km off.")
	for at := -1; at <= len(s.Text.Text)+1; at++ {
		want := slices.IndexFunc(s.Words, func(w sentence.Word) bool { return w.End > at })
		if want < 0 {
			want = len(s.Words)
		}
		if got := s.At(at); got != want {
			t.Errorf("byte %d is of word %d, want %d", at, got, want)
		}
	}
}

func TestActorsDoNotOverlap(t *testing.T) {
	s := readtest.Last(t, "Rebels left [Kurna].")
	before := len(s.Acting)
	s.AddActor(sentence.Span{First: 0, Last: 1})
	if len(s.Acting) != before {
		t.Error("a word is of two actors")
	}
	s.AddActor(sentence.Span{First: 1, Last: 1})
	if len(s.Acting) != before+1 || s.Words[1].Actor != before {
		t.Error("an actor was not added")
	}
}

func TestStatusOfMoods(t *testing.T) {
	for mood, want := range map[sentence.Mood]event.Status{
		sentence.Asserted: event.Reported, sentence.Attempted: event.Reported, sentence.Intended: event.Planned,
		sentence.Possible: event.Hypothetical, sentence.Negated: event.Denied, sentence.Alleged: event.Claimed,
	} {
		if got := mood.Status(); got != want {
			t.Errorf("mood %d is told as %s, want %s", mood, got, want)
		}
	}
}

func TestDashedWords(t *testing.T) {
	for text, want := range map[string]string{
		"Rebel-held [Kurna] slept.": "Rebel", "The Marish-army-held town slept.": "Marish army", "The held town slept.": "The",
	} {
		s := readtest.Last(t, text)
		at := slices.IndexFunc(s.Words, func(w sentence.Word) bool { return w.Fold == "held" })
		span := s.Dashed(at)
		var words []string
		for i := max(0, span.First); i <= span.Last; i++ {
			words = append(words, s.Words[i].Of(s.Text.Text))
		}
		if got := join(words); got != want {
			t.Errorf("%s: %q is joined to held, want %q", text, got, want)
		}
	}
}

func join(words []string) string {
	out := ""
	for i, w := range words {
		if i > 0 {
			out += " "
		}
		out += w
	}
	return out
}
