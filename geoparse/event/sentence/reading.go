package sentence

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
)

// Unnamed is the place of a Spot that the text is about without naming it.
const Unnamed = -1

// Reading is the state of reading a text; it knows the sentences before.
type Reading struct {
	*event.Text
	Lex       *lexicon.Lexicon
	NextToken int                    // the next that no sentence has had
	NextPlace int                    // likewise
	NextActor int                    // likewise
	words     []Word                 // those of a Sentence, until the next
	seen      map[string]int         // how often each sentence stood so far
	TakenBy   map[string]event.Range // who was last said to take a place, by its ID
	Recent    [][]event.Spot         // groups of places of the sentences before, the latest last
	Strike    event.Type             // with what the sentence before struck, empty for nothing
	since     int                    // sentences since then
	Agent     event.Range            // who did the last that was told
	Town      bool                   // one has been named
	UnnamedAt event.Range            // where the town was last referred to that the text doesn't name
}

// MaxRecent is how many groups of places are kept to be referred to.
const MaxRecent = 6

// NewReading returns the state before the first sentence of a text.
func NewReading(t *event.Text, lex *lexicon.Lexicon) *Reading {
	return &Reading{Text: t, Lex: lex, seen: make(map[string]int, len(t.Sentences)), TakenBy: map[string]event.Range{}}
}

// maxRepeats is how often a sentence is read: once as a headline and once in the
// body. What stands more often is a caption or an advertisement.
const maxRepeats = 2

// IsRepeated counts a sentence, and reports whether it stood too often before.
func (r *Reading) IsRepeated(bounds event.Range) bool {
	sentence, known := bounds.Of(r.Text.Text), len(r.seen)
	r.seen[sentence]++
	return len(r.seen) == known && r.seen[sentence] > maxRepeats // most are new
}

// Remember keeps the places of a sentence, for the next may say "the town", and how
// they were struck, for it may say "the raid".
func (r *Reading) Remember(s *Sentence, reports []event.Report) {
	for i := range s.Groups {
		if g := &s.Groups[i]; !g.Anaphor && g.Size < event.Country && len(g.Spots) > 0 && g.Spots[len(g.Spots)-1].Place >= 0 {
			r.Recent = append(r.Recent, g.Spots)
			r.Town = r.Town || g.Size == event.Town
		}
	}
	if n := len(r.Recent); n > MaxRecent {
		r.Recent = append(r.Recent[:0], r.Recent[n-MaxRecent:]...)
	}
	if r.since++; r.since > 2 {
		r.Strike = ""
	}
	for i := range reports {
		switch t := reports[i].Type; t {
		case event.AirStrike, event.Shelling, event.Explosion:
			r.Strike, r.since = t, 0
		case event.Clash, event.Capture:
			r.Strike = ""
		}
	}
}
