package atlas

import (
	"fmt"
	"time"

	"dateline/geo"

	"github.com/paulmach/orb/geojson"
)

// mentionFeatures makes the features of a document's mentions.
func (d *Document) mentionFeatures() []geo.Feature {
	text := []rune(d.Text)
	features := make([]geo.Feature, 0, len(d.Mentions))
	for i := range d.Mentions {
		m := &d.Mentions[i]
		date, published := d.eventDate(m.Date), parseTime(d.Published)
		features = append(features, geo.NewFeature(d.spanID(m.Start, m.End), m.point(), geo.OneDay(date), []geo.Property{
			{Name: "place", Value: orNil(m.Place)},
			{Name: "name", Value: orNil(m.Name)},
			{Name: "phrase", Value: m.Phrase},
			{Name: "sentence", Value: sentence(text, m.Sentence, m.Phrase)},
			{Name: "start", Value: m.Start},
			{Name: "end", Value: m.End},
			{Name: "article", Value: d.ID},
			{Name: "source", Value: d.Source},
			{Name: "date", Value: date},
			{Name: "published", Value: published},
			{Name: "role", Value: m.Role},
			{Name: "kind", Value: orNil(m.Kind)},
			{Name: "precision", Value: orNil(m.Precision)},
			{Name: "confidence", Value: m.Confidence},
		}))
	}
	return features
}

// frontFeatures makes the features of a document's fronts.
func (d *Document) frontFeatures() []geo.Feature {
	text := []rune(d.Text)
	features := make([]geo.Feature, 0, len(d.Fronts))
	for i := range d.Fronts {
		f := &d.Fronts[i]
		var geometry geojson.Geometry
		if err := geometry.UnmarshalJSON(f.Geometry); err != nil {
			geometry.Coordinates = nil
		}
		own := ""
		if f.Date != nil {
			own = *f.Date
		}
		date := d.eventDate(own)
		features = append(features, geo.NewFeature(d.spanID(f.Start, f.End), geometry.Geometry(), geo.OneDay(date), []geo.Property{
			{Name: "kind", Value: f.Kind},
			{Name: "phrase", Value: f.Phrase},
			{Name: "reading", Value: f.Reading},
			{Name: "uncertainty_km", Value: f.UncertaintyKm},
			{Name: "anchors", Value: anchorNames(f.Anchors)},
			{Name: "sentence", Value: sentence(text, f.Sentence, f.Phrase)},
			{Name: "start", Value: f.Start},
			{Name: "end", Value: f.End},
			{Name: "article", Value: d.ID},
			{Name: "source", Value: d.Source},
			{Name: "date", Value: date},
			{Name: "published", Value: parseTime(d.Published)},
			{Name: "confidence", Value: f.Confidence},
		}))
	}
	return features
}

// articleFeature makes the feature of the document itself, at its focus.
func (d *Document) articleFeature() geo.Feature {
	published := parseTime(d.Published)
	properties := []geo.Property{
		{Name: "title", Value: d.Title},
		{Name: "source", Value: d.Source},
		{Name: "byline", Value: d.Byline},
		{Name: "url", Value: d.URL},
		{Name: "published", Value: published},
		{Name: "date", Value: published},
		{Name: "language", Value: d.Lang},
		{Name: "mentions", Value: len(d.Mentions)},
	}
	return geo.NewFeature(d.ID, d.focusPoint(), geo.OneDay(published), properties)
}

func (d *Document) spanID(start, end int) string { return fmt.Sprintf("%s-%d-%d", d.ID, start, end) }

// eventDate is the date the sentence gives, else the article's.
func (d *Document) eventDate(own string) time.Time {
	if t := parseTime(own); !t.IsZero() {
		return t
	}
	return parseTime(d.Published)
}

func parseTime(s string) time.Time {
	for _, layout := range [...]string{time.DateOnly, time.RFC3339} {
		if t, err := time.Parse(layout, s); err == nil {
			return t
		}
	}
	return time.Time{}
}

func orNil(s *string) any {
	if s == nil {
		return nil
	}
	return *s
}

// sentence returns the code points of the text at a sentence's bounds.
func sentence(text []rune, bounds *[2]int, phrase string) string {
	if bounds == nil || bounds[0] < 0 || bounds[1] > len(text) || bounds[0] >= bounds[1] {
		return phrase
	}
	return string(text[bounds[0]:bounds[1]])
}
