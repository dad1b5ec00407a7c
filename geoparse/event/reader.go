package event

import (
	"cmp"
	"slices"

	"dateline/geoparse/event/party"
)

// Reader reads the events of texts. It is safe for concurrent use.
type Reader struct{ lex *lexicon }

// New returns a Reader. It fails only when the embedded tables are broken.
func New() (*Reader, error) {
	lex, err := readLexicon()
	if err != nil {
		return nil, err
	}
	return &Reader{lex}, nil
}

// Parties returns who the words mean that Read gives for agents and holders.
func (r *Reader) Parties() *party.Table { return r.lex.parties }

// Read returns what a text reports, in its order.
func (r *Reader) Read(t *Text) []Report {
	var reports []Report
	told := 0 // by the sentences before the last
	run := &reading{Text: t, lex: r.lex, seen: map[string]int{}, takenBy: map[string]Range{}}
	for _, bounds := range t.Sentences {
		s := run.sentence(bounds)
		if len(s.words) == 0 || s.isAside() || run.isRepeated(bounds) {
			continue
		}
		t.step(1 + len(s.words)/4)
		found := s.reports()
		if s.speaksAgain() {
			retell(reports[told:], bounds)
		}
		told = len(reports)
		run.remember(s, found)
		reports = append(reports, found...)
	}
	return reports
}

// retell notes the sentence that speaks again of the last violence told.
func retell(reports []Report, again Range) {
	for i := len(reports) - 1; i >= 0; i-- {
		if group := GroupOf(reports[i].Type); group == "strike" || group == "ground" {
			reports[i].Retold = again
			return
		}
	}
}

// speaksAgain reports whether a sentence begins with an attack that the one before told:
// "The attack took place on Sunday", "The Saturday strike hit …".
func (s *sentence) speaksAgain() bool {
	for i := range s.triggers {
		t := &s.triggers[i]
		if t.first > 3 {
			break
		}
		if (isHostile(t.class) || t.class == bombClass) && s.isDefinite(&candidate{found: *t}) {
			return true
		}
	}
	return false
}

// Words, folded, before what pages list beside their text: Tags, and See with Also. A
// sentence that begins with them tells nothing.
const (
	Tags = "tags"
	See  = "see"
	Also = "also"
)

func (s *sentence) isAside() bool {
	return s.foldIs(0, Tags) || s.foldIs(0, See) && s.foldIs(1, Also)
}

// maxRepeats is how often a sentence is read: once as a headline and once in the
// body. What stands more often is a caption or an advertisement.
const maxRepeats = 2

func (r *reading) isRepeated(bounds Range) bool {
	sentence := bounds.of(r.Text.Text)
	r.seen[sentence]++
	return r.seen[sentence] > maxRepeats
}

func (t *Text) step(n int) {
	if t.Step != nil {
		t.Step(n)
	}
}

// reading is the state of reading a text; it knows the sentences before.
type reading struct {
	*Text
	lex       *lexicon
	token     int              // the next that no sentence has had
	place     int              // likewise
	actor     int              // likewise
	seen      map[string]int   // how often each sentence stood so far
	takenBy   map[string]Range // who was last said to take a place, by its ID
	recent    [][]Spot         // groups of places of the sentences before, the latest last
	strike    Type             // with what the sentence before struck, empty for nothing
	since     int              // sentences since then
	agent     Range            // who did the last that was told
	town      bool             // one has been named
	unnamedAt Range            // where the town was last referred to that the text doesn't name
}

// maxRecent is how many groups of places are kept to be referred to.
const maxRecent = 6

// remember keeps the places of a sentence, for the next may say "the town", and how
// they were struck, for it may say "the raid".
func (r *reading) remember(s *sentence, reports []Report) {
	for i := range s.groups {
		if g := &s.groups[i]; !g.anaphor && g.size < Country && len(g.spots) > 0 && g.spots[len(g.spots)-1].Place >= 0 {
			r.recent = append(r.recent, g.spots)
			r.town = r.town || g.size == Town
		}
	}
	if n := len(r.recent); n > maxRecent {
		r.recent = append(r.recent[:0], r.recent[n-maxRecent:]...)
	}
	if r.since++; r.since > 2 {
		r.strike = ""
	}
	for i := range reports {
		switch t := reports[i].Type; t {
		case AirStrike, Shelling, Explosion:
			r.strike, r.since = t, 0
		case Clash, Capture:
			r.strike = ""
		}
	}
}

// reports reads the events of a sentence.
func (s *sentence) reports() []Report {
	if len(s.groups) == 0 {
		return nil
	}
	var found []candidate
	for i := range s.triggers {
		if c, ok := s.candidate(i); ok {
			found = append(found, c)
		}
	}
	found = s.distinct(found)
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(a.first, b.first) })
	if len(found) == 0 {
		return nil
	}
	source := s.findSource()
	reports := make([]Report, 0, len(found))
	for i := range found {
		r := s.report(&found[i])
		r.Source = source
		if r.Type == Control && r.Holder.isEmpty() {
			continue // nobody is said to hold it
		}
		if a := cmp.Or(r.Agent, r.Holder); !a.isEmpty() {
			s.agent = a
		}
		reports = append(reports, r)
	}
	return reports
}
