package token

import (
	"strings"
	"testing"
)

func TestSentences(t *testing.T) {
	for _, tt := range []struct {
		name string
		want []string
	}{
		{"stops", []string{"Shells fell.", "Nobody was hurt!", "Who fired?"}},
		{"title", []string{"Mr. Haddad spoke in Hama."}},
		{"rank", []string{"Col. Haddad and Gen. Saleh met.", "They left."}},
		{"month", []string{"It fell on Aug. 23 in Hama."}},
		{"initial", []string{"J. Haddad spoke."}},
		{"decimal", []string{"It is 3.5 km away."}},
		{"site", []string{"He told sana.sy about it."}},
		{"small letter goes on", []string{"He asked why? and left."}},
		{"abbreviation ends at a question mark", []string{"Is it St?", "It is."}},
		{"arabic", []string{"هل سقطت؟", "نعم سقطت."}},
		{"a stop inside quotation marks", []string{"“They fled Idlib.”", "Homs fell.", "\"Who fired?\"", "Nobody knew."}},
		{"a stop inside brackets", []string{"(They fled Idlib.)", "Homs fell."}},
		{"small letter goes on behind a quotation", []string{"“Who fired?” he asked.", "Nobody knew."}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			source := strings.Join(tt.want, " ")
			got := read(t, source).Sentences
			if len(got) != len(tt.want) {
				t.Fatalf("%d sentences of %q, want %d", len(got), source, len(tt.want))
			}
			for i, s := range got {
				if source[s.Start:s.End] != tt.want[i] || string([]rune(source)[s.Span.Start:s.Span.End]) != tt.want[i] {
					t.Errorf("%q, want %q", source[s.Start:s.End], tt.want[i])
				}
			}
		})
	}
}

func TestLinesAreSentences(t *testing.T) {
	source := "Heading\n\n  First line \r\nsecond line"
	want := []string{"Heading", "First line", "second line"}
	text := read(t, source)
	for i, s := range text.Sentences {
		if source[s.Start:s.End] != want[i] {
			t.Errorf("%q, want %q", source[s.Start:s.End], want[i])
		}
	}
	if len(text.Sentences) != len(want) {
		t.Errorf("%d sentences", len(text.Sentences))
	}
}

func TestSentenceOf(t *testing.T) {
	text := read(t, "They left. Homs fell.")
	for at, want := range map[int]int{0: 0, 9: 0, 11: 1, 20: 1, 21: 2} {
		if got := text.SentenceIndex(at); got != want {
			t.Errorf("byte %d lies in sentence %d, want %d", at, got, want)
		}
	}
	if s := text.SentenceOf(12); s.Start != 11 || text.SentenceOf(99) != (Range{}) {
		t.Errorf("sentence %v, and past the end %v", s, text.SentenceOf(99))
	}
}

func TestHeadlines(t *testing.T) {
	for line, want := range map[string]bool{
		"Army Takes Khan Sheikhoun From Rebels":     true,
		"Army Takes Khan Sheikhoun in the North":    true,
		"Army takes Khan Sheikhoun from rebels":     false,
		"Army Takes Khan Sheikhoun From Rebels.":    false, // a sentence
		"Army Takes Hama":                           false, // too short to tell
		"ARMY TAKES KHAN SHEIKHOUN":                 true,
		"Army Takes Four Towns while others waited": false,
	} {
		if got := read(t, line).InHeadline(0); got != want {
			t.Errorf("%q is a headline: %v", line, got)
		}
	}
	text := read(t, "Army Takes Khan Sheikhoun Again\nThe army took it on Friday after long weeks.")
	if !text.InHeadline(4) || text.InHeadline(5) {
		t.Error("a headline is its line alone")
	}
}

func TestIsWithoutCapitals(t *testing.T) {
	for text, want := range map[string]bool{
		"shelling in hama. people left homs. nobody was hurt":    true,
		"Shelling in hama. People left homs. Nobody was hurt":    false,
		"shelling in Hama and Homs and Idlib":                    false,
		"shelling in hama #Homs people left for the north again": true, // a hashtag does not count
		"": false,
	} {
		if got := read(t, text).IsWithoutCapitals(); got != want {
			t.Errorf("%q is without capitals: %v", text, got)
		}
	}
}

func TestSpans(t *testing.T) {
	for _, tt := range []struct {
		a, b Span
		want bool
	}{
		{Span{0, 4}, Span{4, 8}, false}, {Span{0, 5}, Span{4, 8}, true}, {Span{5, 6}, Span{4, 8}, true}, {Span{8, 9}, Span{4, 8}, false},
	} {
		if tt.a.Overlaps(tt.b) != tt.want || tt.b.Overlaps(tt.a) != tt.want {
			t.Errorf("%v and %v overlap: %v", tt.a, tt.b, !tt.want)
		}
	}
	if got := (Span{3, 5}).Moved(4); got != (Span{7, 9}) {
		t.Errorf("moved to %v", got)
	}
}

func TestRuneCursor(t *testing.T) {
	text := "Ḥamāh\r\n😀 حماة e\u0301 Idlib"
	runes := []rune(text)
	bytesTo := func(at int) int { return len(string(runes[:at])) }
	cursor := NewRuneCursor(text)
	for _, want := range []Span{{0, 0}, {1, 7}, {7, 8}, {10, 15}, {16, len(runes)}} {
		if got := cursor.Span(bytesTo(want.Start), bytesTo(want.End)); got != want {
			t.Errorf("%v, want %v", got, want)
		}
	}
}

func TestByteAt(t *testing.T) {
	text := strings.Repeat("aبé", 300)
	offsets, runes := RuneOffsets(text), []rune(text)
	for _, at := range []int{0, 1, 2, 3, runeStep - 1, runeStep, runeStep + 1, 2 * runeStep, len(runes) - 1, len(runes)} {
		if got, want := ByteAt(text, offsets, at), len(string(runes[:at])); got != want {
			t.Errorf("code point %d stands at byte %d, want %d", at, got, want)
		}
	}
	if got := ByteAt(text, offsets, len(runes)+5000); got != len(text) {
		t.Errorf("past the end: %d", got)
	}
}
