package newsdate

import (
	"slices"
	"time"
)

// Reference is what dates of a text are reckoned from.
type Reference struct {
	Published time.Time // in the article's own zone; zero when it is not known
	Year      int       // of the text where Published is zero; 0 when that is not known either
	Ahead     Date      // where neither is known: the first whole date of the text, which those before it precede
	Order     Order     // of day and month in dates of numbers
}

// Source says what an Event's date was taken from.
type Source uint8

const (
	FromText    Source = iota // the sentence's own words, a missing year from publication
	FromContext               // the year from an expression before
)

// Event is when something happened, by the words of a sentence.
type Event struct {
	Date   Date
	Source Source
	Said   bool // when somebody said so: it happened no later
}

// Reader reads the dates of a text, sentence by sentence in their order. It is
// not safe for concurrent use.
type Reader struct {
	ref    Reference
	last   Date // that was read, in a history
	told   Date // of what happened, in the sentences before or earlier in this one
	since  int  // sentences that were read since
	back   bool // the sentence tells what had been
	year   int  // carried from the sentence before, 0 for none
	whole  bool
	age    int // sentences since
	tokens []token
	found  []expression
	dated  []int
	steps  int // tokens looked at, for the test of cost
}

// NewReader returns a Reader of one text.
func NewReader(ref Reference) *Reader { return &Reader{ref: ref} }

// maxAge is over how many sentences without a date a year is carried.
const maxAge = 2

// maxAgeUndated is the same where the text has no date of publication: a history says
// a year once and then days.
const maxAgeUndated = 10

// maxSince is over how many sentences without a date "two days later" looks back.
const maxSince = 3

// Read reads the next sentence of the text.
func (r *Reader) Read(sentence string) Sentence {
	if r.age++; r.age > maxAge && (!r.ref.Published.IsZero() || r.age > maxAgeUndated) {
		r.year = 0
	}
	if r.since++; r.since > maxSince {
		r.told = Date{}
	}
	if !vocabulary().mayHaveDate(sentence) {
		return Sentence{}
	}
	s := newScan(sentence, r.tokens)
	r.tokens = s.tokens
	o := r.ref.Order
	if o == UnknownOrder && s.arabic {
		o = DayFirst
	}
	r.found = s.expressions(o, r.found)
	bound := r.began(s.bound)
	if len(r.found) == 0 {
		r.steps += s.steps
		return Sentence{bound: bound}
	}
	r.learn(&s)
	r.back = slices.ContainsFunc(s.tokens, func(t token) bool { return t.is&isPluperfect != 0 })
	found := r.found
	p := s.divide(found, r.dated)
	r.dated = p.dated
	for i := range found {
		e := &found[i]
		if e.isBare() && i+1 < len(found) && p.shareYear(e, &found[i+1]) {
			e.form.year = found[i+1].form.year
		}
		e.resolve(r.ref.Published, r.yearFor(e), r.told, p.tenseOf(e))
		r.carry(e, p)
	}
	r.steps += s.steps
	out := p.sentence(found)
	out.bound = bound
	return out
}

// began resolves the date that something began, none for nil.
func (r *Reader) began(e *expression) Event {
	if e == nil || e.shift.n > 0 || e.form.month == 0 && e.form.year == 0 {
		return Event{}
	}
	e.resolve(r.ref.Published, r.yearFor(e), Date{}, past)
	if e.form.year > 0 && e.form.month > 0 {
		r.year, r.whole, r.age = e.form.year, true, 0
	}
	if e.carried {
		return Event{Date: e.date, Source: FromContext}
	}
	return Event{Date: e.date}
}

// learn takes the order of dates of numbers from one that can be read in one way.
func (r *Reader) learn(s *scan) {
	for i := range r.found {
		a, b := s.at(r.found[i].first), s.at(r.found[i].first+1)
		switch {
		case r.ref.Order != UnknownOrder || !isDayNumber(a) || !isDayNumber(b):
		case a.number > 12:
			r.ref.Order = DayFirst
		case b.number > 12:
			r.ref.Order = MonthFirst
		}
	}
}

// shareYear reports whether a date takes its year from the next, which it is
// joined to: June 5 and July 7, 2014.
func (p *parts) shareYear(e, next *expression) bool {
	between := next.first - e.last - 1
	return next.form.year > 0 && next.form.month > 0 && (between == 0 || between == 1 && p.is(e.last+1, isAnd|isBound))
}

// yearFor returns the year of an expression that may lack one: that carried so
// far, or that of the text.
func (r *Reader) yearFor(e *expression) int {
	switch {
	case r.year > 0 && (r.whole || e.form.day == 0):
		return r.goneOn(e)
	case !r.ref.Published.IsZero():
		return 0
	case r.ref.Year == 0 && !r.ref.Ahead.IsZero():
		return yearBefore(e, r.ref.Ahead)
	}
	return r.ref.Year
}

// yearBefore returns the year in which an expression lies before a date.
func yearBefore(e *expression, d Date) int {
	if d.before(e.form.dated(d.Year)) {
		return d.Year - 1
	}
	return d.Year
}

// goneOn returns the year carried so far, or the next where that of a history would lie
// before what it told last.
func (r *Reader) goneOn(e *expression) int {
	if r.isHistory() && e.form.month > 0 && !r.last.IsZero() && !r.back && e.form.dated(r.year).Last().Before(r.last.First()) {
		return r.year + 1
	}
	return r.year
}

// isHistory reports whether nothing is known of when the text was written.
func (r *Reader) isHistory() bool { return r.ref.Published.IsZero() && r.ref.Year == 0 }

// carry keeps the year of an expression for those after it, and drops it where
// the text comes back to the days around publication.
func (r *Reader) carry(e *expression, p *parts) {
	if isTold := !e.said || r.told.IsZero() || r.since > 0; isTold && !p.clauses[e.clause].side && !e.date.IsZero() {
		r.told, r.since = e.date, 0 // a day of saying, where the sentence has no other
	}
	if r.isHistory() && !e.said && !p.clauses[e.clause].side && e.date.Precision >= Month {
		r.last = e.date
	}
	switch {
	case e.said || p.clauses[e.clause].side:
	case e.form.year > 0 && !e.date.IsZero():
		r.year, r.whole, r.age = e.form.year, e.form.month > 0, 0
	case e.carried:
		r.age = 0
	case e.shift.n > 0, e.form.month == 0 && e.weekday >= 0:
		r.year = 0
	}
}
