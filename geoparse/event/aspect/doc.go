// Package aspect tells how an event relates to what its text is about: background that was
// over before, a state that goes on, mentioned in passing, or reported before.
//
//	aspect.Read(s, &candidate, &report)
//	report.Before // "Kurna, which rebels took last year, was shelled": of the taking
//
// A call looks at a bounded number of words around the trigger.
package aspect

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/sentence"
)

// stage adds the methods of this package to a sentence.
type stage struct{ *sentence.Sentence }

// Read sets the aspect of a candidate on its report.
func Read(s *sentence.Sentence, c *sentence.Candidate, r *event.Report) {
	in := stage{s}
	r.Before, r.Attributed, r.Definite = in.isBefore(c) || in.isTerms(c) || in.isSum(c), in.isAttributed(c), s.IsDefinite(c) || in.isBackshifted(c) || in.isAnother(c)
	r.Cause = in.isCause(c)
	r.Months = in.isOverMonths(c)
	r.Lasting = r.Months || in.isLasting(c)
}
