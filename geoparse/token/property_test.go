package token

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// pieces make up random texts: words, marks and breaks that the rules of this package look at.
var pieces = []string{
	"Hama", "homs", "KHAN", "U.S.", "Dr.", "Kafr", "al-", "Ra's", "’s", "12", "1,200", "2.5", "½", "٣٤", "km", "حماة", "والرقة", "حمـص", "حِمص", "北京",
	" ", " ", " ", " ", "  ", "\u00a0", "\t", "\n", "\r\n", "\n\n", ".", ". ", "? ", "؟ ", "...", ",", "، ", ";", "-", "–", "'", "‘", "”", "(", ")", "#", "_", "@",
	"x@y.org", "www.example.org/a", "\u00ad", "\u200f", "\xff",
}

// randomTexts returns texts of up to 60 pieces, the same in every run.
func randomTexts(n int) []string {
	random := rand.New(rand.NewPCG(1, 2))
	texts := []string{"", "."}
	for len(texts) < n {
		var b strings.Builder
		for range 1 + random.IntN(60) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		texts = append(texts, b.String())
	}
	return texts
}

// TestTokensLieInTheirText: tokens are disjoint, in order, and have correct offsets in bytes and in
// code points.
func TestTokensLieInTheirText(t *testing.T) {
	tokens := 0
	for _, source := range randomTexts(400) {
		text := read(t, source)
		if len(text.Source) != len(source) {
			t.Fatalf("%q: unwrapped it has %d bytes", source, len(text.Source))
		}
		end := 0
		for i := range text.Tokens {
			word := &text.Tokens[i]
			tokens++
			switch {
			case word.Start < end || word.End <= word.Start || word.FullEnd < word.End && word.Full != "":
				t.Fatalf("%q: token %d stands at %d to %d behind %d", source, i, word.Start, word.End, end)
			case text.Source[word.Start:word.End] != word.Text:
				t.Fatalf("%q: token %d is %q at the bytes of %q", source, i, word.Text, text.Source[word.Start:word.End])
			case utf8.RuneCountInString(text.Source[:word.Start]) != word.RuneStart, utf8.RuneCountInString(text.Source[:word.End]) != word.RuneEnd:
				t.Fatalf("%q: token %d stands at code points %d to %d", source, i, word.RuneStart, word.RuneEnd)
			}
			end = word.End
		}
	}
	if tokens < 1000 {
		t.Errorf("%d tokens show little", tokens)
	}
}

// TestSentencesCoverTheText: sentences are in order, with only blanks between.
func TestSentencesCoverTheText(t *testing.T) {
	for _, source := range randomTexts(400) {
		text := read(t, source)
		end := 0
		for i, s := range text.Sentences {
			if s.Start < end || s.End <= s.Start || strings.TrimSpace(text.Source[end:s.Start]) != "" {
				t.Fatalf("%q: sentence %d stands at %d to %d behind %d", source, i, s.Start, s.End, end)
			}
			if first, _ := utf8.DecodeRuneInString(text.Source[s.Start:]); unicode.IsSpace(first) {
				t.Fatalf("%q: sentence %d begins with a blank", source, i)
			}
			if s.Span != (Span{utf8.RuneCountInString(text.Source[:s.Start]), utf8.RuneCountInString(text.Source[:s.End])}) {
				t.Fatalf("%q: sentence %d stands at code points %v", source, i, s.Span)
			}
			end = s.End
		}
		if strings.TrimSpace(text.Source[end:]) != "" {
			t.Fatalf("%q: no sentence has %q", source, text.Source[end:])
		}
	}
}

// TestSearches compares the binary searches with a scan of all tokens and sentences.
func TestSearches(t *testing.T) {
	for _, source := range randomTexts(80) {
		text := read(t, source)
		for at := 0; at <= len(text.Source); at++ {
			endsAfter := func(w Token) bool { return w.End > at }
			beginsFrom := func(w Token) bool { return w.Start >= at }
			if got, want := text.TokenAt(at), firstOf(text.Tokens, endsAfter); got != want {
				t.Fatalf("%q: TokenAt(%d) = %d, want %d", source, at, got, want)
			}
			if got, want := text.TokenFrom(at), firstOf(text.Tokens, beginsFrom); got != want {
				t.Fatalf("%q: TokenFrom(%d) = %d, want %d", source, at, got, want)
			}
			in := firstOf(text.Sentences, func(s Range) bool { return s.End > at })
			if got := text.SentenceIndex(at); got != in {
				t.Fatalf("%q: byte %d lies in sentence %d, want %d", source, at, got, in)
			}
		}
		for i := range text.Tokens {
			line := text.lineOf(i)
			if i < line.first || i >= line.after {
				t.Fatalf("%q: token %d in a line of %d to %d", source, i, line.first, line.after)
			}
		}
	}
}

// firstOf is slices.IndexFunc, returning the length for none.
func firstOf[T any](list []T, is func(T) bool) int {
	if i := slices.IndexFunc(list, is); i >= 0 {
		return i
	}
	return len(list)
}

// TestGapsAreSpacedOnce: normalising a gap again does not change it, and it has no run of white
// space but a paragraph break.
func TestGapsAreSpacedOnce(t *testing.T) {
	for _, source := range randomTexts(400) {
		text := read(t, source)
		for i := 0; i+1 < len(text.Tokens); i++ {
			gap := text.Gap(i)
			if again := singleSpaced(visible(gap)); again != gap {
				t.Fatalf("%q: the gap %q is %q when read again", source, gap, again)
			}
			if strings.Contains(gap, "  ") || strings.Contains(gap, "\n\n\n") || strings.ContainsAny(gap, "\t\u00ad") {
				t.Fatalf("%q: gap %q", source, gap)
			}
			if text.IsHyphen(i) && text.Tokens[i].Full == "" && !text.Joins(i) && gap != "-`" {
				t.Fatalf("%q: the hyphen of %q joins nothing", source, gap)
			}
			if text.BlankBefore(i+1) && text.Breaks(i) {
				t.Fatalf("%q: the blank %q breaks", source, gap)
			}
		}
	}
}

// TestUnwrappingChangesBreaksOnly: only line breaks are replaced, by blanks, and doing so again
// changes nothing.
func TestUnwrappingChangesBreaksOnly(t *testing.T) {
	changed := 0
	for _, source := range randomTexts(400) {
		wide := strings.ReplaceAll(source, "\n\n", strings.Repeat(" homs", 12)+"\n")
		got := Unwrapped(wide)
		if len(got) != len(wide) {
			t.Fatalf("%q has %d bytes, unwrapped %d", wide, len(wide), len(got))
		}
		for i := range len(wide) {
			if wide[i] == got[i] {
				continue
			}
			if changed++; wide[i] != '\n' || got[i] != ' ' {
				t.Fatalf("%q: byte %d is %q, unwrapped %q", wide, i, wide[i], got[i])
			}
		}
	}
	if changed == 0 {
		t.Error("no line was unwrapped")
	}
}

// TestCliticsLeaveAWord: only prefixes are cut off, and at least three letters remain.
func TestCliticsLeaveAWord(t *testing.T) {
	letters := []rune("وفبلكـالحمصرقة")
	random := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		word := make([]rune, 1+random.IntN(8))
		for i := range word {
			word[i] = letters[random.IntN(len(letters))]
		}
		last := 0
		for _, cut := range Clitics(string(word)) {
			if cut <= last || strings.Trim(string(word)[:cut], "وفبلكـ") != "" {
				t.Fatalf("%s is cut at byte %d behind %d", string(word), cut, last)
			}
			last = cut
		}
	}
}
