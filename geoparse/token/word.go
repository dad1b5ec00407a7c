package token

import (
	"strings"
	"unicode/utf8"

	"dateline/gazetteer"
	"dateline/geoparse/event"
	"dateline/geoparse/lexicon"
	"dateline/recent"
)

// Word is what is known of a word as it is written, wherever it stands.
//
// What a text is cut by stands first, so that it lies beside what the word is found by.
type Word struct {
	bytes, runes uint32      // without a possessive 's
	set          lexicon.Set // what the lexicon says of it
	shape        Shape

	Use      lexicon.Use          // the lists of its grammar
	Position bool                 // coordinates follow it
	IsPeople bool                 // there is a country whose people or adjective it is
	People   gazetteer.Ref        // that country
	Fold     string               // gazetteer.FoldWord of it, without a possessive 's
	Begins   *gazetteer.FirstWord // the names of the gazetteer that begin with it; nil where it can begin none
	Event    event.Word           // what it tells of events
	Base     string               // Fold, for Arabic words of the lexicon without prefixes
	Full     string               // folded with its possessive 's, where it has one
}

// Sources are what a Vocabulary knows words by.
type Sources struct {
	Lexicon   *lexicon.Lexicon
	Gazetteer *gazetteer.Gazetteer
	Events    func(fold string, arabic bool) event.Word // nil where no events are read
}

// Vocabulary knows the words of texts by its sources. It remembers those that it was asked
// for last, as texts use few words most of the time, and is safe for concurrent use.
type Vocabulary struct {
	Sources
	words *recent.Answers[Word]
}

// keptWords is how many words are remembered.
const keptWords = 32768

// NewVocabulary returns a Vocabulary of sources.
func NewVocabulary(from Sources) *Vocabulary {
	v := &Vocabulary{Sources: from}
	v.words = recent.New(keptWords, v.read)
	return v
}

// read reads a word: leaves out a possessive or a contracted verb, but keeps the form
// with it for names like Queen Anne's County.
func (v *Vocabulary) read(written string) Word {
	var w Word
	bare := withoutSuffix(written)
	if bare != written {
		w.Full = gazetteer.FoldWord(written)
	}
	w.bytes, w.runes = uint32(len(bare)), uint32(utf8.RuneCountInString(bare))
	w.shape = ShapeOf(bare)
	if w.shape == Arabic && strings.HasSuffix(bare, "\u064b") || strings.HasSuffix(bare, "\u064bا") {
		w.shape = Other // an accusative with tanween: an adverb or adjective, no name
	}
	w.Fold = gazetteer.FoldWord(strings.ReplaceAll(bare, ".", ""))
	w.Base, w.set = w.Fold, v.Lexicon.Words[w.Fold]
	if w.shape == Arabic {
		if w.Base, w.set = v.withoutPrefixes(bare, w.Fold); w.set&(lexicon.Stop|lexicon.Preposition) == 0 && v.Lexicon.IsOther(bare, w.Base) {
			w.set = 0
		}
	}
	w.Position, w.Use = v.Lexicon.Position[w.Base], v.Lexicon.UseOf(w.Fold, w.Base)
	if w.shape.CanBeName() {
		w.Begins = v.Gazetteer.FirstWord(w.Fold)
	}
	w.People, w.IsPeople = v.people(bare, &w)
	if v.Events != nil {
		w.Event = v.Events(w.Fold, w.shape == Arabic)
	}
	return w
}

// people returns the country whose people or adjective a word is. Of Arabic adjectives
// any gender and number will do.
func (v *Vocabulary) people(word string, w *Word) (gazetteer.Ref, bool) {
	if w.shape != Arabic {
		return v.Gazetteer.Demonym(w.Fold)
	}
	for _, skip := range append([]int{0}, Clitics(word)...) {
		fold := gazetteer.FoldWord(word[skip:])
		for _, ending := range [...]string{"", "ه", "ون", "ين", "ان", "ات", "تين"} {
			if stem, ok := strings.CutSuffix(fold, ending); ok {
				if r, ok := v.Gazetteer.Demonym(stem); ok {
					return r, true
				}
			}
		}
	}
	return 0, false
}

// withoutPrefixes looks an Arabic word up in the lexicon, also without its prefixes.
func (v *Vocabulary) withoutPrefixes(word, fold string) (base string, set lexicon.Set) {
	if rest := WithoutAnd(word); rest != word {
		base = gazetteer.FoldWord(rest) // وفي, ومن: too short for a prefix otherwise
		if set = v.Lexicon.Words[base]; set&(lexicon.Stop|lexicon.Preposition) != 0 {
			return base, set
		}
	}
	if v.Lexicon.Knows(fold) {
		return fold, v.Lexicon.Words[fold]
	}
	for _, skip := range Clitics(word) {
		if base := gazetteer.FoldWord(word[skip:]); v.Lexicon.Knows(base) {
			return base, v.Lexicon.Words[base]
		}
	}
	return fold, v.Lexicon.Words[fold]
}
