package geoparse

import (
	"sort"
	"strings"

	"dateline/geoparse/event"
	"dateline/geoparse/token"
	"dateline/newsdate"
	"dateline/newsdate/prose"
)

// When is the date of an event or front, with its source.
type When struct {
	newsdate.Date // zero if unknown
	From          DateSource
}

// DateSource tells where a date comes from.
type DateSource string

// Sources of dates, the most reliable first.
const (
	FromText      DateSource = "text"       // the sentence itself
	FromContext   DateSource = "context"    // the sentence itself, with the year of an earlier date
	FromPublished DateSource = "published"  // the sentence has no date: the day of publication
	FromNeighbour DateSource = "neighbours" // no date of publication either: the period left by the dated articles around it
)

// whenAt returns the date of what the text reports at a byte: the date that governs the clause,
// else that of publication.
func (p *parse) whenAt(at int) When {
	if e, ok := p.dateAt(at); ok {
		return whenOf(e)
	}
	return p.publicationDate()
}

// dateAt returns the date that the sentence itself gives for what it reports at a byte; false if
// it gives none.
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

// publicationDate returns the date of what a sentence does not date: that of publication.
func (p *parse) publicationDate() When {
	if !p.in.Published.IsZero() {
		return When{newsdate.Civil(p.in.Published), FromPublished}
	}
	if !p.in.Around.IsZero() {
		return When{p.in.Around, FromNeighbour}
	}
	return When{}
}

// datedSpans returns the sentences to search for dates, split where they run together.
func (p *parse) datedSpans() []event.Range {
	if p.spans == nil {
		p.spans = p.sentencesApart()
	}
	return p.spans
}

// datesAt returns the dates of the sentence at a byte, and where that begins; nil if there is
// none.
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

// readDates reads the dates of all sentences in order, as a year given once applies to later
// dates.
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

// firstWhole returns the first sentence with a month or day and its year, if earlier dates lack
// a year. It returns none if one of these is relative to publication: the text then is news, and
// the date with a year is in the past.
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
	reader, skip, cursor := prose.NewReader(ref), p.in.Skip, token.NewRuneCursor(p.Source)
	out := make([]prose.Sentence, len(spans))
	for i, s := range spans {
		if len(skip) > 0 {
			span := cursor.Span(s.Start, s.End)
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

// withoutStamp blanks out the dateline's date at the beginning of the text: it is the date of
// publication, not of what the sentence after it reports.
func (p *parse) withoutStamp(s event.Range) string {
	text := p.Source[s.Start:s.End]
	start, end := max(p.stamp.Start-s.Start, 0), min(p.stamp.End, s.End)-s.Start
	if start >= end {
		return text
	}
	return text[:start] + strings.Repeat("\n", end-start) + text[end:]
}
