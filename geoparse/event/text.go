package event

// Text is the input of the event reader. Ranges are bytes of Text.
type Text struct {
	Text        string
	Tokens      []Token   // its words, in order
	Sentences   []Range   // in order
	Places      []Place   // in order, without overlaps
	Actors      []Range   // names of states, peoples and organisations, in order
	Topic       int       // 1 + the index in Places of the town that the text is about; 0 if none
	NamesNoTown bool      // it names no town, though it may be about one
	Step        func(int) // called with the number of steps taken; may be nil
}

// Spend counts steps taken.
func (t *Text) Spend(steps int) {
	if t.Step != nil {
		t.Step(steps)
	}
}

// Token is a word at its position.
type Token struct {
	Range
	*Word
	Upper bool // capitalised
}

// Word is the lexicon's entry for a word, independent of its position (lexicon.Lexicon.Word).
type Word struct {
	Fold     string // gazetteer.FoldWord of it
	Base     string // Fold; of Arabic words, without an attached prefix (و, ب) if the lexicon has only the rest
	Set      Set    // of Base
	Triggers uint16 // index of package lexicon's list of triggers that begin with Base; 0 if none
	Arabic   bool   // it is in Arabic script
	InPhrase bool   // a trigger of several words has it after the first
	Terms    TermSet
}

// Set is a set of word classes, defined by package lexicon.
type Set uint64

// Term is a list of word forms with one purpose, defined by package lexicon.
type Term uint8

// TermSet is a set of Terms.
type TermSet [3]uint64

// Has reports whether a term is in the set.
func (s *TermSet) Has(t Term) bool { return s[t/64]>>(t%64)&1 != 0 }

// Add adds a term to the set.
func (s *TermSet) Add(t Term) { s[t/64] |= 1 << (t % 64) }

// Place is a name or expression for a location.
type Place struct {
	Range
	Site  bool // a base, crossing or river rather than a town or village
	Size  Size
	ID    string // equal for names of the same place; empty if unknown
	Known bool   // in the gazetteer, or drawn
}

// Size is the size of a place, which distinguishes a town from the divisions that contain it.
type Size uint8

// Sizes, from the smallest.
const (
	Town     Size = iota // towns, sites, and lines through them
	District             // districts, and parts of governorates
	Province             // governorates and regions
	Country
)
