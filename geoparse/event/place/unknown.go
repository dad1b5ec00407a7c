package place

import (
	"strings"

	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// maxUnknown is how many words of unknown names a list may have between known ones.
const maxUnknown = 6

// bridgeUnknown adds unknown names to the lists in which they occur: "Salma, Unknown and
// Dourin".
func (s stage) bridgeUnknown() {
	for g := range s.Groups {
		gr := &s.Groups[g]
		i := gr.First - 1
		for i >= 0 && i >= gr.First-maxUnknown && s.isUnknown(i) {
			i--
		}
		if i < 0 || i == gr.First-1 || !s.startsUnknown(i+1) || i == gr.First-2 && strings.HasSuffix(s.Words[i+1].Fold, "s") {
			continue
		}
		names := s.unknownNames(sentence.Span{First: i + 1, Last: gr.First - 1})
		switch w := &s.Words[i]; {
		case w.Group >= 0 && s.Groups[w.Group].Size == gr.Size:
			s.mergeInto(w.Group, g, names)
		case w.Set&lexicon.In != 0 && w.Set&lexicon.Of == 0 || w.Set&lexicon.Part != 0 || w.Set&lexicon.Of != 0 && s.Is(i-1, lexicon.PlaceNoun):
			gr.Spots = append(names, gr.Spots...)
			s.Mark(sentence.Span{First: i + 1, Last: gr.First - 1}, g)
			gr.First = i + 1
		}
	}
}

// isUnknown reports whether word i may be part of an unknown name, or joins such names.
func (s stage) isUnknown(i int) bool {
	w := &s.Words[i]
	if w.Group >= 0 || w.Actor >= 0 || w.Stop || w.Mark || w.Arabic {
		return false
	}
	return w.Upper && w.Set&^lexicon.BeginsActor == 0 || w.Says(lexicon.Al) || w.Set&lexicon.And != 0
}

// startsUnknown reports whether word i begins a name.
func (s stage) startsUnknown(i int) bool { return s.Words[i].Upper || s.Words[i].Says(lexicon.Al) }

// unknownNames splits words at commas and "and" into names.
func (s stage) unknownNames(w sentence.Span) []event.Spot {
	var spots []event.Spot
	first := -1
	for i := w.First; i <= w.Last+1; i++ {
		if i > w.Last || s.Words[i].Comma || s.Is(i, lexicon.And) {
			if first >= 0 {
				spots = append(spots, event.Spot{Range: s.RangeOf(sentence.Span{First: first, Last: i - 1}), Place: -1})
			}
			first = -1
		}
		if i <= w.Last && first < 0 && !s.Is(i, lexicon.And) {
			first = i
		}
	}
	return spots
}

// mergeInto merges group h and the names between into group g. It leaves h without places.
func (s stage) mergeInto(g, h int, names []event.Spot) {
	a, b := &s.Groups[g], &s.Groups[h]
	a.Spots = append(append(a.Spots, names...), b.Spots...)
	s.Mark(sentence.Span{First: a.Last + 1, Last: b.Last}, g)
	a.Last, b.Spots = b.Last, nil
}
