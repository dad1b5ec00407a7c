package prose

import (
	"sort"
	"strings"

	"dateline/newsdate"
	"dateline/newsdate/clause"
	"dateline/newsdate/words"
)

// Sentence has the dates of a sentence. The zero Sentence has none.
type Sentence struct {
	text    string
	found   []Expression
	clauses []clause.Clause
	runs    []clause.Run
	dates   [][]int // by clause: those of found that date its events
	events  []int   // those of found in main clauses
	sayings []int   // those that date statements
	bound   Event   // since or by when a state held
	topic   Event   // the month or year that the sentence is about
}

// Expression is a date in a sentence.
type Expression struct {
	Start, End int // bytes of the sentence
	Event
	Relative bool // relative to publication: "on Friday", "yesterday"
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

// Dates returns the dates of the sentence in order; zero for those that need an unknown
// publication date.
func (s *Sentence) Dates() []Expression { return s.found }

// Since returns since or by when a state in the sentence held, "since June 2012", "by May 2013";
// false without such a date.
func (s *Sentence) Since() (Event, bool) { return s.bound, !s.bound.Date.IsZero() }

// Topic returns the month or year that the sentence is about, "August was an eventful month",
// which dates the following sentences; false for none.
func (s *Sentence) Topic() (Event, bool) { return s.topic, !s.topic.Date.IsZero() }

// At returns the date of what the sentence reports at a place named at a byte; false for none. A
// date in the clause of the place precedes one elsewhere, and one of the event one of the
// statement.
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

// nearest returns the date that applies at a byte: the next one, unless an "and" is in between
// or the previous one opens its clause; -1 for none.
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

// maxBeside is the maximum distance in words of a following date that belongs to an event
// whatever opens the clause: "the attack in April".
const maxBeside = 3

// firstOfRow returns the first of the dates joined by "and" before one: "on Friday and Saturday"
// starts on Friday.
func (s *Sentence) firstOfRow(date int) int {
	const and = 6 // bytes of " and " and of its like in Arabic
	for date > 0 && s.found[date].clause == s.found[date-1].clause && s.found[date].Start-s.found[date-1].End <= and {
		date--
	}
	return date
}

// opens reports whether a date opens its clause: "on Friday jets hit the town that was taken in
// April".
func (s *Sentence) opens(date int) bool {
	const words = 2
	e := &s.found[date]
	start := s.clauses[e.clause].Start
	return start <= e.Start && strings.Count(s.text[start:e.Start], " ") <= words
}

// joins reports whether a stretch contains "and", or is too long for a clause.
func (s *Sentence) joins(start, end int) bool {
	const far = 200 // bytes
	if end-start > far {
		return true
	}
	gap := s.text[start:end]
	return strings.Contains(gap, " and ") || strings.Contains(gap, " and,") || strings.Contains(gap, " و")
}

// maxInRelative is the number of words allowed between a date in a relative clause and a place
// in the same one: "who attacked on Friday in Homs".
const maxInRelative = 3

// isRelative reports whether a date is in a relative clause that ends before a byte: "rebels who
// took Idlib in 2015 attacked Hama".
func (s *Sentence) isRelative(date, at int) bool {
	e := &s.found[date]
	r := s.clauses[e.clause].Relative
	return r >= 0 && r < e.Start && e.End < at && strings.Count(s.text[e.End:min(at, e.End+100)], " ") > maxInRelative
}
