package reader

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// noteReference records the sentence that refers to the last violence reported.
func noteReference(reports []event.Report, again event.Range) {
	for i := len(reports) - 1; i >= 0; i-- {
		if group := event.GroupOf(reports[i].Type); group == "strike" || group == "ground" {
			reports[i].Reference = again
			return
		}
	}
}

// refersBack reports whether a sentence begins by referring to an attack already reported: "The
// attack took place on Sunday", "The Saturday strike hit …".
func refersBack(s *sentence.Sentence) bool {
	for i := range s.Triggers {
		t := &s.Triggers[i]
		if t.First > 3 {
			break
		}
		if (lexicon.IsHostile(t.Class) || t.Class == lexicon.BombClass) && s.IsDefinite(&sentence.Candidate{Trigger: *t}) {
			return true
		}
	}
	return false
}
