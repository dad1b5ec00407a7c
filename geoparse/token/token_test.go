package token

import (
	"context"
	"strings"
	"sync"
	"testing"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/work"
)

var testWords = sync.OnceValues(func() (*Vocabulary, error) {
	lex, err := lexicon.Read()
	if err != nil {
		return nil, err
	}
	g, err := gazetteer.New()
	return NewVocabulary(Sources{Lexicon: lex, Gazetteer: g}), err
})

// read reads a text as the parser does.
func read(t testing.TB, source string, skip ...Span) *Text {
	t.Helper()
	words, err := testWords()
	if err != nil {
		t.Fatal(err)
	}
	text := NewText(Steps{Counter: work.New(context.Background())}, words, source, skip)
	text.CutLines()
	return text
}

// folds joins the folded words of tokens by bars.
func folds(tokens []Token) string {
	words := make([]string, len(tokens))
	for i := range tokens {
		words[i] = tokens[i].Fold
	}
	return strings.Join(words, "|")
}

func TestTokenize(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"plain", "Shells hit Morek.", "shells|hit|morek"},
		{"hyphens part", "Deir-Hafer fell", "deir|hafer|fell"},
		{"apostrophe inside", "Ra's al-Ayn", "ras|al|ayn"},
		{"possessive", "Syria's north", "syria|north"},
		{"typographic possessive", "Hama’s north", "hama|north"},
		{"possessive of plural stays a word", "the rebels' camp", "the|rebels|camp"},
		{"contraction", "They'll go", "they|go"},
		{"short word keeps its s", "Ba's went", "bas|went"},
		{"capitals lose theirs", "US's aid", "us|aid"},
		{"initials", "the U.S. army", "the|us|army"},
		{"one letter is no abbreviation", "plan B. Then", "plan|b|then"},
		{"decimal point", "2.5 km", "25|km"},
		{"thousands", "1,200 men", "1,200|men"},
		{"comma of a list", "3, 4 and 5", "3|4|and|5"},
		{"stop after a number", "in 2019. He", "in|2019|he"},
		{"unit on its number", "35km away", "35km|away"},
		{"arabic", "قصف على مورك", "قصف|علي|مورك"},
		{"marks of vowels fold", "مُورِك", "مورك"},
		{"accents fold", "Kafr Nābūdah", "kafr|nabudah"},
		{"web address", "see https://example.org/Hama now", "see|now"},
		{"address without scheme", "at example.org/Hama/x today", "at|today"},
		{"mail address", "write to homs@example.org today", "write|to|today"},
		{"handle", "by @idlib_news today", "by|today"},
		{"hashtag", "#Hama is calm", "hama|is|calm"},
		{"nothing", " … – ", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := folds(read(t, tt.text).Tokens); got != tt.want {
				t.Errorf("%q: %s, want %s", tt.text, got, tt.want)
			}
		})
	}
}

func TestShapes(t *testing.T) {
	for word, want := range map[string]Shape{
		"hama": Lower, "Hama": Capital, "HAMA": Caps, "H": Capital, "M5": Caps, "2019": Number, "٢٠": Number,
		"حماة": Arabic, "北京": Other, "éa": Lower, "Éa": Capital, "McCoy": Capital,
	} {
		if got := ShapeOf(word); got != want {
			t.Errorf("ShapeOf(%q) = %d, want %d", word, got, want)
		}
	}
	for shape, want := range map[Shape][2]bool{
		Lower: {false, false}, Capital: {true, true}, Caps: {true, true}, Arabic: {false, true}, Number: {false, false}, Other: {false, false},
	} {
		if shape.UpperCase() != want[0] || shape.CanBeName() != want[1] {
			t.Errorf("shape %d: upper case %v, name %v, want %v", shape, shape.UpperCase(), shape.CanBeName(), want)
		}
	}
}

func TestTanweenIsNoName(t *testing.T) {
	for word, want := range map[string]Shape{"حلبًا": Other, "حلبا": Arabic} {
		if tokens := read(t, word).Tokens; len(tokens) != 1 || tokens[0].Shape != want {
			t.Errorf("%s: %+v, want shape %d", word, tokens, want)
		}
	}
}

// TestOffsets: offsets in bytes slice the text, those in code points count it.
func TestOffsets(t *testing.T) {
	text := "Ḥamāh’s gate, حماة and Idlib"
	for _, token := range read(t, text).Tokens {
		if got := text[token.Start:token.End]; got != token.Text {
			t.Errorf("%q stands at the bytes of %q", got, token.Text)
		}
		if got := string([]rune(text)[token.RuneStart:token.RuneEnd]); got != token.Text {
			t.Errorf("%q stands at the code points of %q", got, token.Text)
		}
	}
}

