package geoparse

import (
	"slices"
	"sort"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"dateline/geoparse/event"
	"dateline/newsdate"
)

// dateEvents dates events by those that the text dates: "the strike", "on the same day",
// and what is told again of the same place.
func (p *parse) dateEvents(events []Event, reports []event.Report) {
	told := map[string]When{} // when the last of each group happened that a sentence dates
	last := When{}
	for i := range events {
		e := &events[i]
		group := event.GroupOf(e.Type)
		when, known := told[group]
		if !known && isViolent(group) {
			when, known = told[violence]
		}
		switch {
		case e.When.isTold():
			told[group], last = e.When, e.When
			if isViolent(group) {
				told[violence] = e.When
			}
		case last.isTold() && e.Status == event.Reported && p.saysSameDay(e):
			e.When = When{last.Date, FromContext}
		case known && reports[i].Definite && e.Status == event.Reported:
			e.When = When{when.Date, FromContext}
		}
	}
	p.dateRepeated(events, reports)
	p.dateHeadlines(events)
}

// violence stands for the last strike or fight that was told, whichever it was.
const violence = "violence"

func isViolent(group string) bool { return group == "strike" || group == "ground" }

// isTold reports whether the sentence itself gives the date.
func (w *When) isTold() bool { return w.From == FromText || w.From == FromContext }

// saysSameDay reports whether the sentence of an event dates it to the day of what was
// told before.
func (p *parse) saysSameDay(e *Event) bool {
	s := p.SentenceOf(p.byteOf(e.Start))
	sentence := p.Source[s.Start:s.End]
	return slices.ContainsFunc(p.Lex.SameDay, func(phrase string) bool { return strings.Contains(sentence, phrase) })
}

// repeat is what two reports of one article have in common that tell of the same.
type repeat struct {
	kind  event.Type
	place string
}

// maxRepeatAge is how long before publication that may be which a headline tells again
// without its date.
const maxRepeatAge = 7 * 24 * time.Hour

// dateRepeated gives a report without a date of its own that of the only day on which
// the text says that the same happened at the same place.
func (p *parse) dateRepeated(events []Event, reports []event.Report) {
	days := map[repeat]newsdate.Date{}
	for i := range events {
		if e := &events[i]; e.When.isTold() && e.When.Precision == newsdate.Day && e.Status == event.Reported && !p.isUndated(e) {
			for _, key := range repeatsOf(e) {
				if d, ok := days[key]; ok && d != e.When.Date {
					days[key] = newsdate.Date{} // on several days
				} else {
					days[key] = e.When.Date
				}
			}
		}
	}
	for i := range events {
		e := &events[i]
		if !p.isUndated(e) || reports[i].Before || reports[i].Lasting {
			continue
		}
		for _, key := range repeatsOf(e) {
			if d := days[key]; !d.IsZero() && isDaysBefore(d, e.When.Date) {
				e.When = When{d, FromContext}
				break
			}
		}
	}
}

// isUndated reports whether no more is known of when an event happened than when the text
// was published, or when somebody spoke of it.
func (p *parse) isUndated(e *Event) bool {
	if e.Status != event.Reported || e.When.Precision != newsdate.Day {
		return false
	}
	if e.When.From == FromPublished {
		return true
	}
	told, ok := p.dateAt(p.byteOf(e.Start))
	return ok && told.Said && told.Date == e.When.Date
}

// maxLead is the last sentence that may tell at length what the headline tells.
const maxLead = 3

// dateHeadlines gives what a headline reports the day on which the sentences below it say
// that the same happened.
func (p *parse) dateHeadlines(events []Event) {
	for i := range events {
		e := &events[i]
		if !p.isHeadline(e) {
			break
		}
		if !p.isUndated(e) {
			continue
		}
		for k := i + 1; k < len(events) && p.SentenceIndex(p.byteOf(events[k].Start)) <= maxLead; k++ {
			lead := &events[k]
			if lead.Type == e.Type && lead.When.isTold() && !p.isUndated(lead) && lead.When.Precision == newsdate.Day && isDaysBefore(lead.When.Date, e.When.Date) {
				e.When = When{lead.When.Date, FromContext}
				break
			}
		}
	}
}

// isHeadline reports whether an event is told by the headline that a text begins with: a
// line of its own, what stands before a stamp, or words with capitals.
func (p *parse) isHeadline(e *Event) bool {
	at := p.byteOf(e.Start)
	if p.SentenceIndex(at) > 0 {
		return false
	}
	s := p.SentenceOf(at)
	first, _ := utf8.DecodeRuneInString(e.Trigger)
	return at < p.stamp.Start || strings.HasPrefix(p.Source[s.End:], "\n") || unicode.IsUpper(first) && at > s.Start
}

// repeatsOf returns what an event that happens once in a place can be told again by.
func repeatsOf(e *Event) []repeat {
	switch e.Type {
	case event.AirStrike, event.Shelling, event.Explosion, event.Killing, event.Capture, event.Detention:
	default:
		return nil
	}
	var keys []repeat
	for i := range e.Places {
		if p := e.Places[i].Place; p != nil {
			keys = append(keys, repeat{e.Type, p.ID})
		}
	}
	return keys
}

// eventDate returns when an event happened. The day of publication is none of what is
// planned, possible or long over.
func (p *parse) eventDate(r *event.Report) When {
	e, told := p.dateAt(r.Trigger.Start)
	if !told {
		if since, ok := p.sinceWhen(r); ok {
			return since
		}
	}
	if (!told || e.Said) && r.Retold.End > 0 {
		if again, ok := p.dateAt(r.Retold.Start); ok && !again.Said {
			return whenOf(again)
		}
	}
	if r.Attributed && r.Before {
		return When{} // the former stronghold
	}
	when := p.untold()
	if said, ok := p.saidBefore(r); !told && ok {
		when = said
	}
	if told && !(r.Attributed && p.isOfTheseDays(e.Date)) {
		when = whenOf(e)
	}
	if (r.Before || r.Status == event.Planned || r.Status == event.Hypothetical) && !when.isTold() {
		return When{}
	}
	if r.Lasting && when.From == FromPublished && when.Precision == newsdate.Day {
		when.Precision = newsdate.Month
	}
	return when
}

// maxSaidBefore is how many sentences before another the day is looked for on which its source
// spoke.
const maxSaidBefore = 3

// saidBefore returns the day on which a source spoke that a sentence quotes as known: "The
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

// isKnownSource reports whether a source is spoken of as named before: "the sources".
func (p *parse) isKnownSource(source event.Range) bool {
	if source.IsEmpty() {
		return false
	}
	i := sort.Search(len(p.Tokens), func(i int) bool { return p.Tokens[i].Start >= source.Start }) - 1
	return i >= 0 && p.IsEnglishArticle(i) && !p.IsIndefinite(i) || strings.HasPrefix(source.Of(p.Source), "ال")
}

// isOfTheseDays reports whether a date lies in the week before publication: what a text
// calls a place in passing is so still.
func (p *parse) isOfTheseDays(d newsdate.Date) bool {
	return d.Precision == newsdate.Day && isDaysBefore(d, newsdate.Civil(p.in.Published))
}

// isDaysBefore reports whether a day is another or lies in the week before it.
func isDaysBefore(d, other newsdate.Date) bool {
	return !other.IsZero() && !d.Time().After(other.Time()) && other.Time().Sub(d.Time()) <= maxRepeatAge
}

// sinceWhen returns the date since or by which a report of who holds a place was so.
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
