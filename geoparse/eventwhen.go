package geoparse

import (
	"sort"
	"strings"

	"dateline/geoparse/event"
	"dateline/newsdate"
)

// eventDate returns the date of an event. Events that are planned, possible or long past are not
// dated to the day of publication.
func (p *parse) eventDate(r *event.Report) When {
	e, told := p.dateAt(r.Trigger.Start)
	if !told {
		if since, ok := p.sinceWhen(r); ok {
			return since
		}
		if r.Cause {
			return p.causeWhen(r)
		}
	}
	if (!told || e.Said) && r.Reference.End > 0 {
		if again, ok := p.dateAt(r.Reference.Start); ok && !again.Said {
			return whenOf(again)
		}
	}
	if r.Attributed && r.Before {
		return When{} // the former stronghold
	}
	when := p.publishedWhen(r)
	if month, ok := p.topicBefore(r.Trigger.Start); !told && ok && r.Status == event.Reported && !r.Lasting {
		when = month
	}
	if said, ok := p.saidBefore(r); !told && ok {
		when = said
	}
	if told && !(r.Attributed && p.isOfTheseDays(e.Date)) {
		when = whenOf(e)
	}
	if (r.Before || r.Status == event.Planned || r.Status == event.Hypothetical) && !when.isExplicit() {
		return When{}
	}
	if r.Lasting && when.From == FromPublished && when.Precision == newsdate.Day {
		when.Precision = newsdate.Month
	}
	if r.Months && when.From == FromPublished && when.Precision >= newsdate.Month {
		when.Precision = newsdate.Year
	}
	return when
}

// maxTopicBefore is for how many sentences a month that one sentence is about remains in force.
const maxTopicBefore = 2

// topicBefore returns the month or year that an earlier sentence of the paragraph is about, if
// no other date follows it: "August was eventful. The army took X."
func (p *parse) topicBefore(at int) (When, bool) {
	spans := p.datedSpans()
	i := sort.Search(len(spans), func(i int) bool { return spans[i].End > at })
	other := newsdate.Date{}
	for k := i - 1; k >= 0 && k >= i-maxTopicBefore; k-- {
		if strings.Contains(p.Source[spans[k].End:spans[k+1].Start], "\n") {
			break
		}
		if e, ok := p.dates[k].Topic(); ok {
			return When{e.Date, FromContext}, other.IsZero() || other == e.Date
		}
		for _, e := range p.dates[k].Dates() {
			other = e.Date
		}
	}
	return When{}, false
}

// maxSaidBefore is how many sentences back the day of a source's statement is searched.
const maxSaidBefore = 3

// saidBefore returns the day on which a source spoke that the sentence refers to as known: "The
// ministry said on Monday that … The army entered X, the ministry said."
func (p *parse) saidBefore(r *event.Report) (When, bool) {
	if !p.isKnownSource(r.Source) {
		return When{}, false
	}
	spans := p.datedSpans()
	at := sort.Search(len(spans), func(i int) bool { return spans[i].End > r.Trigger.Start })
	for i := at - 1; i >= 0 && i >= at-maxSaidBefore; i-- {
		if e, ok := p.dates[i].At(spans[i].End - spans[i].Start - 1); ok {
			return When{e.Date, FromContext}, e.Said && e.Date.Precision == newsdate.Day
		}
	}
	return When{}, false
}

// isKnownSource reports whether a source is referred to as known: "the sources".
func (p *parse) isKnownSource(source event.Range) bool {
	if source.IsEmpty() {
		return false
	}
	i := sort.Search(len(p.Tokens), func(i int) bool { return p.Tokens[i].Start >= source.Start }) - 1
	return i >= 0 && p.IsEnglishArticle(i) && !p.IsIndefinite(i) || strings.HasPrefix(source.Of(p.Source), "ال")
}

// isOfTheseDays reports whether a date is in the week before publication: a state mentioned in
// passing is still current then.
func (p *parse) isOfTheseDays(d newsdate.Date) bool {
	return d.Precision == newsdate.Day && isDaysBefore(d, newsdate.Civil(p.in.Published))
}

// isDaysBefore reports whether d is the other day or in the week before it.
func isDaysBefore(d, other newsdate.Date) bool {
	return !other.IsZero() && !d.Time().After(other.Time()) && other.Time().Sub(d.Time()) <= maxRepeatAge
}

// sinceWhen returns the date since or by which a place was under control.
func (p *parse) sinceWhen(r *event.Report) (When, bool) {
	d, _ := p.datesAt(r.Trigger.Start)
	switch {
	case d == nil, r.Status != event.Reported && r.Status != event.Claimed:
		return When{}, false
	case event.GroupOf(r.Type) != "control" && event.GroupOf(r.Type) != "territory" && event.GroupOf(r.Type) != "siege":
		return When{}, false
	}
	e, ok := d.Since()
	return whenOf(e), ok
}

// isSince reports whether the date of a report is the start of what it reports.
func (p *parse) isSince(r *event.Report) bool {
	_, told := p.dateAt(r.Trigger.Start)
	_, since := p.sinceWhen(r)
	return since && !told
}

// causeWhen returns the year since which the state caused by a report's event has lasted.
func (p *parse) causeWhen(r *event.Report) When {
	d, _ := p.datesAt(r.Trigger.Start)
	e, ok := d.Since()
	if !ok {
		return When{}
	}
	when := whenOf(e)
	when.Precision = min(when.Precision, newsdate.Year)
	return when
}
