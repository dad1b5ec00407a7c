package kind

import (
	"strings"

	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// isOfOne reports whether a single person flees, which displaces nobody: "Assad fled", "the mayor
// fled", "فر الرئيس".
func (s stage) isOfOne(c *sentence.Candidate) bool {
	if c.Form == lexicon.Noun || c.Passive {
		return false
	}
	if s.Words[c.First].Arabic {
		return s.SaysBase(c.First, lexicon.Flees) && s.Says(c.Last+1, lexicon.OnePerson)
	}
	at := s.BeforeHelping(c.First)
	switch {
	case s.Is(at, lexicon.Relative), s.Says(at, lexicon.ToWord):
		at-- // the man who fled, forced the man to flee
	case s.Says(at-1, lexicon.Possessive) && s.Is(at-2, lexicon.And):
		at -= 3 // he and his family
	}
	if !s.Is(at, lexicon.And) {
		return s.isOne(at)
	}
	for first := at - maxShared; at > 0 && at > first && !s.Words[at].Stop; { // the president resigned and fled
		if at--; s.isOne(at) {
			return true
		}
		if s.Words[at].Trigger >= 0 || s.Words[at].Group >= 0 || s.Words[at].Actor >= 0 || s.Is(at, lexicon.Person|lexicon.Civilian) {
			break
		}
	}
	return false
}

// maxShared is how many words may separate two verbs of one subject.
const maxShared = 6

// isOne reports whether word i is a single person: a name that is no plural, a title, "he".
func (s stage) isOne(i int) bool {
	return s.Says(i, lexicon.OnePerson) || s.IsName(i) && !s.Says(i, lexicon.Several) && !strings.HasSuffix(s.Words[i].Fold, "s")
}
