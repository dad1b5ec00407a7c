package geoparse

import (
	"strings"

	"dateline/geoparse/event"
	"dateline/newsdate"
)

// maxDispatch is how many sentences a text may have to be taken for news of the day of
// publication, whatever days it names.
const maxDispatch = 8

// maxByline is how many words a line may have that only gives author and date.
const maxByline = 8

// publishedWhen dates events without any date: to the day of publication, or, in a long text
// that names neither that day nor the day before, to its month. Control of a place is dated to
// the day of publication.
func (p *parse) publishedWhen(r *event.Report) When {
	when := p.publicationDate()
	if when.From == FromPublished && !isState(r) && !p.ofTheDay {
		when.Precision = newsdate.Month
	}
	return when
}

// isState reports whether a report is of a state of affairs rather than an event.
func isState(r *event.Report) bool { return r.Attributed || r.Type == event.Control }

// isOfTheDay reports whether a text is short, or names the day of its publication or the day
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
