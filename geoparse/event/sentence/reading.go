package sentence

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
)

// Unnamed is the place of a Spot that is the text's topic without being named.
const Unnamed = -1

// Reading is the state of reading a text: what previous sentences contained.
type Reading struct {
	*event.Text
	Lex       *lexicon.Lexicon
	NextToken int                    // the first token after the sentences read so far
	NextPlace int                    // likewise
	NextActor int                    // likewise
	words     []Word                 // of the current Sentence
	seen      map[string]int         // occurrences of each sentence so far
	TakenBy   map[string]event.Range // who last took a place, by its ID
	Recent    [][]event.Spot         // groups of places of previous sentences, the latest last
	Strike    event.Type             // type of the previous sentence's strike, empty if none
	since     int                    // sentences since then
	Agent     event.Range            // agent of the last event
	Town      bool                   // a town has been named
	UnnamedAt event.Range            // the last reference to the unnamed topic
}

// MaxRecent is how many groups of places can be referred to.
const MaxRecent = 6

// NewReading returns the state before the first sentence of a text.
func NewReading(t *event.Text, lex *lexicon.Lexicon) *Reading {
	return &Reading{Text: t, Lex: lex, seen: make(map[string]int, len(t.Sentences)), TakenBy: map[string]event.Range{}}
}

// maxRepeats is how often a sentence is read: as a headline and in the body. Further repetitions
// are captions or advertisements.
const maxRepeats = 2

// IsRepeated counts a sentence, and reports whether it occurred too often before.
func (r *Reading) IsRepeated(bounds event.Range) bool {
	sentence, known := bounds.Of(r.Text.Text), len(r.seen)
	r.seen[sentence]++
	return len(r.seen) == known && r.seen[sentence] > maxRepeats // most are new
}

// Remember records the places of a sentence, to which the next may refer as "the town", and the
// type of strike, to which it may refer as "the raid".
func (r *Reading) Remember(s *Sentence, reports []event.Report) {
	for i := range s.Groups {
		if g := &s.Groups[i]; !g.Anaphor && g.Size < event.Country && len(g.Spots) > 0 && g.Spots[len(g.Spots)-1].Place >= 0 && !s.IsSpokenAt(g) {
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
