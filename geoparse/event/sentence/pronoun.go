package sentence

import (
	"strings"

	"dateline/geoparse/event/lexicon"
)

// HasObject reports whether word i is an Arabic verb with an object pronoun, which may be a
// place mentioned before: "دخلتها القوات". After a relative pronoun it refers to the antecedent.
func (s *Sentence) HasObject(i int) bool {
	w := &s.Words[i]
	if !w.Arabic || w.Trigger < 0 || s.Triggers[w.Trigger].Form != lexicon.Verb || !strings.HasSuffix(w.Fold, "ها") || strings.HasSuffix(w.Base, "ها") {
		return false
	}
	if s.Is(i-1, lexicon.Relative) && i > 1 {
		return s.Words[i-2].Group >= 0
	}
	return true
}
