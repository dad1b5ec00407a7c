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

// dateEvents dates events by other events of the text: "the strike", "on the same day", and
// repetitions at the same place.
func (p *parse) dateEvents(events []Event, reports []event.Report) {
	told := map[string]*Event{} // the last dated event of each group
	last := When{}
	for i := range events {
		e := &events[i]
		group := event.GroupOf(e.Type)
		before := told[group]
		if before == nil && isViolent(group) {
			before = told[violence]
		}
		switch {
		case e.When.isExplicit() && reports[i].Before: // something "previously captured" is not the topic
		case e.When.isExplicit() && p.isSince(&reports[i]): // nor is what has lasted for years
		case e.When.isExplicit():
			told[group], last = e, e.When
			if isViolent(group) {
				told[violence] = e
			}
		case last.isExplicit() && e.Status == event.Reported && p.saysSameDay(e):
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

// violence is the group of strikes and fights together.
const violence = "violence"

func isViolent(group string) bool { return group == "strike" || group == "ground" }

// isExplicit reports whether the date comes from the sentence itself.
func (w *When) isExplicit() bool { return w.From == FromText || w.From == FromContext }

// saysSameDay reports whether the sentence of an event dates it to the day of the previous
// event.
func (p *parse) saysSameDay(e *Event) bool {
	s := p.SentenceOf(p.byteOf(e.Start))
	sentence := p.Source[s.Start:s.End]
	return slices.ContainsFunc(p.Lex.SameDay, func(phrase string) bool { return strings.Contains(sentence, phrase) })
}

// repeat identifies reports of the same event in one article.
type repeat struct {
	kind  event.Type
	place string
}

// maxRepeatAge is how old an event may be that an undated headline repeats.
const maxRepeatAge = 7 * 24 * time.Hour

// dateRepeated dates an undated report if the text dates the same event at the same place to
// exactly one day.
func (p *parse) dateRepeated(events []Event, reports []event.Report) {
	days := map[repeat]newsdate.Date{}
	for i := range events {
		if e := &events[i]; e.When.isExplicit() && e.When.Precision == newsdate.Day && e.Status == event.Reported && !p.isUndated(e) {
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

// isUndated reports whether the date of an event is only that of publication, or of somebody's
// statement.
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

// maxLead is how many sentences after the lead may repeat it in detail.
const maxLead = 3

// maxTop is how many lines may precede the lead: headline, byline, date.
const maxTop = 4

// dateHeadlines dates what a headline or lead summarises by the sentences that repeat it in
// detail.
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
			if tellsSame(e, lead) && (headline || mayBeSame(e, lead)) && lead.When.isExplicit() && !p.isUndated(lead) && lead.When.Precision == newsdate.Day && isDaysBefore(lead.When.Date, e.When.Date) {
				e.When = When{lead.When.Date, FromContext}
				break
			}
		}
	}
}

// tellsSame reports whether a later event may be the one that a headline or lead summarises: of its
// type, or the capture of a place that falls.
func tellsSame(e, later *Event) bool {
	return e.Type == later.Type || e.Type == event.Withdrawal && e.Agent == "" && later.Type == event.Capture && slices.ContainsFunc(repeatsOf(later), func(r repeat) bool {
		return slices.ContainsFunc(e.Places, func(p EventPlace) bool { return p.Place != nil && p.Place.ID == r.place })
	})
}

// lead returns the index of the first sentence below the headline, which is the first that ends
// in a full stop; 0 if no headline is on its own line.
func (p *parse) lead() int {
	for i, s := range p.Sentences[:min(len(p.Sentences), maxTop+1)] {
		if last, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(p.Source[s.Start:s.End])); !unicode.IsLetter(last) && !unicode.IsDigit(last) {
			return i
		}
	}
	return 0
}

// isLead reports whether the lead, after a headline, reports an event.
func (p *parse) isLead(e *Event, lead int) bool {
	at := p.byteOf(e.Start)
	return p.SentenceIndex(at) == lead && (lead > 0 || p.stamp.End > 0 && at >= p.stamp.End)
}

// maxSpot is how far apart two places of the same event may be, in kilometres.
const maxSpot = 30

// mayBeSame reports whether two events of one type may be the same: their places are close, or
// one is located in an area only.
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

// isHeadline reports whether the headline reports an event. It is the first line, the text
// before the date stamp, or capitalised words.
func (p *parse) isHeadline(e *Event) bool {
	at := p.byteOf(e.Start)
	if p.SentenceIndex(at) > 0 {
		return false
	}
	s := p.SentenceOf(at)
	first, _ := utf8.DecodeRuneInString(e.Trigger)
	return at < p.stamp.Start || strings.HasPrefix(p.Source[s.End:], "\n") || unicode.IsUpper(first) && at > s.Start
}

// repeatsOf returns the keys by which a repetition of an event can be recognised.
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
