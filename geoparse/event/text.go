package event

// Text is what reports are read from. Ranges are bytes of Text.
type Text struct {
	Text      string
	Tokens    []Token   // its words, in order
	Sentences []Range   // in order
	Places    []Place   // in order; none overlaps another
	Actors    []Range   // names of states, peoples and organisations, in order
	Topic     int       // 1 + the index in Places of the town that the text is about; 0 for none
	Nameless  bool      // it names no town, and may be about one all the same
	Step      func(int) // is called with the number of steps taken; may be nil
}

// Token is a word where it stands.
type Token struct {
	Range
	*Word
	Upper bool // it begins with a capital
}

// Word is what is known of a word wherever it stands, so that it need be found out only
// once (lexicon.Lexicon.Word).
type Word struct {
	Fold   string // gazetteer.FoldWord of it
	Base   string // Fold, of an Arabic word without the prefix that hides it from the lexicon
	Arabic bool   // it is in Arabic script
	Set    Set    // of Base
	Terms  TermSet

	Triggers uint16 // which list of package lexicon has the triggers that begin with Base; 0 for none
}

// Set is a set of what the lexicon says that words are, which package lexicon names.
type Set uint64

// Term is a list of words that decide one thing in one place, as they stand (not their
// base); package lexicon names them.
type Term uint8

// TermSet is a set of Terms.
type TermSet [3]uint64

// Has reports whether a term is in the set.
func (s *TermSet) Has(t Term) bool { return s[t/64]>>(t%64)&1 != 0 }

// Add puts a term into the set.
func (s *TermSet) Add(t Term) { s[t/64] |= 1 << (t % 64) }

// Place is a name or an expression for where something is.
type Place struct {
	Range
	Site  bool // it is a base, a crossing, a river: no town or village
	Size  Size
	ID    string // the same for names of the same place; empty where it is not known
	Known bool   // a gazetteer holds it, or it was drawn
}

// Size says how large a place is, to tell a town from what it lies in.
type Size uint8

// Sizes of places, from the smallest.
const (
	Town     Size = iota // towns, sites, and lines through them
	District             // districts, and parts of governorates
	Province             // governorates and regions
	Country
)
