package token

import (
	"strings"
	"unicode/utf8"

	"dateline/gazetteer"
	"dateline/geoparse/lexicon"
	"dateline/recent"
)

// Word is what is known of a word as it is written, wherever it stands.
type Word struct {
	Fold string // gazetteer.FoldWord of it, without a possessive 's
	Base string // fold, for Arabic words of the lexicon without prefixes
	Full string // folded with its possessive 's, where it has one

	Position bool // coordinates follow it

	shape        Shape
	bytes, runes int         // without a possessive 's
	set          lexicon.Set // what the lexicon says of it
}

// Vocabulary knows the words of texts by a lexicon. It remembers those that it was asked
// for last, as texts use few words most of the time, and is safe for concurrent use.
type Vocabulary struct {
	lex   *lexicon.Lexicon
	words *recent.Answers[Word]
}

// keptWords is how many words are remembered.
const keptWords = 16384

// NewVocabulary returns a Vocabulary of a lexicon.
func NewVocabulary(lex *lexicon.Lexicon) *Vocabulary {
	v := &Vocabulary{lex: lex}
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
	w.bytes, w.runes = len(bare), utf8.RuneCountInString(bare)
	w.shape = ShapeOf(bare)
	if w.shape == Arabic && strings.HasSuffix(bare, "\u064b") || strings.HasSuffix(bare, "\u064bا") {
		w.shape = Other // an accusative with tanween: an adverb or adjective, no name
	}
	w.Fold = gazetteer.FoldWord(strings.ReplaceAll(bare, ".", ""))
	w.Base, w.set = w.Fold, v.lex.Words[w.Fold]
	if w.shape == Arabic {
		w.Base, w.set = v.withoutPrefixes(bare, w.Fold)
	}
	w.Position = v.lex.Position[w.Base]
	return w
}

// withoutPrefixes looks an Arabic word up in the lexicon, also without its prefixes.
func (v *Vocabulary) withoutPrefixes(word, fold string) (base string, set lexicon.Set) {
	if rest := WithoutAnd(word); rest != word {
		base = gazetteer.FoldWord(rest) // وفي, ومن: too short for a prefix otherwise
		if set = v.lex.Words[base]; set&(lexicon.Stop|lexicon.Preposition) != 0 {
			return base, set
		}
	}
	if v.lex.Knows(fold) {
		return fold, v.lex.Words[fold]
	}
	for _, skip := range Clitics(word) {
		if base := gazetteer.FoldWord(word[skip:]); v.lex.Knows(base) {
			return base, v.lex.Words[base]
		}
	}
	return fold, v.lex.Words[fold]
}
