package event

import "strings"

// findAnaphors adds groups for words that refer to a place named before: "the
// town", "there", "البلدة".
func (s *sentence) findAnaphors() {
	for i := range s.words {
		if s.words[i].group >= 0 || s.words[i].actor >= 0 || s.words[i].trigger >= 0 && !s.is(i, isPlaceNoun) {
			continue
		}
		w, ok := s.anaphor(i)
		if !ok {
			continue
		}
		many := s.isMany(i)
		if g, ok := s.antecedentHere(w, many); ok {
			before := s.groups[g]
			s.groups = append(s.groups, group{key: before.key, span: w, spots: before.spots, prep: s.prepositionBefore(w.first), anaphor: true, size: before.size})
			s.mark(w, len(s.groups)-1)
			continue
		}
		if place, size, ok := s.antecedent(many, s.words[i].set&isSettlement != 0 || s.foldIs(i, "it")); ok {
			if place == unnamed {
				s.unnamedAt = s.rangeOf(w)
			}
			s.groups = append(s.groups, group{
				key: len(s.groups), span: w, spots: []Spot{{s.rangeOf(w), place}}, prep: s.prepositionBefore(w.first), anaphor: true, size: size,
			})
			s.mark(w, len(s.groups)-1)
		}
	}
}

// isMany reports whether a noun that refers to places is a plural.
func (s *sentence) isMany(i int) bool {
	f := s.words[i].Fold
	return len(f) > 4 && f[len(f)-1] == 's' || s.foldIs(i, "قري", "بلدات", "مناطق", "احيا", "مدن")
}

// anaphor reports whether words that end with word i refer to a place.
func (s *sentence) anaphor(i int) (span, bool) {
	w := &s.words[i]
	if w.Fold == "it" {
		return span{i, i}, s.isPlaceIt(i)
	}
	if w.set&isThere != 0 && !w.Arabic {
		return span{i, i}, !s.is(i+1, isBe|isHave|isMay|isWill|isIn) && i > 0
	}
	switch {
	case w.set&isPlaceNoun == 0, i > 0 && s.words[i-1].group >= 0: // X town
		return span{}, false
	case i+1 < len(s.words) && !s.words[i+1].comma && !s.words[i+1].stop && s.locates(i+1):
		return span{}, false // the town of X, the area controlled by Y
	}
	if w.Arabic {
		written := s.Text.Text[w.Start:]
		return span{i, i}, strings.HasPrefix(written, "ال") || strings.HasPrefix(written, "بال") || strings.HasPrefix(written, "لل")
	}
	first := i - 1
	if s.isMany(i) && !s.foldIs(first, "these", "those", "both", "two", "three", "four", "five") {
		if !s.foldIs(first, "the") || !s.foldIs(i, "towns", "villages", "cities", "neighborhoods", "neighbourhoods", "suburbs") {
			return span{}, false // the areas, in general
		}
	}
	if (s.is(first, isPart) || s.foldIs(first, "two", "three", "four", "five", "same", "entire", "whole")) && s.is(first-1, isThis) {
		first--
	}
	if !s.is(first, isThis) && s.isDescribedPlace(i) {
		return span{i, i}, true
	}
	return span{max(first, 0), i}, s.is(first, isThis)
}

// isDescribedPlace reports whether an article stands before the words that describe the
// settlement or province at word i: "the coastal city", "the rebel-held town".
func (s *sentence) isDescribedPlace(i int) bool {
	if !s.is(i, isSettlement) && !s.foldIs(i, "province", "bastion", "enclave") {
		return false
	}
	for at := i - 1; at >= 0 && at >= i-4; at-- {
		w := &s.words[at]
		switch {
		case s.words[at+1].comma, s.words[at+1].stop, w.group >= 0:
			return false
		case s.foldIs(at, "the", "this"):
			return at < i-1
		case w.Upper, w.set&^(isMod|isPart|isActor|isPerson|isAdverb) != 0 && w.trigger < 0:
			return false
		}
	}
	return false
}

// isPlaceIt reports whether "it" at word i is a place: what is taken, entered or
// besieged, or what was, or served as a stronghold.
func (s *sentence) isPlaceIt(i int) bool {
	if i > 0 && s.words[i-1].trigger >= 0 {
		t := &s.triggers[s.words[i-1].trigger]
		return isTerritorial(t.class) && t.form != noun && t.form != state && !s.isPassive(t)
	}
	for at := i + 1; at < len(s.words) && at <= i+7; at++ {
		w := &s.words[at]
		if w.trigger >= 0 {
			t := &s.triggers[w.trigger]
			return isTerritorial(t.class) && (t.form == state || s.is(i+1, isBe|isHave) && s.isPassive(t)) || t.class == fallClass
		}
		if w.comma || w.stop || w.set&(isSay|isClause|isRelative) != 0 || w.actor >= 0 || w.group >= 0 {
			return false
		}
	}
	return false
}

// isTerritorial reports whether triggers of a class say who takes, holds or besieges a
// place.
func isTerritorial(c class) bool {
	switch c {
	case class(Capture), class(Control), class(Siege), takeClass, occupyClass, holdClass, enterClass, loseClass:
		return true
	}
	return false
}

// locates reports whether word i says which place is meant, so that the words before
// it don't refer to one named before.
func (s *sentence) locates(i int) bool {
	w := &s.words[i]
	switch {
	case w.group >= 0, s.is(i, isOf), w.Upper && w.set&^(beginsTrigger|beginsActor) == 0, s.is(i, isRelative), w.set&isPlaceNoun != 0, s.is(i, isActor):
		return true
	case w.trigger >= 0 && (s.triggers[w.trigger].class == class(Control) || s.triggers[w.trigger].class == occupyClass):
		return true
	case !s.is(i, isIn):
		return false
	}
	for k := i + 1; k < len(s.words) && k <= i+5; k++ {
		if s.words[k].group >= 0 {
			return true
		}
		if !s.is(k, isArticle|isPart|isPlaceNoun|isOf) {
			return false
		}
	}
	return false
}

// antecedentHere returns the group of the sentence that words refer to.
func (s *sentence) antecedentHere(w span, many bool) (int, bool) {
	for g := len(s.groups) - 1; g >= max(0, len(s.groups)-maxRecent); g-- {
		if gr := &s.groups[g]; !gr.anaphor && gr.last < w.first && gr.size < Country && len(gr.spots) > 0 && (!many || len(gr.spots) > 1) {
			return g, true
		}
	}
	return 0, false
}

// antecedent returns the places of the sentences before that words refer to: the last
// that are no countries.
func (s *sentence) antecedent(many, settlement bool) (place int, size Size, ok bool) {
	if settlement && !many && s.Topic > 0 {
		return s.Topic - 1, Town, true
	}
	for i := len(s.recent) - 1; i >= 0; i-- {
		place := s.recent[i][len(s.recent[i])-1].Place
		size := s.Places[place].Size
		if (!many || len(s.recent[i]) > 1) && (!settlement || size < Province && !s.Places[place].Site) {
			return place, size, true
		}
	}
	return unnamed, Town, settlement && !many && !s.town
}

// unnamed is the place of a Spot that the text is about without naming it.
const unnamed = -1
