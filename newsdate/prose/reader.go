package prose

import (
	"slices"
	"time"

	"dateline/newsdate"
	"dateline/newsdate/calendar"
	"dateline/newsdate/clause"
	"dateline/newsdate/expression"
	"dateline/newsdate/resolve"
	"dateline/newsdate/token"
	"dateline/newsdate/words"
)

// Reference is the context for the dates of a text.
type Reference struct {
	Published time.Time      // in the article's own zone; zero if unknown
	Year      int            // of the text if Published is zero; 0 if unknown too
	Ahead     newsdate.Date  // if neither is known: the first complete date of the text, which follows the dates before it
	Order     newsdate.Order // of day and month in numeric dates
}

// Source is the origin of an Event's date.
type Source uint8

const (
	FromText    Source = iota // the sentence itself, with a missing year from publication
	FromContext               // the year from an earlier expression
)

// Event is a date of something that happened.
type Event struct {
	Date   newsdate.Date
	Source Source
	Said   bool // it dates a statement: the event was not later
}

// Reader reads the dates of a text, sentence by sentence in order. It is not safe for concurrent
// use.
type Reader struct {
	ref      Reference
	last     newsdate.Date // last date read, in a history
	previous newsdate.Date // last event date, in earlier sentences or earlier in this one
	since    int           // number of sentences since
	back     bool          // the sentence is in the pluperfect
	year     int           // carried over, 0 for none
	whole    bool          // a month came with that year
	age      int           // sentences since
	tokens   []token.Token // this and the next two: reused buffers
	found    []expression.Expression
	dates    []dated
	parts    *clause.Parts // of the previous sentence
	steps    int           // number of tokens looked at, for the test of cost
}

// NewReader returns a Reader of one text.
func NewReader(ref Reference) *Reader { return &Reader{ref: ref} }

// maxAge is the number of sentences without a date over which a year is carried.
const maxAge = 2

// maxAgeUndated is the same for a text without a publication date: a history gives a year once
// and then days.
const maxAgeUndated = 10

// maxSince is the number of sentences without a date over which "two days later" looks back.
const maxSince = 3

// Read reads the next sentence of the text.
func (r *Reader) Read(sentence string) Sentence {
	if r.age++; r.age > maxAge && (!r.ref.Published.IsZero() || r.age > maxAgeUndated) {
		r.year = 0
	}
	if r.since++; r.since > maxSince {
		r.previous = newsdate.Date{}
	}
	if !words.MayHaveDate(sentence) {
		return Sentence{}
	}
	s := token.New(sentence, r.tokens)
	r.tokens = s.Tokens
	o := r.ref.Order
	if o == newsdate.UnknownOrder && s.Arabic {
		o = newsdate.DayFirst
	}
	var since *expression.Expression
	r.found, since = expression.Find(s, o, r.found)
	bound := r.began(since)
	if len(r.found) == 0 {
		r.steps += s.Steps()
		return Sentence{bound: bound}
	}
	r.learn(s)
	r.back = slices.ContainsFunc(s.Tokens, func(t token.Token) bool { return t.Is&words.Pluperfect != 0 })
	p := clause.Divide(s, r.found, r.parts)
	r.parts = p
	r.date(p)
	r.steps += s.Steps()
	out := newSentence(p, r.dates)
	out.bound = bound
	return out
}

// dated is an expression with its date.
type dated struct {
	*expression.Expression
	date    newsdate.Date
	carried bool // its year is from an earlier expression
	said    bool // it dates a statement
	side    bool // it is in a side clause
}

// date resolves the expressions of a sentence in order.
func (r *Reader) date(p *clause.Parts) {
	r.dates = r.dates[:0]
	for i := range r.found {
		e := &r.found[i]
		if e.IsBare() && i+1 < len(r.found) && shareYear(p, e, &r.found[i+1]) {
			e.Form.Year = r.found[i+1].Form.Year
		}
		d := dated{Expression: e, said: p.Said[i], side: p.Clauses[p.Of[i]].Side}
		d.date, d.carried = resolve.Date(e, resolve.Anchor{Published: r.ref.Published, Year: r.yearFor(e), Previous: r.previous, Tense: p.Tense(i)})
		r.carry(&d)
		r.dates = append(r.dates, d)
	}
}

// began resolves the date since or by which something held, none for nil.
func (r *Reader) began(e *expression.Expression) Event {
	if e == nil || e.Shift.N > 0 || e.Form.Month == 0 && e.Form.Year == 0 {
		return Event{}
	}
	d, carried := resolve.Date(e, resolve.Anchor{Published: r.ref.Published, Year: r.yearFor(e)})
	if e.Form.Year > 0 && e.Form.Month > 0 {
		r.year, r.whole, r.age = e.Form.Year, true, 0
	}
	if carried {
		return Event{Date: d, Source: FromContext}
	}
	return Event{Date: d}
}

// learn learns the order of numeric dates from the first unambiguous one.
func (r *Reader) learn(s *token.Scan) {
	for i := 0; i < len(r.found) && r.ref.Order == newsdate.UnknownOrder; i++ {
		r.ref.Order = calendar.OrderAt(s, r.found[i].First)
	}
}

// shareYear reports whether a date takes its year from the next one joined to it: June 5 and
// July 7, 2014.
func shareYear(p *clause.Parts, e, next *expression.Expression) bool {
	between := next.First - e.Last - 1
	return next.Form.Year > 0 && next.Form.Month > 0 && (between == 0 || between == 1 && p.Is(e.Last+1, words.And|words.Bound))
}

// yearFor returns a year for an expression that may lack one: the one carried so far, or that of
// the text.
func (r *Reader) yearFor(e *expression.Expression) int {
	switch {
	case r.year > 0 && (r.whole || e.Form.Day == 0):
		return r.goneOn(e)
	case !r.ref.Published.IsZero():
		return 0
	case r.ref.Year == 0 && !r.ref.Ahead.IsZero():
		return yearBefore(e, r.ref.Ahead)
	}
	return r.ref.Year
}

// yearBefore returns the year of an expression that precedes a date.
func yearBefore(e *expression.Expression, d newsdate.Date) int {
	if d.Before(e.Form.Dated(d.Year)) {
		return d.Year - 1
	}
	return d.Year
}

// goneOn returns the year carried so far, or the next if that would put a history before its
// last date.
func (r *Reader) goneOn(e *expression.Expression) int {
	if r.isHistory() && e.Form.Month > 0 && !r.last.IsZero() && !r.back && e.Form.Dated(r.year).Last().Before(r.last.First()) {
		return r.year + 1
	}
	return r.year
}

// isHistory reports whether nothing is known about when the text was written.
func (r *Reader) isHistory() bool { return r.ref.Published.IsZero() && r.ref.Year == 0 }

// carry keeps the year of an expression for later ones, and drops it when the text returns to
// the days around publication.
func (r *Reader) carry(d *dated) {
	if isEvent := !d.said || r.previous.IsZero() || r.since > 0; isEvent && !d.side && !d.date.IsZero() {
		r.previous, r.since = d.date, 0 // the date of a statement, if the sentence has no other
	}
	if r.isHistory() && !d.said && !d.side && d.date.Precision >= newsdate.Month {
		r.last = d.date
	}
	switch {
	case d.said || d.side:
	case d.Form.Year > 0 && !d.date.IsZero():
		r.year, r.whole, r.age = d.Form.Year, d.Form.Month > 0, 0
	case d.carried:
		r.age = 0
	case d.Shift.N > 0, d.Form.Month == 0 && d.Weekday >= 0:
		r.year = 0
	}
}
