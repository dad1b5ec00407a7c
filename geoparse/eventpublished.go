package geoparse

import (
	"strings"

	"dateline/geoparse/event"
	"dateline/newsdate"
)

// maxDispatch is how many sentences a text has at most that is news of the day on which it
// was published, whatever days it names.
const maxDispatch = 8

// maxByline is how many words a line has at most that only says who wrote a text, and when.
const maxByline = 8

// publishedWhen returns when that happened of which no sentence says when: on the day of
// publication, as news has it; in a long text that names neither that day nor the one
// before, in its month. What holds a place does so when the text is published.
func (p *parse) publishedWhen(r *event.Report) When {
	when := p.untold()
	if when.From == FromPublished && !isState(r) && !p.ofTheDay {
		when.Precision = newsdate.Month
	}
	return when
}

// isState reports whether a report tells how things are, not what happened.
func isState(r *event.Report) bool { return r.Attributed || r.Type == event.Control }

// isOfTheDay reports whether a text is short, or names the day of its publication or the one
// before.
func (p *parse) isOfTheDay() bool {
	if len(p.datedSpans()) <= maxDispatch {
		return true
	}
	p.datesAt(0)
	published := newsdate.Civil(p.in.Published).Time()
	for i := range p.dates {
		dates, s := p.dates[i].Dates(), p.datedSpans()[i]
		byline := len(dates) > 0 && len(strings.Fields(p.Source[s.Start:s.End])) <= maxByline
		for _, e := range dates {
			if d := e.Date; (e.Relative || !byline) && d.Precision == newsdate.Day && !d.IsZero() && published.Sub(d.Time()).Abs().Hours() <= 24 {
				return true
			}
		}
	}
	return false
}
