package anaphor

import (
	"strings"

	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// findAnaphors adds groups for words that refer to a place mentioned before: "the town",
// "there", "البلدة".
func (s stage) findAnaphors() {
	for i := range s.Words {
		if s.Words[i].Group >= 0 || s.Words[i].Actor >= 0 || s.Words[i].Trigger >= 0 && !s.Is(i, lexicon.PlaceNoun) && !s.HasObject(i) {
			continue
		}
		w, ok := s.anaphor(i)
		if !ok {
			continue
		}
		many := s.isMany(i)
		if g, ok := s.antecedentHere(w, many); ok {
			before := s.Groups[g]
			s.Groups = append(s.Groups, sentence.Group{Key: before.Key, Span: w, Spots: before.Spots, Prep: s.PrepositionBefore(w.First), Anaphor: true, Size: before.Size})
			s.Mark(w, len(s.Groups)-1)
			s.joinNext(len(s.Groups) - 1)
			continue
		}
		if place, size, ok := s.antecedent(many, s.Words[i].Set&lexicon.Settlement != 0 || s.Says(i, lexicon.It)); ok {
			if place == sentence.Unnamed {
				s.UnnamedAt = s.RangeOf(w)
			}
			s.Groups = append(s.Groups, sentence.Group{
				Key: len(s.Groups), Span: w, Spots: []event.Spot{{Range: s.RangeOf(w), Place: place}}, Prep: s.PrepositionBefore(w.First), Anaphor: true, Size: size,
			})
			s.Mark(w, len(s.Groups)-1)
			s.joinNext(len(s.Groups) - 1)
		}
	}
}

// isMany reports whether a word for places is plural.
func (s stage) isMany(i int) bool {
	f := s.Words[i].Fold
	return len(f) > 4 && f[len(f)-1] == 's' || s.Says(i, lexicon.ManyPlaces)
}

// anaphor returns the words ending with word i that refer to a place.
func (s stage) anaphor(i int) (sentence.Span, bool) {
	w := &s.Words[i]
	if s.HasObject(i) {
		return sentence.Span{First: i, Last: i}, true
	}
	if w.Says(lexicon.It) {
		return sentence.Span{First: i, Last: i}, s.isPlaceIt(i)
	}
	if w.Set&lexicon.There != 0 && !w.Arabic {
		return sentence.Span{First: i, Last: i}, !s.Is(i+1, lexicon.Be|lexicon.Have|lexicon.May|lexicon.Will|lexicon.In) && i > 0
	}
	switch {
	case w.Set&lexicon.PlaceNoun == 0, i > 0 && s.Words[i-1].Group >= 0: // X town
		return sentence.Span{}, false
	case i+1 < len(s.Words) && !s.Words[i+1].Comma && !s.Words[i+1].Stop && s.locates(i+1):
		return sentence.Span{}, false // the town of X, the area controlled by Y
	}
	if w.Arabic {
		written := s.Text.Text[w.Start:]
		return sentence.Span{First: i, Last: i}, strings.HasPrefix(written, "ال") || strings.HasPrefix(written, "بال") || strings.HasPrefix(written, "لل")
	}
	first := i - 1
	if s.isMany(i) && !s.Says(first, lexicon.Counted) {
		if !s.Says(i, lexicon.Settlements) || !s.Says(first, lexicon.The) && !s.isDescribedPlace(i) {
			return sentence.Span{}, false // the areas, in general
		}
	}
	if (s.Is(first, lexicon.Part) || s.Says(first, lexicon.Counting)) && s.Is(first-1, lexicon.This) {
		first--
	}
	if !s.Is(first, lexicon.This) && s.isDescribedPlace(i) {
		return sentence.Span{First: i, Last: i}, true
	}
	return sentence.Span{First: max(first, 0), Last: i}, s.Is(first, lexicon.This)
}

// isDescribedPlace reports whether an article precedes the adjectives of the settlement or
// province at word i: "the coastal city", "the rebel-held town".
func (s stage) isDescribedPlace(i int) bool {
	if !s.Is(i, lexicon.Settlement) && !s.Says(i, lexicon.Described) && !s.Says(i, lexicon.Settlements) {
		return false
	}
	for at := i - 1; at >= 0 && at >= i-4; at-- {
		w := &s.Words[at]
		switch {
		case s.Words[at+1].Comma, s.Words[at+1].Stop, w.Group >= 0:
			return false
		case s.Says(at, lexicon.DefiniteOne):
			return at < i-1
		case w.Upper, w.Set&^(lexicon.Mod|lexicon.Part|lexicon.Actor|lexicon.Person|lexicon.Adverb) != 0 && w.Trigger < 0:
			return false
		}
	}
	return false
}

// isPlaceIt reports whether "it" at word i is a place: the object of taking, entering or
// besieging, or the subject of being or serving as a stronghold.
func (s stage) isPlaceIt(i int) bool {
	if i > 0 && s.Words[i-1].Trigger >= 0 {
		t := &s.Triggers[s.Words[i-1].Trigger]
		return lexicon.IsTerritorial(t.Class) && t.Form != lexicon.Noun && t.Form != lexicon.State && !s.IsPassive(t)
	}
	for at := i + 1; at < len(s.Words) && at <= i+7; at++ {
		w := &s.Words[at]
		if w.Trigger >= 0 {
			t := &s.Triggers[w.Trigger]
			return lexicon.IsTerritorial(t.Class) && (t.Form == lexicon.State || s.Is(i+1, lexicon.Be|lexicon.Have) && s.IsPassive(t)) || t.Class == lexicon.FallClass
		}
		if w.Comma || w.Stop || w.Set&(lexicon.Say|lexicon.Clause|lexicon.Relative) != 0 && !w.Says(lexicon.As) || w.Actor >= 0 || w.Group >= 0 {
			return false
		}
	}
	return false
}

// locates reports whether word i identifies the place, so that the words before it are not an
// anaphor.
func (s stage) locates(i int) bool {
	w := &s.Words[i]
	switch {
	case s.Is(i, lexicon.Of) && s.isCounted(i+1):
		return false // the towns of some 20,000 people
	case w.Group >= 0, s.Is(i, lexicon.Of), w.Upper && w.Set&^(lexicon.BeginsTrigger|lexicon.BeginsActor) == 0, s.Is(i, lexicon.Relative), w.Set&lexicon.PlaceNoun != 0, s.Is(i, lexicon.Actor):
		return true
	case w.Trigger >= 0 && (s.Triggers[w.Trigger].Class == lexicon.Class(event.Control) || s.Triggers[w.Trigger].Class == lexicon.OccupyClass):
		return true
	case !s.Is(i, lexicon.In):
		return false
	}
	for k := i + 1; k < len(s.Words) && k <= i+5; k++ {
		if s.Words[k].Group >= 0 {
			return true
		}
		if !s.Is(k, lexicon.Article|lexicon.Part|lexicon.PlaceNoun|lexicon.Of) {
			return false
		}
	}
	return false
}

// isCounted reports whether a number begins at word i: "some 20,000".
func (s stage) isCounted(i int) bool {
	for n := 0; n < 2 && s.Is(i, lexicon.Article|lexicon.Adverb); n++ {
		i++
	}
	return i < len(s.Words) && sentence.IsDigit(s.Words[i].Fold)
}

// antecedentHere returns the group of the same sentence to which words refer.
func (s stage) antecedentHere(w sentence.Span, many bool) (int, bool) {
	for g := len(s.Groups) - 1; g >= max(0, len(s.Groups)-sentence.MaxRecent); g-- {
		if gr := &s.Groups[g]; !gr.Anaphor && !s.IsSpokenAt(gr) && gr.Last < w.First && gr.Size < event.Country && len(gr.Spots) > 0 && (!many || len(gr.Spots) > 1) {
			return g, true
		}
	}
	return 0, false
}

// antecedent returns the places of previous sentences to which words refer: the last that are
// not countries.
func (s stage) antecedent(many, settlement bool) (place int, size event.Size, ok bool) {
	if settlement && !many && s.Topic > 0 {
		return s.Topic - 1, event.Town, true
	}
	for i := len(s.Recent) - 1; i >= 0; i-- {
		place := s.Recent[i][len(s.Recent[i])-1].Place
		size := s.Places[place].Size
		if (!many || len(s.Recent[i]) > 1) && (!settlement || size < event.Province && !s.Places[place].Site) {
			return place, size, true
		}
	}
	return sentence.Unnamed, event.Town, settlement && !many && !s.Town
}
