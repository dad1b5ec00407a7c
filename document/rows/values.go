package rows

import (
	"time"

	"dateline/document"
	"dateline/feature"
	"dateline/schema"
)

// MentionSource is the input for the properties of a mention.
type MentionSource struct {
	Document  *document.Document
	Mention   *document.Mention
	sentence  string
	date      dating
	published time.Time // the day, zero for none
}

// FrontSource is the input for the properties of a front.
type FrontSource struct {
	Document  *document.Document
	Front     *document.Front
	sentence  string
	date      dating
	published time.Time // the day, zero for none
}

// ArticleSource is the input for the properties of an article.
type ArticleSource struct {
	Document  *document.Document
	published time.Time // the instant, with its zone; zero for none
}

func mentionValues() Values[MentionSource] {
	return Values[MentionSource]{
		"place":          func(s *MentionSource) schema.Value { return orNull(s.Mention.Place) },
		"name":           func(s *MentionSource) schema.Value { return orNull(s.Mention.Name) },
		"phrase":         func(s *MentionSource) schema.Value { return schema.OfText(s.Mention.Phrase) },
		"sentence":       func(s *MentionSource) schema.Value { return schema.OfText(s.sentence) },
		"start":          func(s *MentionSource) schema.Value { return schema.OfInt(s.Mention.Start) },
		"end":            func(s *MentionSource) schema.Value { return schema.OfInt(s.Mention.End) },
		"article":        func(s *MentionSource) schema.Value { return schema.OfText(s.Document.ID) },
		"source":         func(s *MentionSource) schema.Value { return schema.OfText(s.Document.Source) },
		"language":       func(s *MentionSource) schema.Value { return schema.OfText(s.Document.Lang) },
		"date":           func(s *MentionSource) schema.Value { return OfDay(s.date.day) },
		"date_precision": func(s *MentionSource) schema.Value { return schema.OfText(s.date.precision) },
		"date_from":      func(s *MentionSource) schema.Value { return schema.OfText(s.date.from) },
		"published":      func(s *MentionSource) schema.Value { return OfDay(s.published) },
		"role":           func(s *MentionSource) schema.Value { return schema.OfText(s.Mention.Role) },
		"kind":           func(s *MentionSource) schema.Value { return orNull(s.Mention.Kind) },
		"precision":      func(s *MentionSource) schema.Value { return orNull(s.Mention.Precision) },
		"confidence":     func(s *MentionSource) schema.Value { return schema.OfNumber(s.Mention.Confidence) },
		"corrected_by":   func(s *MentionSource) schema.Value { return schema.OfText(s.Mention.Corrected.Corrector()) },
		"reason":         func(s *MentionSource) schema.Value { return schema.OfText(s.Mention.Reason) },
		"candidates":     func(s *MentionSource) schema.Value { return schema.OfInt(len(s.Mention.Candidates)) },
	}
}

func frontValues() Values[FrontSource] {
	return Values[FrontSource]{
		"kind":           func(s *FrontSource) schema.Value { return schema.OfText(s.Front.Kind) },
		"phrase":         func(s *FrontSource) schema.Value { return schema.OfText(s.Front.Phrase) },
		"reading":        func(s *FrontSource) schema.Value { return schema.OfText(s.Front.Reading) },
		"uncertainty_km": func(s *FrontSource) schema.Value { return schema.OfNumber(s.Front.UncertaintyKm) },
		"schematic":      func(s *FrontSource) schema.Value { return schema.OfBool(s.Front.Schematic) },
		"anchors":        func(s *FrontSource) schema.Value { return schema.OfText(anchorNames(s.Front.Anchors)) },
		"sentence":       func(s *FrontSource) schema.Value { return schema.OfText(s.sentence) },
		"start":          func(s *FrontSource) schema.Value { return schema.OfInt(s.Front.Start) },
		"end":            func(s *FrontSource) schema.Value { return schema.OfInt(s.Front.End) },
		"article":        func(s *FrontSource) schema.Value { return schema.OfText(s.Document.ID) },
		"source":         func(s *FrontSource) schema.Value { return schema.OfText(s.Document.Source) },
		"language":       func(s *FrontSource) schema.Value { return schema.OfText(s.Document.Lang) },
		"date":           func(s *FrontSource) schema.Value { return OfDay(s.date.day) },
		"date_precision": func(s *FrontSource) schema.Value { return schema.OfText(s.date.precision) },
		"date_from":      func(s *FrontSource) schema.Value { return schema.OfText(s.date.from) },
		"published":      func(s *FrontSource) schema.Value { return OfDay(s.published) },
		"corrected_by":   func(s *FrontSource) schema.Value { return schema.OfText(s.Front.Corrected.Corrector()) },
		"confidence":     func(s *FrontSource) schema.Value { return schema.OfNumber(s.Front.Confidence) },
	}
}

