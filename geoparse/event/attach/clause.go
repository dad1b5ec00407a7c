package attach

import (
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// maxOpening is how many words may separate a place that opens a clause and its verb.
const maxOpening = 4

// opensClause reports whether a group after a trigger opens another clause, with an event of its own:
// "Fighting raged near the airport, and in X jets bombed a school", "دارت معارك، وفي X قصفت".
func (s stage) opensClause(c *sentence.Candidate, gr *sentence.Group) bool {
	if gr.Prep <= c.Last || !s.Is(gr.Prep, lexicon.In) || s.Is(gr.Prep, lexicon.To|lexicon.From|lexicon.Of) {
		return false
	}
	comma := gr.Prep
	if s.Is(comma-1, lexicon.And) && !s.Words[comma].Comma {
		comma--
	}
	if w := &s.Words[comma]; !w.Comma && !w.Stop || comma == gr.Prep && !w.Stop && (!w.Arabic || w.Base == w.Fold) {
		return false
	}
	for at := gr.Last + 1; at < len(s.Words) && at <= gr.Last+maxOpening; at++ {
		w := &s.Words[at]
		if w.Comma || w.Stop || w.Group >= 0 || s.Is(at, lexicon.In|lexicon.And|lexicon.Clause|lexicon.Relative) {
			return false
		}
		if t := w.Trigger; t >= 0 {
			return s.Triggers[t].Form != lexicon.Participle || !s.IsPassive(&s.Triggers[t])
		}
	}
	return false
}
