// Package geoparsetest runs the stages of the geoparser up to one, with the built-in gazetteer
// and lexicon, to test the next.
package geoparsetest

import (
	"context"
	"sync"
	"testing"

	"dateline/gazetteer"
	"dateline/geoparse/classify"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/recognise"
	"dateline/geoparse/signal"
	"dateline/geoparse/token"
	"dateline/geoparse/toponym"
	"dateline/work"
)

var (
	readWords = sync.OnceValues(func() (*token.Vocabulary, error) {
		lex, err := lexicon.Read()
		if err != nil {
			return nil, err
		}
		g, err := readGazetteer()
		return token.NewVocabulary(token.Sources{Lexicon: lex, Gazetteer: g}), err
	})
	readGazetteer = sync.OnceValues(func() (*gazetteer.Gazetteer, error) { return gazetteer.Default() })
)

// Gazetteer returns the built-in gazetteer.
func Gazetteer(t testing.TB) *gazetteer.Gazetteer {
	t.Helper()
	g, err := readGazetteer()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// Text returns a tokenised text.
func Text(t testing.TB, source string) *token.Text {
	t.Helper()
	words, err := readWords()
	if err != nil {
		t.Fatal(err)
	}
	return token.NewText(token.Steps{Counter: work.New(context.Background())}, words, source, nil)
}

// Found returns a text without recognised names.
func Found(t testing.TB, source string) *toponym.Annotated {
	t.Helper()
	return &toponym.Annotated{Text: Text(t, source), Gaz: Gazetteer(t)}
}

// Recogniser returns a recogniser that has not run yet.
func Recogniser(t testing.TB, source string, off ...signal.Signal) *recognise.Recogniser {
	t.Helper()
	names := recognise.New(Found(t, source), off)
	names.Recase()
	names.CutLines()
	return names
}

// Classified returns a text with its names and their roles.
func Classified(t testing.TB, source string) *toponym.Annotated {
	t.Helper()
	names := Recogniser(t, source)
	names.Spot()
	classify.Roles(names.Annotated, nil, names.BeginsName)
	classify.Rivers(names.Annotated)
	names.LookUpBySound()
	return names.Annotated
}
