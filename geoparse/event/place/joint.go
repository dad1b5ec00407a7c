package place

import (
	"strings"

	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// joint is how a place relates to the group before it.
type joint uint8

const (
	apart joint = iota
	listed
	container // the place contains the group: X in Y
	inside    // the group contains the place: the Y towns of X
)

// maxJoint is how many words may separate two places of a group.
const maxJoint = 7

// joint determines how the place at w relates to the group, from the words between them.
func (s stage) joint(g *sentence.Group, w sentence.Span, size event.Size) joint {
	between := w.First - g.Last - 1
	if between > maxJoint || between < 0 {
		return apart
	}
	if s.holds(g, w, size) {
		return inside
	}
	if s.isApposition(g, w) {
		return container
	}
	and, in, near, comma, larger := false, false, false, s.Words[w.First].Comma, size > g.Size
	for i := g.Last + 1; i < w.First; i++ {
		word := &s.Words[i]
		switch {
		case word.Set&lexicon.To != 0 && s.isOrigin(g), word.Says(lexicon.OnAt) && s.isOrigin(g):
			return apart // from X to Y
		case word.Arabic && between == 1 && (word.Says(lexicon.OnAr) || word.Set&lexicon.To != 0 && s.Is(s.PrepositionBefore(g.First), lexicon.From)):
			return apart // من X على Y
		case word.Arabic && word.Comma && isAndIn(word):
			return apart // …، وفي X: another clause
		case word.Stop, word.Set&lexicon.With != 0, word.Says(lexicon.BetweenWord), word.Comma && word.Set&lexicon.To != 0:
			return apart
		case word.Set&lexicon.And != 0, word.Says(lexicon.As):
			and = true
		case word.Set&lexicon.In != 0 || word.Set&lexicon.Of != 0:
			near = near || word.Comma && (word.Says(lexicon.Near) || word.Says(lexicon.NearAr))
			in = in || !word.Says(lexicon.Near) && !word.Says(lexicon.NearAr) && (word.Arabic || word.Set&lexicon.To == 0)
		case word.Set&(lexicon.Part|lexicon.Article|lexicon.PlaceNoun) != 0:
			in = in || word.Arabic && s.isDirection(i)
		case word.Arabic && s.Is(i, lexicon.Part|lexicon.PlaceNoun):
		case word.Says(lexicon.CapitalOf) && larger:
			in = true // X عاصمة ولاية Y
		case s.describesPlace(i, w.First):
		default:
			return apart
		}
		comma, and = comma || word.Comma, and || isWithAnd(word) || word.Arabic && between == 1 && isAndIn(word)
	}
	if s.Words[w.First].Stop {
		return apart
	}
	if s.Words[w.First].Arabic && len(s.Words[w.First].Fold) > 2 && strings.HasPrefix(s.Text.Text[s.Words[w.First].Start:], "و") && between == 0 {
		and = true
	}
	switch {
	case and:
		return listed
	case near:
		return container // X, near Y, …
	case in && (larger || size == g.Size && size >= event.Province || size == event.Town && g.Size == event.Town && between <= 3):
		return container
	case (comma || between == 0) && larger:
		return container
	case comma || between == 0:
		return listed
	}
	if larger {
		return container
	}
	return apart
}

// isWithAnd reports whether an Arabic word for a kind or part of a place has the proclitic
// "and": "X وبلدة Y".
func isWithAnd(w *sentence.Word) bool {
	const and = "و"
	return w.Arabic && w.Set&(lexicon.Part|lexicon.PlaceNoun) != 0 && strings.HasPrefix(w.Fold, and) && !strings.HasPrefix(w.Base, and)
}

// isAndIn reports whether an Arabic preposition of place has the proclitic "and": "في X وفي Y".
func isAndIn(w *sentence.Word) bool {
	return w.Set&lexicon.In != 0 && w.Set&lexicon.From == 0 && w.Base != w.Fold && strings.HasPrefix(w.Fold, "و")
}

// maxDescribing is how many adjectives a kind of place may have: "the small old town of".
const maxDescribing = 2

// describesPlace reports whether word i is an adjective of a kind of place, before the name at
// word name: "the small town of".
func (s stage) describesPlace(i, name int) bool {
	for n := 0; n < maxDescribing && i+1 < name; n++ {
		w := &s.Words[i]
		if w.Upper || w.Arabic || w.Set&^(lexicon.Mod|lexicon.Filler) != 0 || w.Trigger >= 0 || w.Actor >= 0 || s.Words[i+1].Comma || s.Words[i+1].Stop {
			return false
		}
		if i++; s.Is(i, lexicon.PlaceNoun) {
			return s.Is(i+1, lexicon.Of)
		}
	}
	return false
}

// isOrigin reports whether something comes from a group: "from X".
func (s stage) isOrigin(g *sentence.Group) bool {
	prep := s.PrepositionBefore(g.First)
	return prep >= 0 && s.Is(prep, lexicon.From) && !s.Words[prep].Arabic
}

// isDirection reports whether an Arabic word locates the place before it relative to the next:
// "X غربي Y".
func (s stage) isDirection(i int) bool {
	return s.Says(i, lexicon.Direction)
}

// holds reports whether a group contains the place at w: "the northern Hama towns of X",
// "Aleppo's X".
func (s stage) holds(g *sentence.Group, w sentence.Span, size event.Size) bool {
	if len(g.Spots) > 1 || size >= event.Country || s.Words[w.First].Comma || g.Last+1 < len(s.Words) && s.Words[g.Last+1].Comma {
		return false
	}
	between := w.First - g.Last - 1
	if between == 0 {
		gap := s.Text.Text[s.Words[g.Last].End:s.Words[w.First].Start]
		if p := g.Spots[0].Place; p >= 0 && !s.Places[p].Known && !s.Words[w.First].Arabic {
			return true // "Syrias Idlib", whose apostrophe was lost
		}
		return size < g.Size && g.Size >= event.Province || strings.HasPrefix(gap, "'s ") || strings.HasPrefix(gap, "’s ")
	}
	if size < g.Size && between <= 5 && s.Is(w.First-1, lexicon.Of) && s.Is(w.First-2, lexicon.PlaceNoun) {
		return s.isPlain(g.Last+1, w.First-1) // Syria's second city of Aleppo
	}
	if s.Says(g.Last+1, lexicon.Neighbourhood) {
		return false // the Zeitoun neighbourhood of Gaza City
	}
	return (s.Is(g.Last+1, lexicon.PlaceNoun) || s.Says(g.Last+1, lexicon.Provinces)) && (between == 2 && s.Is(w.First-1, lexicon.Of) || between == 1 && size < g.Size)
}

// isPlain reports whether words are neither conjunctions nor verbs, and may describe a city.
func (s stage) isPlain(from, to int) bool {
	for i := from; i < to; i++ {
		if w := &s.Words[i]; w.Comma || w.Stop || w.Set&(lexicon.In|lexicon.And|lexicon.Be|lexicon.Have|lexicon.Say|lexicon.Relative|lexicon.Clause|lexicon.Article) != 0 {
			return false
		}
	}
	return true
}

// isApposition reports whether an apposition locates a group in the next place: "X, a Kurdish
// city in Y".
func (s stage) isApposition(g *sentence.Group, w sentence.Span) bool {
	i := g.Last + 1
	if w.First-i > maxJoint || i >= w.First || !s.Words[i].Comma || !s.Is(i, lexicon.Article) {
		return false
	}
	place := false
	for ; i < w.First; i++ {
		if i > g.Last+1 && (s.Words[i].Comma || s.Words[i].Stop) || s.Is(i, lexicon.Say|lexicon.Relative|lexicon.Clause) {
			return false
		}
		place = place || s.Is(i, lexicon.PlaceNoun)
	}
	return place && !s.Words[w.First].Comma
}
