package lexicon_test

import (
	"strings"
	"testing"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/token"
)

// TestEveryWordIsReachable tokenizes all words of the tables as a text is tokenized.
func TestEveryWordIsReachable(t *testing.T) {
	lex, err := lexicon.Read()
	if err != nil {
		t.Fatal(err)
	}
	g, err := gazetteer.New()
	if err != nil {
		t.Fatal(err)
	}
	words := token.NewVocabulary(token.Sources{Lexicon: lex, Gazetteer: g})
	files, err := lexicon.Files.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		text, err := lexicon.Files.ReadFile(f.Name())
		if err != nil {
			t.Fatal(err)
		}
		for number, word := range wordsOf(string(text)) {
			tokens := words.Tokenize(word)
			if len(tokens) != 1 || tokens[0].Fold != gazetteer.FoldWord(word) {
				t.Errorf("%s, line %d: no token of a text reads as %q", f.Name(), number, word)
			}
		}
	}
}

// wordsOf yields the words of a table with the numbers of their lines.
func wordsOf(text string) func(yield func(int, string) bool) {
	return func(yield func(int, string) bool) {
		section := ""
		for n, line := range strings.Split(text, "\n") {
			line = strings.TrimSpace(line)
			if name, isHeader := lexicon.SectionOf(line); isHeader {
				section = name
				continue
			}
			if line == "" || line[0] == '#' {
				continue
			}
			words := strings.Fields(line)
			switch {
			case section == "organisation":
				words = gazetteer.Words(line)
			case !lexicon.IsList(section):
				words = words[:1]
			}
			for _, word := range words {
				if !yield(n+1, word) {
					return
				}
			}
		}
	}
}
