package geoparse

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"dateline/geo"
	"dateline/geoparse/event"
	"dateline/newsdate"
)

// dateEvents dates events by those that the text dates: "the strike", "on the same day",
// and what is told again of the same place.
func (p *parse) dateEvents(events []Event, reports []event.Report) {
	told := map[string]*Event{} // the last of each group that a sentence dates
	last := When{}
	for i := range events {
		e := &events[i]
		group := event.GroupOf(e.Type)
		before := told[group]
		if before == nil && isViolent(group) {
			before = told[violence]
		}
		switch {
		case e.When.isTold() && reports[i].Before: // what was "previously captured" is not what is spoken of
		case e.When.isTold() && p.isSince(&reports[i]): // nor is what has been so for years
		case e.When.isTold():
			told[group], last = e, e.When
			if isViolent(group) {
				told[violence] = e
			}
		case last.isTold() && e.Status == event.Reported && p.saysSameDay(e):
			e.When = When{last.Date, FromContext}
		case before != nil && reports[i].Definite && e.Status == event.Reported && mayBeSame(e, before):
			e.When = When{before.When.Date, FromContext}
		case i > 0 && e.Status == event.Reported && !reports[i].Lasting && e.When.From == FromPublished && isViolent(group) && isViolent(event.GroupOf(events[i-1].Type)) && events[i-1].When.From == FromContext && events[i-1].Sentence == e.Sentence:
			e.When = events[i-1].When
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
	if e.When.From == FromPublished || p.isHeadline(e) && p.isDateline(e) {
		return true
	}
	told, ok := p.dateAt(p.byteOf(e.Start))
	return ok && told.Said && told.Date == e.When.Date
}

// isDateline reports whether the date of a headline is that of publication, with its year.
func (p *parse) isDateline(e *Event) bool {
	s := p.SentenceOf(p.byteOf(e.Start))
	return e.When.Date == newsdate.Civil(p.in.Published) && strings.Contains(p.Source[s.Start:s.End], strconv.Itoa(e.When.Date.Year))
}

// maxLead is how many sentences behind the lead may tell at length what it tells.
const maxLead = 3

// maxTop is how many lines may stand above the lead: a headline, who wrote it, when.
const maxTop = 4

// dateHeadlines gives what a headline or the sentence below it reports in brief the day on
// which the sentences behind say that the same happened.
func (p *parse) dateHeadlines(events []Event) {
	top := p.lead()
	for i := range events {
		e := &events[i]
		headline := p.isHeadline(e)
		if !headline && !p.isLead(e, top) {
			break
		}
		if !p.isUndated(e) {
			continue
		}
		for k := i + 1; k < len(events) && p.SentenceIndex(p.byteOf(events[k].Start)) <= top+maxLead; k++ {
			lead := &events[k]
			if lead.Type == e.Type && (headline || mayBeSame(e, lead)) && lead.When.isTold() && !p.isUndated(lead) && lead.When.Precision == newsdate.Day && isDaysBefore(lead.When.Date, e.When.Date) {
				e.When = When{lead.When.Date, FromContext}
				break
			}
		}
	}
}

// lead returns the first sentence below the headline: the first that ends in a full stop, 0
// where no headline stands on a line of its own.
func (p *parse) lead() int {
	for i, s := range p.Sentences[:min(len(p.Sentences), maxTop+1)] {
		if last, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(p.Source[s.Start:s.End])); !unicode.IsLetter(last) && !unicode.IsDigit(last) {
			return i
		}
	}
	return 0
}

// isLead reports whether an event is told by the lead, where a headline stands before it.
func (p *parse) isLead(e *Event, lead int) bool {
	at := p.byteOf(e.Start)
	return p.SentenceIndex(at) == lead && (lead > 0 || p.stamp.End > 0 && at >= p.stamp.End)
}

// maxSpot is how far apart in kilometres two names may lie for what happened at one spot.
const maxSpot = 30

// mayBeSame reports whether two events of one type may be one: their places lie close, or
// one is told of an area only.
func mayBeSame(a, b *Event) bool {
	for i := range a.Places {
		for k := range b.Places {
			p, q := &a.Places[i], &b.Places[k]
			if !p.Known || !q.Known || p.Place == nil || q.Place == nil || geo.Distance(p.Point, q.Point) <= maxSpot {
				return true
			}
		}
	}
	return false
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
