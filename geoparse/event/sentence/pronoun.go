package sentence

import (
	"strings"

	"dateline/geoparse/event/lexicon"
)

// HasObject reports whether word i is an Arabic verb whose object is the pronoun at its
// end, which may be a place named before: "دخلتها القوات". Behind a relative it is what stands
// before that, a place or none.
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
