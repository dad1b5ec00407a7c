package sentence

import (
	"strings"

	"dateline/geoparse/event/lexicon"
)

// NamesOperation reports whether a group begins the name of an operation.
func (s *Sentence) NamesOperation(gr *Group) bool {
	return gr.Last >= 0 && s.Says(gr.Last+1, lexicon.OperationName) && !s.Words[gr.Last+1].Comma
}

// HasTerm reports whether a word of a term occurs in a range.
func (s *Sentence) HasTerm(from, to int, term lexicon.Term) bool {
	for i := from + 1; i < to; i++ {
		if s.Says(i, term) {
			return true
		}
	}
	return false
}

// BeforeHelping returns the word before the verb at word i and its auxiliaries: "they" in "they
// had been told".
func (s *Sentence) BeforeHelping(i int) int {
	for i--; s.Is(i, lexicon.Be|lexicon.Have|lexicon.Adverb); i-- {
	}
	return i
}

// LightBefore returns the light verb of the noun at word i, -1 if none.
func (s *Sentence) LightBefore(i int) int {
	for at := i - 1; at >= 0 && at >= i-8; at-- {
		if s.Is(at, lexicon.Light) {
			return at
		}
		if s.Words[at].Stop || s.Is(at, lexicon.In|lexicon.To) && !s.Is(at, lexicon.Of) || s.Is(at, lexicon.Clause|lexicon.Say) {
			break
		}
	}
	return -1
}

// IsDefinite reports whether a noun refers to an event already reported.
func (s *Sentence) IsDefinite(c *Candidate) bool {
	if c.Form != lexicon.Noun {
		return false
	}
	for i := c.First - 1; i >= 0 && i >= c.First-4; i-- {
		switch {
		case s.Says(i, lexicon.Definite):
			return true
		case s.Is(i, lexicon.In|lexicon.Of|lexicon.And|lexicon.Be), s.Words[i].Trigger >= 0, s.Words[i+1].Comma:
			return false
		}
	}
	return s.Words[c.First].Arabic && strings.HasPrefix(s.Words[c.First].Of(s.Text.Text), "ال")
}

// IsUnnamed reports whether a group is a town not named so far, in a text that has named none but
// will.
func (s *Sentence) IsUnnamed(g int) bool {
	return !s.NamesNoTown && s.Groups[g].Anaphor && s.Groups[g].Spots[0].Place == Unnamed
}

// MaxDistance is how many words may separate a trigger and its places.
const MaxDistance = 60

// MaxPredicate is how many words may separate a place and its predicate.
const MaxPredicate = 8

// RelativeObject returns the group before a relative clause whose verb has no other object: "X,
// which Y holds, …".
func (s *Sentence) RelativeObject(c *Trigger) int {
	if next := c.Last + 1; next < len(s.Words) && !s.Words[next].Comma && !s.Words[next].Stop && !s.Is(next, lexicon.Clause|lexicon.Date) && !s.isTime(next) {
		return -1
	}
	acts := false
	for at := c.First - 1; at > 0 && at >= c.First-MaxPredicate; at-- {
		switch {
		case s.Is(at, lexicon.Relative):
			if !acts {
				return -1
			}
			return s.Words[s.beforeDate(at-1)].Group
		case s.Words[at+1].Comma, s.Words[at].Trigger >= 0:
			return -1
		case s.Words[at].Actor >= 0:
			acts = true
		}
	}
	return -1
}

// isTime reports whether word i begins a time or duration: "since 2013", "in May".
func (s *Sentence) isTime(i int) bool {
	return s.Says(i, lexicon.SinceWord) || s.Is(i, lexicon.In) && i+1 < len(s.Words) && s.isDate(i+1)
}

func (s *Sentence) isDate(i int) bool {
	return s.Is(i, lexicon.Date) || IsDigit(s.Words[i].Fold)
}

// beforeDate returns word i, or the one before the date that ends with it: "X on 14 November".
func (s *Sentence) beforeDate(i int) int {
	at := i
	for at > 0 && s.isDate(at) {
		at--
	}
	if at < i && at > 0 && s.Is(at, lexicon.In) {
		return at - 1
	}
	return i
}

// IsActive reports whether a candidate is an active verb: "holds", "had held".
func (s *Sentence) IsActive(c *Candidate) bool {
	return c.Form == lexicon.Verb || c.Form == lexicon.Participle && !c.Passive && s.Is(c.First-1, lexicon.Have)
}
