package geoparse

import "dateline/newsdate"

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
	if p.dates == nil {
		p.dates = p.readDates()
	}
	if i := p.sentenceIndex(at); i < len(p.sentences) {
		if e, ok := p.dates[i].At(at - p.sentences[i].start); ok {
			if e.Source == newsdate.FromContext {
				return When{e.Date, FromContext}
			}
			return When{e.Date, FromText}
		}
	}
	if !p.in.Published.IsZero() {
		return When{newsdate.Civil(p.in.Published), FromPublished}
	}
	if !p.in.Around.IsZero() {
		return When{p.in.Around, FromNeighbour}
	}
	return When{}
}

// readDates reads the dates of all sentences, in their order, for a year is said
// once and meant for several.
func (p *parse) readDates() []newsdate.Sentence {
	ref := newsdate.Reference{Published: p.in.Published}
	if ref.Published.IsZero() {
		ref.Year = p.in.Around.Year
		if p.in.Around.Precision == newsdate.Day {
			ref.Published = p.in.Around.Time()
		}
	}
	reader, skip := newsdate.NewReader(ref), p.in.Skip
	out := make([]newsdate.Sentence, len(p.sentences))
	for i, s := range p.sentences {
		for len(skip) > 0 && skip[0].End <= s.span.Start {
			skip = skip[1:]
		}
		if len(skip) > 0 && skip[0].Overlaps(s.span) {
			continue
		}
		p.step(1 + (s.end-s.start)/bytesPerStep)
		out[i] = reader.Read(p.text[s.start:s.end])
	}
	return out
}
