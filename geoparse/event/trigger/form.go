package trigger

import (
	"strings"

	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// fitsForm reports whether the context fits the form of a trigger that may be a noun or a verb.
func (s stage) fitsForm(f sentence.Trigger) bool {
	if s.Words[f.First].Arabic {
		return true
	}
	if f.Form == lexicon.Noun || f.Form == lexicon.State {
		return s.isNounAt(f.First)
	}
	if f.Form == lexicon.Gerund && s.Is(f.First-1, lexicon.Be) {
		return true
	}
	return !s.isNounAt(f.First)
}

// isNounAt reports whether an English word that may be a verb is a noun at word i.
func (s stage) isNounAt(i int) bool {
	prev := i - 1
	switch {
	case prev < 0:
		return !strings.HasSuffix(s.Words[i].Fold, "ing") || s.Is(i+1, lexicon.In|lexicon.Of|lexicon.By|lexicon.With|lexicon.Be|lexicon.Fired)
	case s.Says(prev, lexicon.ToWord):
		return s.Is(i+1, lexicon.Of)
	case s.Is(prev, lexicon.Article):
		return true
	case s.Is(prev, lexicon.Will|lexicon.May|lexicon.Not|lexicon.Have), s.Says(prev, lexicon.Clausal):
		return false
	case s.Is(prev, lexicon.Of|lexicon.In|lexicon.By|lexicon.With):
		return true
	case s.Words[prev].Actor >= 0:
		if s.Is(i+1, lexicon.In|lexicon.Of|lexicon.By|lexicon.With|lexicon.Fired) && !s.endsLikePast(i) {
			return true // a coalition strike in Raqqa, a coalition strike hit
		}
		a := s.Acting[s.Words[prev].Actor]
		if s.Says(a.First-1, lexicon.UnderInto) {
			return true // under government control
		}
		return !s.isPlural(a.Last) && !s.Is(i+1, lexicon.Article) && (i+1 >= len(s.Words) || s.Words[i+1].Group < 0)
	case s.Is(prev, lexicon.Date) && s.Is(i+1, lexicon.Fired), sentence.IsDigit(s.Words[prev].Fold) && s.Is(i+1, lexicon.Fired), s.isDescribed(i):
		return true
	case s.Is(prev, lexicon.Date):
		return false
	}
	return s.Is(i+1, lexicon.Of|lexicon.In|lexicon.By|lexicon.With|lexicon.Be|lexicon.Have) && !s.Words[i].Upper
}

// isDescribed reports whether an article and adjectives precede word i: "the overnight strikes".
func (s stage) isDescribed(i int) bool {
	for at := i - 1; at >= 0 && at >= i-3; at-- {
		w := &s.Words[at]
		switch {
		case w.Set&lexicon.Article != 0:
			return true
		case w.Set&lexicon.Date != 0:
		case w.Actor >= 0, w.Group >= 0, w.Trigger >= 0, w.Upper, w.Comma, w.Stop, w.Set&(lexicon.Be|lexicon.Have|lexicon.And|lexicon.In|lexicon.Say|lexicon.Person|lexicon.Actor) != 0:
			return false
		}
	}
	return false
}

func (s stage) endsLikePast(i int) bool {
	f := s.Words[i].Fold
	return len(f) > 3 && f[len(f)-2:] == "ed"
}

func (s stage) isPlural(i int) bool {
	f := s.Words[i].Fold
	return len(f) > 3 && f[len(f)-1] == 's' || s.Says(i, lexicon.Collective)
}
