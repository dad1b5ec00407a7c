package trigger

import (
	"slices"
	"strings"

	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// isElse reports whether the context gives a trigger's words another meaning: "dawn" rather than
// "blew up", the occupation's forces, things other than places that fall.
func (s stage) isElse(t sentence.Trigger) bool {
	i := t.First
	said := s.Lex.TermsOfBase(s.Words[i].Word)
	switch {
	case t.Class == lexicon.Class(event.Detention) && t.First == t.Last && s.Is(i, lexicon.Light):
		return s.lendsSubject(i) // executed ten raids
	case t.Class == lexicon.Class(event.Explosion) && s.Words[i].Arabic && s.Is(i-1, lexicon.Aircraft):
		return true // مسيرة انتحارية
	case s.SaysBase(i, lexicon.Carries) && s.IsReporting(i):
		return true // نقلت الوكالة عن
	case s.isSoHas(i):
		return true // فقد قصفت
	case said.Has(lexicon.InHand):
		return s.Says(i+1, lexicon.Saying) || s.isFallenBefore(i) // بيد أن
	case t.Class == lexicon.Class(event.Control) && s.Words[i].Arabic && s.isFallenBefore(i):
		return true // سقطت X في يد Y
	case said.Has(lexicon.FamilyOrCapture):
		return s.Is(i-1, lexicon.Civilian) || sentence.IsDigit(s.Words[max(i-1, 0)].Fold)
	case said.Has(lexicon.Dawn):
		return s.Is(i+1, lexicon.Date)
	case said.Has(lexicon.FallsDown):
		return t.First == t.Last && (s.isFallOfThings(i) || s.Is(i+1, lexicon.Person|lexicon.Artillery|lexicon.Goods) || s.Is(i-1, lexicon.Artillery|lexicon.Goods) || s.Says(i+1, lexicon.Casualty) || sentence.IsDigit(s.Words[min(i+1, len(s.Words)-1)].Fold))
	case said.Has(lexicon.OccupationWord):
		written := s.Words[i].Of(s.Text.Text)
		return strings.HasPrefix(written, "ال") || strings.HasPrefix(written, "لل") || strings.HasPrefix(written, "وال")
	case said.Has(lexicon.Hands):
		return t.Form == lexicon.State && !(s.Says(i-2, lexicon.InWord) && (s.Words[i-1].Actor >= 0 || s.Is(i-1, lexicon.Mod)))
	case said.Has(lexicon.Collapses):
		return !s.isOfDefences(i)
	case said.Has(lexicon.Cleared):
		return s.isOfThings(i)
	case said.Has(lexicon.Returns):
		return t.Last > i && s.Says(t.Last, lexicon.ToWord) && !s.isOfPeople(i)
	case said.Has(lexicon.Heading):
		return s.Is(i-1, lexicon.Route) || s.Is(i-1, lexicon.Part|lexicon.PlaceNoun) && s.HasTerm(i-6, i, lexicon.Highway)
	case t.Class == lexicon.Class(event.Protest) && t.Form == lexicon.Noun && s.Is(t.Last, lexicon.In) && !s.Words[t.Last].Dash:
		return !s.Is(i-1, lexicon.Article) // they sit in X
	case t.First == t.Last && said.Has(lexicon.Handed):
		return !s.isHandedOver(i)
	case said.Has(lexicon.Gathers) && t.Class == lexicon.Class(event.Protest) && !s.Is(t.Last, lexicon.In):
		return !s.isOfProtesters(t)
	case t.First == t.Last && said.Has(lexicon.Shoots) && t.Form != lexicon.Noun:
		return !s.isOfShot(t)
	case said.Has(lexicon.Fell):
		return t.First == t.Last && !s.isFallOfPlace(i)
	}
	return false
}

// isSoHas reports whether "فقد" at word i is "so it has" before a verb, rather than "lost".
func (s stage) isSoHas(i int) bool {
	const soHas = "فقد"
	next := i + 1
	if s.Words[i].Fold != soHas || next >= len(s.Words) || s.Words[next].Comma || s.Words[next].Stop {
		return false
	}
	isVerb := func(e lexicon.Entry) bool { return e.Form == lexicon.Verb }
	return s.Is(next, lexicon.Light) || slices.ContainsFunc(s.Lex.TriggersOf(s.Words[next].Word), isVerb)
}

// isFallenBefore reports whether a place falls before word i.
func (s stage) isFallenBefore(i int) bool { return s.HasTerm(i-9, i, lexicon.Falls) }

// lendsSubject reports whether a possible light verb at word i has a noun of attack as its
// object.
func (s stage) lendsSubject(i int) bool {
	for at := i + 1; at < len(s.Words) && at <= i+5 && !s.Words[at].Comma && !s.Words[at].Stop && !s.Is(at, lexicon.In); at++ {
		for _, e := range s.Lex.TriggersOf(s.Words[at].Word) {
			if e.Form == lexicon.Noun && lexicon.IsHostile(e.Class) {
				return true
			}
		}
	}
	return false
}

// isOfThings reports whether the subject of the passive at word i is neither a place nor its
// defenders: "rubble is being cleared".
func (s stage) isOfThings(i int) bool {
	at := s.BeforeHelping(i)
	if at == i-1 || at < 0 || s.Says(i+1, lexicon.OfWord) {
		return false
	}
	w := &s.Words[at]
	return w.Group < 0 && w.Actor < 0 && !s.Is(at, lexicon.PlaceNoun|lexicon.Position|lexicon.Person|lexicon.Part|lexicon.Relative)
}

// isOfDefences reports whether lines or defences are the subject of the verb at word i.
func (s stage) isOfDefences(i int) bool {
	for at := i - 1; at >= 0 && at >= i-12 && !s.Words[at+1].Stop; at-- {
		if s.Is(at, lexicon.Defence) {
			return true
		}
		if s.Words[at].Trigger >= 0 {
			break
		}
	}
	return false
}

// isOfPeople reports whether civilians precede the verb at word i: "families returned to X".
func (s stage) isOfPeople(i int) bool {
	for at := i - 1; at >= 0 && at >= i-6 && !s.Words[at+1].Stop; at-- {
		if s.Is(at, lexicon.Person) && s.Words[at].Actor < 0 {
			return true
		}
	}
	return false
}

// isFallOfPlace reports whether the place before it is the subject of "fell" at word i.
func (s stage) isFallOfPlace(i int) bool {
	before := i - 1
	for s.Is(before, lexicon.Be|lexicon.Have|lexicon.Adverb|lexicon.May|lexicon.Will) {
		before--
	}
	if before < 0 || s.Words[before].Group < 0 && !s.Is(before, lexicon.PlaceNoun) {
		return false
	}
	return i+1 >= len(s.Words) || s.Words[i+1].Comma || s.Words[i+1].Stop || s.Is(i+1, lexicon.Clause|lexicon.Date|lexicon.Adverb|lexicon.And) && !s.Is(i+1, lexicon.In) || s.Is(i+1, lexicon.In) && (s.Is(i+2, lexicon.Date) || sentence.IsDigit(s.Words[min(i+2, len(s.Words)-1)].Fold))
}
