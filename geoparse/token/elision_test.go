package token

import (
	"context"
	"testing"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/work"
)

// TestElisions: what French and Turkish attach to a name by an apostrophe is not part of it.
func TestElisions(t *testing.T) {
	lex, err := lexicon.Read()
	if err != nil {
		t.Fatal(err)
	}
	g, err := gazetteer.NewStore(t.TempDir()).Gazetteer()
	if err != nil {
		t.Fatal(err)
	}
	words := NewVocabulary(Sources{Lexicon: lex, Gazetteer: g})
	for _, tt := range []struct{ name, text, want string }{
		{"a French elision", "la ville d'Idlib et l’Arménie", "la|ville|d|idlib|et|l|armenie"},
		{"none within a name", "Côte d'Ivoire, L'Aquila", "cote|divoire|laquila"},
		{"nor before a word that is no name", "raison d'être, d'Zalqatun", "raison|detre|dzalqatun"},
		{"a Turkish ending", "Ankara'da, Halep’te, İstanbul'a", "ankara|halep|istanbul"},
		{"none of an Arabic name", "Sana'a, Shari'a, Ra'in", "sanaa|sharia|rain"},
		{"nor of what is no name", "zalqat'da, Zalqat'da, Ankara'zda", "zalqatda|zalqatda|ankarazda"},
	} {
		text := NewText(Steps{Counter: work.New(context.Background())}, words, tt.text, nil)
		if got := folds(text.Tokens); got != tt.want {
			t.Errorf("%s: %q: %s, want %s", tt.name, tt.text, got, tt.want)
		}
	}
}
