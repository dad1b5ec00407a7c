package anaphor

import (
	"slices"

	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
)

// maxJoining is how many words may separate a reference and the places listed with it.
const maxJoining = 6

// joinNext adds to group g the places that "and" lists after it: "the base and the towns of X and Y".
func (s stage) joinNext(g int) {
	gr := &s.Groups[g]
	i := gr.Last + 1
	if !s.Is(i, lexicon.And) || s.Words[i].Stop || gr.Prep >= 0 && s.Is(gr.Prep, lexicon.With) || s.Says(gr.Prep, lexicon.Between) {
		return
	}
	for i++; i < len(s.Words) && i <= gr.Last+maxJoining; i++ {
		switch w := &s.Words[i]; {
		case w.Comma, w.Stop:
			return
		case w.Group >= 0:
			next := &s.Groups[w.Group]
			if !next.Anaphor && next.Size < event.Country && next.First == i {
				gr.Spots, gr.Last = append(slices.Clone(gr.Spots), next.Spots...), next.Last
				gr.Key = g
				next.Spots = nil
				s.Mark(gr.Span, g)
			}
			return
		case !s.Is(i, lexicon.Article|lexicon.Part|lexicon.PlaceNoun|lexicon.Of):
			return
		}
	}
}
