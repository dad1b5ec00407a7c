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

// Token is a word.
type Token struct {
	Range
	Fold   string // gazetteer.FoldWord of it
	Upper  bool   // it begins with a capital
	Arabic bool   // it is in Arabic script
}

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