func TestNewSentence(t *testing.T) {
	for text, want := range map[string]string{
		"They left. Homs fell":        "they|homs",
		"They left, Homs fell":        "they",
		"He said: Homs fell":          "he|homs",
		"He said “Homs fell”":         "he|homs",
		"They left\nHoms fell":        "they|homs",
		"Who left? Homs fell! Really": "who|homs|really",
		"سقطت حمص؟ نعم":               "سقطت|نعم",
	} {
		var first []Token
		for _, token := range read(t, text).Tokens {
			if token.NewSentence {
				first = append(first, token)
			}
		}
		if got := folds(first); got != want {
			t.Errorf("%q: sentences begin with %s, want %s", text, got, want)
		}
	}
}

func TestSkippedWordsAreLeftOut(t *testing.T) {
	for _, tt := range []struct {
		skip []Span
		want string
	}{
		{nil, "by|ali|in|hama|today"},
		{[]Span{{0, 6}}, "in|hama|today"},
		{[]Span{{0, 2}, {10, 14}}, "ali|in|today"},
		{[]Span{{4, 5}}, "by|in|hama|today"},     // a part of a word skips all of it
		{[]Span{{2, 3}}, "by|ali|in|hama|today"}, // a blank skips no word
		{[]Span{{2, 4}}, "by|in|hama|today"},
		{[]Span{{0, 3}, {6, 10}}, "ali|hama|today"},
		{[]Span{{0, 99}}, ""},
	} {
		if got := folds(read(t, "By Ali in Hama today", tt.skip...).Tokens); got != tt.want {
			t.Errorf("without %v: %s, want %s", tt.skip, got, tt.want)
		}
	}
}

func TestPossessiveIsKept(t *testing.T) {
	tokens := read(t, "Queen Anne's County").Tokens
	if full := tokens[1].Full; full != "annes" || tokens[1].FullEnd != len("Queen Anne's") || tokens[0].Full != "" {
		t.Errorf("%+v", tokens[:2])
	}
}

// TestArabicBase: a word of the lexicon is recognised after an attached prefix.
func TestArabicBase(t *testing.T) {
	for word, want := range map[string]string{
		"قرية": "قريه", "بقرية": "قريه", "وبقرية": "قريه", "والقرية": "قريه", "وفي": "في", "مورك": "مورك", "ومورك": "ومورك",
	} {
		text := read(t, word)
		if got := text.Tokens[0].Base; got != want {
			t.Errorf("%s: base %s, want %s", word, got, want)
		}
		if known := text.Words[0] != 0; known != (want == "قريه" || want == "في") {
			t.Errorf("%s is in the lexicon: %v", word, known)
		}
	}
}

// TestArabicHamza: a word that is only written with another hamza is not one of the lexicon.
func TestArabicHamza(t *testing.T) {
	for word, isKnown := range map[string]bool{"أب": true, "آب": true, "اب": true, "إب": false, "إن": true} {
		if text := read(t, word); (text.Words[0] != 0) != isKnown {
			t.Errorf("%s is in the lexicon: %v", word, !isKnown)
		}
	}
}

func TestLowered(t *testing.T) {
	text := read(t, "Battle raged. A battle for Hama, Battle said.")
	if !text.IsLowered("battle") || text.IsLowered("hama") {
		t.Errorf("small letters: battle %v, hama %v", text.IsLowered("battle"), text.IsLowered("hama"))
	}
	text = read(t, "the battle of hama, by hama")
	text.Capitalise(3)
	if !text.IsLowered("battle") || text.IsLowered("hama") || text.Tokens[3].Shape != Capital {
		t.Errorf("small letters but of a name: battle %v, hama %v", text.IsLowered("battle"), text.IsLowered("hama"))
	}
}

func TestTokenAtAndFrom(t *testing.T) {
	text := read(t, "In Hama now") // bytes 0-2, 3-7, 8-11
	for _, tt := range []struct{ at, tokenAt, tokenFrom int }{
		{0, 0, 0}, {1, 0, 1}, {2, 1, 1}, {3, 1, 1}, {6, 1, 2}, {7, 2, 2}, {8, 2, 2}, {11, 3, 3},
	} {
		if got := text.TokenAt(tt.at); got != tt.tokenAt {
			t.Errorf("TokenAt(%d) = %d, want %d", tt.at, got, tt.tokenAt)
		}
		if got := text.TokenFrom(tt.at); got != tt.tokenFrom {
			t.Errorf("TokenFrom(%d) = %d, want %d", tt.at, got, tt.tokenFrom)
		}
	}
}

func TestRuneSpan(t *testing.T) {
	source := "‘Ārak و حماة…"
	text := read(t, source)
	for start := range source {
		for end := range source {
			if end < start {
				continue
			}
			want := Span{len([]rune(source[:start])), len([]rune(source[:end]))}
			if got := text.RuneSpan(start, end); got != want {
				t.Errorf("bytes %d to %d are %v, want %v", start, end, got, want)
			}
		}
	}
}
