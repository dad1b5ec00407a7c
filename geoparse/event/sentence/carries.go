package sentence

import "dateline/geoparse/event/lexicon"

// maxReported is how many words may separate an Arabic verb of carrying from whom or what it reports.
const maxReported = 6

// IsReporting reports whether the Arabic verb of carrying at word i means to report: of a source, or
// with "from" or "that": "نقلت الوكالة عن", but "نقل التنظيم عربات".
func (s *Sentence) IsReporting(i int) bool {
	for at := i + 1; at < len(s.Words) && at <= i+maxReported && !s.Words[at].Stop && s.Words[at].Group < 0; at++ {
		if s.Is(at, lexicon.Source|lexicon.That) || s.Says(at, lexicon.Saying) || s.Says(at, lexicon.About) {
			return true
		}
	}
	return false
}
