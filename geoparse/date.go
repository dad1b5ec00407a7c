package geoparse

import (
	"sort"
	"strings"

	"dateline/geoparse/event"
	"dateline/geoparse/token"
	"dateline/newsdate"
	"dateline/newsdate/prose"
)

// When says when that happened which a text tells of a place or a front.
type When struct {
	newsdate.Date // none where nothing is known
	From          DateSource
}

// DateSource says what a date was taken from.
type DateSource string

// Sources of dates, from the surest.
const (
	FromText      DateSource = "text"       // the sentence's own words
	FromContext   DateSource = "context"    // the same, with the year of a date before
	FromPublished DateSource = "published"  // the sentence gives none: the day of publication
	FromNeighbour DateSource = "neighbours" // there is none either: what the dated articles around it leave
)

// whenAt returns when that happened which is told at a byte: by the date that
// governs the clause there, else by the publication of the text.
func (p *parse) whenAt(at int) When {
	if e, ok := p.dateAt(at); ok {
		return whenOf(e)
	}
	return p.untold()
}

// dateAt returns what the sentence at a byte says of when that happened which is told
// there; false where it says nothing.
func (p *parse) dateAt(at int) (prose.Event, bool) {
	d, start := p.datesAt(at)
	if d == nil {
		return prose.Event{}, false
	}
	return d.At(at - start)
}

func whenOf(e prose.Event) When {
	if e.Source == prose.FromContext {
		return When{e.Date, FromContext}
	}
	return When{e.Date, FromText}
}

// untold returns when that happened of which a sentence says nothing: the publication of
// the text.
func (p *parse) untold() When {
	if !p.in.Published.IsZero() {
		return When{newsdate.Civil(p.in.Published), FromPublished}
	}
	if !p.in.Around.IsZero() {
		return When{p.in.Around, FromNeighbour}
	}
	return When{}
}

// datedSpans returns the sentences whose dates are read, those apart that run together.
func (p *parse) datedSpans() []event.Range {
	if p.spans == nil {
		p.spans = p.sentencesApart()
	}
	return p.spans
}

// datesAt returns the dates of the sentence at a byte, and where it starts; nil for none.
func (p *parse) datesAt(at int) (*prose.Sentence, int) {
	if p.dates == nil {
		p.dates = p.readDates()
	}
	spans := p.datedSpans()
	i := sort.Search(len(spans), func(i int) bool { return spans[i].End > at })
	if i >= len(spans) {
		return nil, 0
	}
	return &p.dates[i], spans[i].Start
}

// readDates reads the dates of all sentences, in their order, for a year is said
// once and meant for several.
func (p *parse) readDates() []prose.Sentence {
	ref := prose.Reference{Published: p.in.Published}
	if ref.Published.IsZero() {
		ref.Year = p.in.Around.Year
		if p.in.Around.Precision == newsdate.Day {
			ref.Published = p.in.Around.Time()
		}
	}
	out := p.readDatesOf(p.datedSpans(), ref)
	if first, ok := firstWhole(out); ok && ref.Published.IsZero() && ref.Year == 0 {
		ref.Ahead = out[first].Dates()[0].Date
		copy(out, p.readDatesOf(p.datedSpans()[:first], ref))
	}
	return out
}

// firstWhole returns the first sentence that says a month or a day with its year, where
// dates before it lack theirs; none where one of these is reckoned from publication, for
// then the text is news and what has a year in it lies back.
func firstWhole(dates []prose.Sentence) (int, bool) {
	lacking := false
	for i := range dates {
		found := dates[i].Dates()
		if len(found) == 0 {
			continue
		}
		if found[0].Relative {
			break
		}
		if found[0].Date.Precision >= newsdate.Month {
			return i, lacking
		}
		lacking = true
	}
	return 0, false
}

func (p *parse) readDatesOf(spans []event.Range, ref prose.Reference) []prose.Sentence {
	reader, skip := prose.NewReader(ref), p.in.Skip
	out := make([]prose.Sentence, len(spans))
	for i, s := range spans {
		if len(skip) > 0 {
			span := p.RuneSpan(s.Start, s.End)
			for len(skip) > 0 && skip[0].End <= span.Start {
				skip = skip[1:]
			}
			if len(skip) > 0 && skip[0].Overlaps(span) {
				continue
			}
		}
		p.Step(1 + (s.End-s.Start)/token.BytesPerStep)
		out[i] = reader.Read(p.withoutStamp(s))
	}
	return out
}

// withoutStamp returns a sentence with line ends in the place of the date that the text
// begins with: that is when it was published, and nothing happened on it by the words of
// the sentence that follows.
func (p *parse) withoutStamp(s event.Range) string {
	text := p.Source[s.Start:s.End]
	start, end := max(p.stamp.Start-s.Start, 0), min(p.stamp.End, s.End)-s.Start
	if start >= end {
		return text
	}
	return text[:start] + strings.Repeat("\n", end-start) + text[end:]
}
