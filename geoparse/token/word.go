package token

import (
	"strings"
	"unicode/utf8"

	"dateline/gazetteer"
	"dateline/geoparse/event"
	"dateline/geoparse/lexicon"
	"dateline/recent"
)

// Word is what is known of a word by itself, independent of its position.
//
// The fields used in tokenizing come first, next to those used in recognition.
type Word struct {
	set          lexicon.Set // its classes in the lexicon
	bytes, runes uint32      // lengths without a possessive 's
	shape        Shape

	Use      lexicon.Use          // the grammar lists that contain it
	Position bool                 // a word before coordinates
	IsPeople bool                 // it is a demonym or its adjective
	People   gazetteer.Ref        // that country
	Fold     string               // gazetteer.FoldWord of it, without a possessive 's
	Begins   *gazetteer.FirstWord // names in the gazetteer that begin with it; nil if none can
	Event    event.Word           // its role in reports of events
	Base     string               // Fold; for Arabic words of the lexicon, without proclitics
	Full     string               // folded with its possessive 's, if it has one

	Bearing, Region, Route string         // what Base means in the lexicon's tables of these
	bearing                string         // Bearing; for Arabic words that have none, without و or ف
	Organisations          [][]string     // names that begin with Base, without it
	Homes                  []lexicon.Home // of the groups whose names begin with it
}

// Sources are the tables in which a Vocabulary looks up words.
type Sources struct {
	Lexicon   *lexicon.Lexicon
	Gazetteer *gazetteer.Gazetteer
	Events    func(fold string, arabic bool) event.Word // nil if events are not read
}

// Vocabulary looks up words, caching recent ones, as texts repeat few words. It is safe for
// concurrent use.
type Vocabulary struct {
	Sources
	words *recent.Memo[Word]
}

// maxWords is how many words are cached.
const maxWords = 32768

// NewVocabulary returns an empty Vocabulary.
func NewVocabulary(from Sources) *Vocabulary {
	v := &Vocabulary{Sources: from}
	v.words = recent.NewMemo(maxWords, v.read)
	return v
}

// read looks up a word without its possessive or contracted verb, but keeps the full form for
// names such as Queen Anne's County.
func (v *Vocabulary) read(written string) Word {
	var w Word
	bare := withoutSuffix(written)
	if bare != written {
		w.Full = gazetteer.FoldWord(written)
	} else {
		bare = v.withoutEnding(written)
	}
	w.bytes, w.runes = uint32(len(bare)), uint32(utf8.RuneCountInString(bare))
	w.shape = ShapeOf(bare)
	if w.shape == Arabic && strings.HasSuffix(bare, "\u064b") || strings.HasSuffix(bare, "\u064bا") {
		w.shape = Other // an accusative with tanween: an adverb or adjective, not a name
	}
	w.Fold = gazetteer.FoldWord(strings.ReplaceAll(bare, ".", ""))
	w.Base, w.set = w.Fold, v.Lexicon.Words[w.Fold]
	if w.shape == Arabic {
		if w.Base, w.set = v.withoutPrefixes(bare, w.Fold); w.set&(lexicon.Stop|lexicon.Preposition) == 0 && v.Lexicon.IsOther(bare, w.Base) {
			w.set = 0
		}
	}
	w.Position, w.Use = v.Lexicon.Position[w.Base], v.Lexicon.UseOf(w.Fold, w.Base)
	w.Bearing, w.Region, w.Route = v.Lexicon.Bearings[w.Base], v.Lexicon.Regions[w.Base], v.Lexicon.Routes[w.Base]
	if w.bearing = w.Bearing; w.bearing == "" && w.shape == Arabic {
		w.bearing = v.Lexicon.Bearings[gazetteer.FoldWord(WithoutAnd(bare))]
	}
	w.Organisations = v.Lexicon.Organisations[w.Base]
	if w.Homes = v.Lexicon.Homes[w.Base]; w.Homes == nil && w.shape == Arabic {
		w.Homes = v.Lexicon.Homes[gazetteer.FoldWord(WithoutAnd(bare))]
	}
	if w.shape.CanBeName() {
		w.Begins = v.Gazetteer.FirstWord(w.Fold)
	}
	w.People, w.IsPeople = v.people(bare, &w)
	if v.Events != nil {
		w.Event = v.Events(w.Fold, w.shape == Arabic)
	}
	return w
}

// people returns the country of which a word is the demonym or adjective. Arabic adjectives may
// have any gender and number.
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

// withoutPrefixes looks up an Arabic word in the lexicon, if necessary without its proclitics.
func (v *Vocabulary) withoutPrefixes(word, fold string) (base string, set lexicon.Set) {
	if rest := BehindHamza(word); rest != "" {
		base = gazetteer.FoldWord(rest)
		return base, v.Lexicon.Words[base]
	}
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
