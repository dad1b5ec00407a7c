// Package readtest parses annotated sentences and reads them up to one stage of the event
// reader, to test the next.
package readtest

import (
	"strings"
	"sync"
	"testing"
	"unicode"

	"dateline/gazetteer"
	"dateline/geoparse/event"
	"dateline/geoparse/event/actor"
	"dateline/geoparse/event/anaphor"
	"dateline/geoparse/event/attach"
	"dateline/geoparse/event/kind"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/mood"
	"dateline/geoparse/event/place"
	"dateline/geoparse/event/sentence"
	"dateline/geoparse/event/trigger"
)

var readLexicon = sync.OnceValues(lexicon.Read)

// Text parses annotated sentences: places are in [brackets], provinces in {braces}, countries in
// <angles>, states and peoples in |bars|.
func Text(marked string) event.Text {
	lex, err := readLexicon()
	if err != nil {
		panic(err) // the tables are embedded, and have tests of their own
	}
	var t event.Text
	var b strings.Builder
	open := map[rune]int{}
	closing := map[rune]event.Size{']': event.Town, '}': event.Province, '>': event.Country}
	opening := map[rune]rune{'[': ']', '{': '}', '<': '>'}
	bar := -1
	for _, r := range marked {
		switch size, closes := closing[r]; {
		case opening[r] != 0:
			open[opening[r]] = b.Len()
		case closes:
			t.Places = append(t.Places, event.Place{Range: event.Range{Start: open[r], End: b.Len()}, Size: size, Known: true})
		case r == '|' && bar < 0:
			bar = b.Len()
		case r == '|':
			t.Actors = append(t.Actors, event.Range{Start: bar, End: b.Len()})
			bar = -1
		default:
			b.WriteRune(r)
		}
	}
	t.Text = b.String()
	t.Tokens = tokensOf(t.Text, lex)
	t.Sentences = sentencesOf(t.Text)
	return t
}

// sentencesOf splits a text after each full stop.
func sentencesOf(text string) (sentences []event.Range) {
	start := 0
	for i, r := range text {
		if r == '.' && (i+1 == len(text) || text[i+1] == ' ') {
			sentences = append(sentences, event.Range{Start: start, End: i + 1})
			start = i + 1
		}
	}
	if start < len(text) {
		sentences = append(sentences, event.Range{Start: start, End: len(text)})
	}
	return sentences
}

func tokensOf(text string, lex *lexicon.Lexicon) []event.Token {
	var tokens []event.Token
	start := -1
	for i, r := range text + " " {
		word := unicode.IsLetter(r) || unicode.IsDigit(r)
		if word && start < 0 {
			start = i
		}
		if !word && start >= 0 {
			w := text[start:i]
			first := []rune(w)[0]
			word := lex.Word(gazetteer.FoldWord(w), unicode.Is(unicode.Arabic, first))
			tokens = append(tokens, event.Token{Range: event.Range{Start: start, End: i}, Word: &word, Upper: unicode.IsUpper(first)})
			start = -1
		}
	}
	return tokens
}

// Last returns the last sentence of an annotated text with places, actors, triggers and anaphors
// labelled, after reading the sentences before it.
func Last(t testing.TB, marked string) *sentence.Sentence {
	t.Helper()
	lex, err := readLexicon()
	if err != nil {
		t.Fatal(err)
	}
	text := Text(marked)
	run := sentence.NewReading(&text, lex)
	var s *sentence.Sentence
	for _, bounds := range text.Sentences {
		if s != nil {
			run.Remember(s, nil)
		}
		s = run.Next(bounds)
		place.Find(s, bounds)
		actor.Find(s, bounds)
		place.Bridge(s)
		trigger.Find(s)
		place.FindUnlisted(s)
		anaphor.Find(s)
	}
	if s == nil {
		t.Fatalf("%q has no sentence", marked)
	}
	return s
}

// Joined returns the triggers of a sentence with attached places, and their moods.
func Joined(s *sentence.Sentence) []sentence.Candidate {
	var joined []sentence.Candidate
	for i := range s.Triggers {
		c := sentence.Candidate{Trigger: s.Triggers[i], Index: i}
		c.Passive = s.IsPassive(&c.Trigger)
		if attach.Join(s, &c) {
			c.Mood = mood.Of(s, &c)
			joined = append(joined, c)
		}
	}
	return joined
}

// Reported returns those of them that report an event, with its type.
func Reported(s *sentence.Sentence) []sentence.Candidate {
	var told []sentence.Candidate
	for _, c := range Joined(s) {
		if t, ok := kind.Of(s, &c); ok {
			c.Kind = t
			told = append(told, c)
		}
	}
	return told
}