func articleValues() Values[ArticleSource] {
	return Values[ArticleSource]{
		"title":        func(s *ArticleSource) schema.Value { return schema.OfText(s.Document.Title) },
		"source":       func(s *ArticleSource) schema.Value { return schema.OfText(s.Document.Source) },
		"byline":       func(s *ArticleSource) schema.Value { return schema.OfText(s.Document.Byline) },
		"url":          func(s *ArticleSource) schema.Value { return schema.OfText(s.Document.URL) },
		"published":    func(s *ArticleSource) schema.Value { return schema.OfInstant(s.published) },
		"date":         func(s *ArticleSource) schema.Value { return OfDay(document.DayOf(s.published)) },
		"corrected_by": func(s *ArticleSource) schema.Value { return schema.OfText(s.Document.Corrected.Corrector()) },
		"language":     func(s *ArticleSource) schema.Value { return schema.OfText(s.Document.Lang) },
		"mentions":     func(s *ArticleSource) schema.Value { return schema.OfInt(shown(s.Document)) },
	}
}

// shown returns how many mentions of a document are features.
func shown(d *document.Document) int {
	n := len(d.Mentions)
	for i := range d.Mentions {
		if d.Mentions[i].Corrected.IsNone() {
			n--
		}
	}
	return n
}

// PlaceNames is a gazetteer's knowledge of a place beyond documents; unknown values are empty.
type PlaceNames struct {
	Arabic        string // its name in Arabic script
	Code          string // of the country, ISO 3166-1 alpha-2
	Country       string // English names of its containers
	Admin1        string
	CountryArabic string
	Admin1Arabic  string
	Source        string  // origin of its coordinates, for people
	SourceDate    string  // their date, as 2020-03-18
	UncertaintyKm float64 // see gazetteer.Uncertainty; 0 if unknown
}

func gazetteerValues() map[string]func(PlaceNames) schema.Value {
	return map[string]func(PlaceNames) schema.Value{
		"name_ar":      func(n PlaceNames) schema.Value { return schema.OfText(n.Arabic) },
		"country":      func(n PlaceNames) schema.Value { return schema.OfText(n.Country) },
		"admin1":       func(n PlaceNames) schema.Value { return schema.OfText(n.Admin1) },
		"country_ar":   func(n PlaceNames) schema.Value { return schema.OfText(n.CountryArabic) },
		"admin1_ar":    func(n PlaceNames) schema.Value { return schema.OfText(n.Admin1Arabic) },
		"coord_source": func(n PlaceNames) schema.Value { return schema.OfText(n.Source) },
		"coord_date":   func(n PlaceNames) schema.Value { return dayOf(n.SourceDate) },
		"uncertainty_km": func(n PlaceNames) schema.Value {
			if n.UncertaintyKm == 0 {
				return schema.Value{}
			}
			return schema.OfNumber(n.UncertaintyKm)
		},
	}
}

// dayOf returns a day written as 2020-03-18, null for anything else.
func dayOf(s string) schema.Value {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return schema.Value{}
	}
	return OfDay(t)
}

// orNull returns a text, null for nil.
func orNull(s *string) schema.Value {
	if s == nil {
		return schema.Value{}
	}
	return schema.OfText(*s)
}

// OfDay returns the day of a time, null for the zero time.
func OfDay(t time.Time) schema.Value {
	if t.IsZero() {
		return schema.Value{}
	}
	return schema.OfDay(int(feature.DayOf(t)))
}
