package geoparse

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// A text of several parts has the mentions of its parts, at their positions in the whole.
func TestLongTextIsReadInParts(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	paragraph := "Shelling hit the town of Morek – and ‘Arak – in the northern countryside of Hama.\n\nقصف على بلدة مورك 👍.\n\n"
	runes := []rune(strings.Repeat(paragraph, 5*maxPartBytes/2/len(paragraph)))
	r := mustParse(t, testParser(), Input{Text: string(runes)})
	one := mustParse(t, testParser(), Input{Text: paragraph})
	times := len(runes) / len([]rune(paragraph))
	if len(r.Mentions) != times*len(one.Mentions) || len(r.Fronts) != times*len(one.Fronts) || r.Lang != one.Lang || !reflect.DeepEqual(r.Focus.Place, one.Focus.Place) {
		t.Errorf("%d mentions, %d fronts, %s, want %d times %d, %d, %s", len(r.Mentions), len(r.Fronts), r.Lang, times, len(one.Mentions), len(one.Fronts), one.Lang)
	}
	for _, m := range r.Mentions {
		if got := string(runes[m.Start:m.End]); got != m.Phrase || !strings.Contains(string(runes[m.Sentence.Start:m.Sentence.End]), got) {
			t.Fatalf("code points %d to %d are %q, the phrase is %q in %v", m.Start, m.End, got, m.Phrase, m.Sentence)
		}
	}
	for _, f := range r.Fronts {
		if got := string(runes[f.Start:f.End]); got != f.Phrase {
			t.Fatalf("code points %d to %d are %q, the phrase is %q", f.Start, f.End, got, f.Phrase)
		}
	}
}

// Given spans are answered in their order, wherever they are in a long text, and completely, even
// if a part ends within them.
func TestSpansOfLongText(t *testing.T) {
	words := maxPartBytes / len("Morek ")
	text := strings.Repeat("Morek ", 3*words)
	spans := []Span{{Start: 6 * 2 * words, End: 6*2*words + 5}, {Start: 0, End: 5}, {Start: 0, End: len(text)}, {Start: 6*words - 6, End: 6*words + 11}, {Start: 6*3*words - 6, End: 6*3*words - 1}, {Start: 6, End: 11}}
	mentions := mustParse(t, testParser(), Input{Text: text, Spans: spans}).Mentions
	for i, m := range mentions {
		if m.Span != spans[i] || m.Phrase != text[m.Start:m.End] || m.Sentence.Start > m.Start || (m.Phrase == "Morek") && m.Place == nil {
			t.Errorf("span %d: %v, %.20q, %v", i, m.Span, m.Phrase, m.Place)
		}
	}
}

// Skipped stretches are skipped in every part.
func TestSkippedStretchesOfLongText(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	line := "Morek was hit.\n"
	text := strings.Repeat(line, 2*maxPartBytes/len(line))
	half, all := len(text)/2, len(text)
	for _, skip := range [][]Span{{{Start: 0, End: all}}, {{Start: 0, End: half}, {Start: half, End: all}}, {{Start: 15, End: all - 15}}, {{Start: 0, End: 10}, {Start: 20, End: all}}} {
		want := 0
		for at := 0; at < all; at += len(line) {
			if !slices.ContainsFunc(skip, Span{Start: at, End: at + 5}.Overlaps) {
				want++
			}
		}
		if got := len(mustParse(t, testParser(), Input{Text: text, Skip: skip}).Mentions); got != want {
			t.Errorf("without %v: %d mentions, want %d", skip, got, want)
		}
	}
}

func TestPartEnd(t *testing.T) {
	long := strings.Repeat("a", maxPartBytes)
	for _, c := range []struct {
		text string
		want int
	}{
		{"", 0},
		{"A. B\n\nC", 7},
		{long, maxPartBytes},
		{long + "b", maxPartBytes},
		{long[1:] + "ب", maxPartBytes - 1},
		{long[:maxPartBytes-100] + "\n\nb\nb. b " + long, maxPartBytes - 98},
		{long[:maxPartBytes-100] + "b\nb. b " + long, maxPartBytes - 98},
		{long[:maxPartBytes-100] + "b. b " + long, maxPartBytes - 97},
		{long[:maxPartBytes-100] + "b b" + long, maxPartBytes - 98},
		{long[:1000] + "\n\n" + long, maxPartBytes},
	} {
		if got := partEnd(c.text); got != c.want {
			t.Errorf("%d bytes, %.20q…: the part ends at %d, want %d", len(c.text), c.text, got, c.want)
		}
	}
}

func TestTooManyMentions(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	if _, err := testParser().Parse(t.Context(), Input{Text: "Morek", Spans: make([]Span, MaxMentions+1)}); !errors.Is(err, ErrTooMany) {
		t.Errorf("error %v", err)
	}
}
