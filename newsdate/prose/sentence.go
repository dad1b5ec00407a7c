package prose

import (
	"sort"
	"strings"

	"dateline/newsdate"
	"dateline/newsdate/clause"
	"dateline/newsdate/words"
)

// Sentence is what a Reader found in a sentence. The zero Sentence has no date.
type Sentence struct {
	text    string
	found   []Expression
	clauses []clause.Clause
	runs    []clause.Run
	dates   [][]int // of each clause: those of found that date what happened in it
	events  []int   // of found, those that are dates of main clauses
	sayings []int   // those that tell when something was said
	bound   Event   // since or by when something was so
	topic   Event   // the month or year that something is said of
}

// Expression is a date in a sentence.
type Expression struct {
	Start, End int // bytes of the sentence
	Event
	Relative bool // reckoned from the day of publication: "on Friday", "yesterday"
	clause   int
}

// newSentence keeps what At needs.
func newSentence(p *clause.Parts, dates []dated) Sentence {
	s := Sentence{text: p.Text, clauses: p.Clauses, runs: p.Runs, found: make([]Expression, len(dates)), dates: make([][]int, len(p.Clauses))}
	for i := range dates {
		d, in := &dates[i], p.Of[i]
		s.found[i] = Expression{Start: p.At(d.First).Start, End: p.At(d.Last).End, Event: Event{Date: d.date}, Relative: d.IsRelative(), clause: in}
		if d.carried {
			s.found[i].Source = FromContext
		}
		if d.date.Precision < newsdate.Day && !d.date.IsZero() && !d.said && p.Is(d.Last+1, words.Be|words.See) && p.Beside(d.Last) {
			s.topic = s.found[i].Event
		}
		switch {
		case d.date.IsZero():
		case d.said:
			s.sayings = append(s.sayings, i)
		default:
			s.dates[in] = append(s.dates[in], i)
			if !d.side {
				s.events = append(s.events, i)
			}
		}
	}
	return s
}

// Dates returns the dates of the sentence in their order; those that can't be
// told without a date of publication are zero.
func (s *Sentence) Dates() []Expression { return s.found }

// Since returns since or by when that was so which the sentence tells, "since June
// 2012", "by May 2013"; false where it says no such date.
func (s *Sentence) Since() (Event, bool) { return s.bound, !s.bound.Date.IsZero() }

// Topic returns the month or year that the sentence says something of, "August was an
// eventful month": what the next sentences tell happened then; false for none.
func (s *Sentence) Topic() (Event, bool) { return s.topic, !s.topic.Date.IsZero() }

// At returns when that happened which the sentence tells of a place named at a
// byte; false where it says no date of it. A date in the clause of the place
// goes before one elsewhere, and what happened before what was said about it.
func (s *Sentence) At(at int) (Event, bool) {
	if len(s.found) == 0 {
		return Event{}, false
	}
	for c := s.clauseAt(at); c >= 0; c = s.clauses[c].Parent {
		if i := s.nearest(s.dates[c], at, c); i >= 0 {
			return s.found[i].Event, true
		}
	}
	for said, dates := range [...][]int{s.events, s.sayings} {
		if i := s.nearest(dates, at, -1); i >= 0 {
			e := s.found[i].Event
			e.Said = said == 1
			return e, true
		}
	}
	return Event{}, false
}

func (s *Sentence) clauseAt(at int) int {
	i := sort.Search(len(s.runs), func(i int) bool { return s.runs[i].Start > at })
	return s.runs[max(0, i-1)].Clause
}

// nearest returns the date that holds at a byte: the next one, unless an "and"
// stands between or the one before begins its clause; -1 for none.
func (s *Sentence) nearest(dates []int, at, c int) int {
	next := sort.Search(len(dates), func(i int) bool { return s.found[dates[i]].Start >= at })
	before, after := -1, -1
	if next > 0 && !s.isRelative(dates[next-1], at) {
		before = dates[next-1]
	}
	if next < len(dates) {
		after = dates[next]
	}
	switch {
	case before < 0:
		return after
	case after >= 0 && c >= 0 && s.found[after].Date.Precision < s.found[before].Date.Precision && strings.Count(s.text[at:s.found[after].Start], " ") > maxBeside:
		if first := s.firstOfRow(before); s.opens(first) {
			return first
		}
	}
	if after < 0 || c < 0 || s.joins(at, s.found[after].Start) {
		return before
	}
	return after
}

// maxBeside is how many words a date stands behind an event at most that is its own whatever
// opens the clause: "the attack in April".
const maxBeside = 3

// firstOfRow returns the first of the dates that "and" joins before one: "on Friday and
// Saturday" begins on Friday.
func (s *Sentence) firstOfRow(date int) int {
	const and = 6 // bytes of " and " and of its like in Arabic
	for date > 0 && s.found[date].clause == s.found[date-1].clause && s.found[date].Start-s.found[date-1].End <= and {
		date--
	}
	return date
}

// opens reports whether a date stands at the beginning of its clause: "on Friday jets
// hit the town that was taken in April".
func (s *Sentence) opens(date int) bool {
	const words = 2
	e := &s.found[date]
	start := s.clauses[e.clause].Start
	return start <= e.Start && strings.Count(s.text[start:e.Start], " ") <= words
}

// joins reports whether "and" stands in a stretch, or it is too long for a clause.
func (s *Sentence) joins(start, end int) bool {
	const far = 200 // bytes
	if end-start > far {
		return true
	}
	gap := s.text[start:end]
	return strings.Contains(gap, " and ") || strings.Contains(gap, " and,") || strings.Contains(gap, " و")
}

// maxInRelative is how many words may stand between a date in a relative clause
// and a place that is still in it: "who attacked on Friday in Homs".
const maxInRelative = 3

// isRelative reports whether a date lies in a relative clause that ends before a
// byte: "rebels who took Idlib in 2015 attacked Hama".
func (s *Sentence) isRelative(date, at int) bool {
	e := &s.found[date]
	r := s.clauses[e.clause].Relative
	return r >= 0 && r < e.Start && e.End < at && strings.Count(s.text[e.End:min(at, e.End+100)], " ") > maxInRelative
}
