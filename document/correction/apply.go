package correction

import (
	"fmt"
	"slices"
	"strings"

	"dateline/document"
)

// Apply returns a Document with corrections applied, in order, and which of them concern it. It
// returns d itself if none does, and never changes it.
func Apply(d *document.Document, all []Correction) (shown *document.Document, applied []string) {
	a := applying{of: d}
	for i := range all {
		c := &all[i]
		if c.CanApply(d) && a.apply(c) {
			applied = append(applied, c.ID)
		}
	}
	if a.shown == nil {
		return d, nil
	}
	return a.shown, applied
}

// applying is a running Apply.
type applying struct {
	of    *document.Document
	shown *document.Document // nil until something is corrected
}

func (a *applying) apply(c *Correction) bool {
	switch c.Of {
	case Article:
		a.article(c)
		return true
	case Front:
		i := nearest(a.of.Fronts, c, func(f *document.Front) (string, int) { return f.Phrase, f.Start })
		if i >= 0 {
			a.front(c, i)
		}
		return i >= 0
	case Event:
		i := nearest(a.of.Events, c, func(e *document.Event) (string, int) { return e.Trigger, e.Start })
		if i >= 0 {
			a.event(c, i)
		}
		return i >= 0
	case Mention:
		i := nearest(a.of.Mentions, c, func(m *document.Mention) (string, int) { return m.Phrase, m.Start })
		if i >= 0 {
			a.mention(c, i)
		}
		return i >= 0
	}
	any := false
	for i := range a.of.Mentions {
		if strings.EqualFold(a.of.Mentions[i].Phrase, c.Quote) {
			a.mention(c, i)
			any = true
		}
	}
	return any
}

// nearest returns the element of a list with the words of a correction that starts nearest to
// its offset; -1 for none.
func nearest[T any](list []T, c *Correction, at func(*T) (phrase string, start int)) int {
	best, least := -1, 0
	for i := range list {
		phrase, start := at(&list[i])
		if far := max(start-c.Start, c.Start-start); phrase == c.Quote && (best < 0 || far < least) {
			best, least = i, far
		}
	}
	return best
}

// copied returns a copy of the Document for changes.
func (a *applying) copied() *document.Document {
	if a.shown == nil {
		d := *a.of
		d.Mentions, d.Fronts, d.Events = slices.Clone(d.Mentions), slices.Clone(d.Fronts), slices.Clone(d.Events)
		a.shown = &d
	}
	return a.shown
}

// corrected returns the record of a correction; the original is that of the first.
func corrected(before *document.Corrected, c *Correction, original document.Original) *document.Corrected {
	if before != nil {
		original = before.Original
	}
	return &document.Corrected{Correction: c.ID, By: c.By, At: c.At, Why: c.Why, NotAPlace: c.NotAPlace || c.NoEvent, Original: original}
}

func (a *applying) article(c *Correction) {
	d := a.copied()
	d.Corrected = corrected(d.Corrected, c, document.Original{Title: d.Title, Source: d.Source, Date: d.Published})
	set(&d.Title, c.Title)
	set(&d.Source, c.Outlet)
	if set(&d.Published, c.Date); c.Date != nil {
		a.publishedThen(*c.Date)
	}
}

// publishedThen updates the dates that come from publication.
func (a *applying) publishedThen(date string) {
	const byPublication = "published"
	for i := range a.shown.Mentions {
		if m := &a.shown.Mentions[i]; m.DateFrom == byPublication {
			m.Date = date
		}
	}
	for i := range a.shown.Fronts {
		if f := &a.shown.Fronts[i]; f.DateFrom == byPublication {
			f.Date = &date
		}
	}
}

func (a *applying) front(c *Correction, i int) {
	f := &a.copied().Fronts[i]
	original := document.Original{Kind: f.Kind, DatePrecision: f.DatePrecision}
	if f.Date != nil {
		original.Date = *f.Date
	}
	f.Corrected = corrected(f.Corrected, c, original)
	set(&f.Kind, c.Kind)
	if c.Date != nil {
		date := *c.Date
		f.Date, f.DatePrecision, f.DateFrom = &date, precisionOf(c), fromCorrection
	}
}

func (a *applying) mention(c *Correction, i int) {
	d := a.copied()
	m := &d.Mentions[i]
	m.Corrected = corrected(m.Corrected, c, document.Original{
		Place: m.Place, Name: m.Name, Lat: m.Lat, Lon: m.Lon, Role: m.Role, Date: m.Date, DatePrecision: m.DatePrecision, Confidence: m.Confidence,
	})
	m.Reason = reasonOf(c)
	switch p := c.Place; {
	case c.NotAPlace:
		m.Lat, m.Lon, m.Place, m.Name, m.Kind, m.Precision = nil, nil, nil, nil, nil, nil
	case p != nil:
		m.Lat, m.Lon, m.Place, m.Name, m.Confidence = &p.Lat, &p.Lon, &p.ID, &p.Name, 1
		m.Kind, m.Precision = orNil(p.Kind), orNil(p.Precision)
	}
	set(&m.Role, c.Role)
	if c.Date != nil {
		m.Date, m.DatePrecision, m.DateFrom = *c.Date, precisionOf(c), fromCorrection
	}
	a.events(m)
}

// events updates the places of events from the corrected mentions.
func (a *applying) events(m *document.Mention) {
	for i := range a.shown.Events {
		e := &a.shown.Events[i]
		at := slices.IndexFunc(e.Places, func(p document.EventPlace) bool { return p.Start == m.Start && p.End == m.End })
		if at < 0 {
			continue
		}
		e.Places = slices.Clone(e.Places)
		p := &e.Places[at]
		p.Place, p.Name, p.Lat, p.Lon = m.Place, m.Name, m.Lat, m.Lon
	}
}

// fromCorrection is the origin of a corrected date: a person read the text.
const fromCorrection = "text"

func precisionOf(c *Correction) string {
	if c.DatePrecision != nil && *c.DatePrecision != "" {
		return *c.DatePrecision
	}
	return "day"
}

func reasonOf(c *Correction) string {
	s := "corrected"
	if c.By != "" {
		s = fmt.Sprintf("corrected by %s", c.By)
	}
	if c.Why != "" {
		s += ": " + c.Why
	}
	return s
}

func set(field *string, value *string) {
	if value != nil {
		*field = *value
	}
}

func orNil(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
