package server

import (
	"dateline/atlas"
	"dateline/query"
	"dateline/tiles"
)

// collection is one entry in the table of what can be asked for. Items, tiles,
// /collections and the OpenAPI document are all made from it.
type collection struct {
	id          string // of its layer in a View
	title       string
	description string
	properties  []property
}

// property is a property of a collection's features. Any may be null.
type property struct {
	name  string
	kind  kind
	about string
	long  bool // too long for tiles; the item has it
}

// kind is the type of a property's values.
type kind string

const (
	ofText   kind = "text"
	ofCode   kind = "code" // text that is an id or one of a few words
	ofDate   kind = "date" // text, as 2019-08-22
	ofURI    kind = "uri"  // text
	ofCount  kind = "count"
	ofNumber kind = "number"
	ofTruth  kind = "truth"
)

// collections is the table.
func collections() []collection {
	return []collection{mentions(), places(), fronts(), articles()}
}

func mentions() collection {
	return collection{
		id: atlas.Mentions, title: "Mentions",
		description: "Names of places in articles, each with the sentence it stands in and the place that it means.",
		properties: []property{
			{name: "place", kind: ofCode, about: "Id of the place in the gazetteer; null when none fits"},
			{name: "name", kind: ofText, about: "Usual English name of the place"},
			{name: "phrase", kind: ofText, about: "The name as the article writes it"},
			{name: "sentence", kind: ofText, about: "The sentence around it", long: true},
			{name: "start", kind: ofCount, about: "Where the phrase begins in the article's text, in Unicode code points"},
			{name: "end", kind: ofCount, about: "Where it ends, exclusive"},
			{name: "article", kind: ofCode, about: "Id of the article"},
			{name: "source", kind: ofText, about: "Outlet of the article"},
			{name: "language", kind: ofCode, about: "Of the article, ISO 639-1"},
			{name: "date", kind: ofDate, about: "Day of the event, else of publication; where only a month or year is known, a day in it"},
			{name: "date_precision", kind: ofCode, about: "What is known of the date: day, month or year, all of which datetime selects by"},
			{name: "date_from", kind: ofCode, about: "What the date is from: text, context (the year stands before), published, or neighbours on the page"},
			{name: "published", kind: ofDate, about: "Day of publication"},
			{name: "role", kind: ofCode, about: "What the name stands for: place, metonym, demonym, anchor of a front, or dateline (where the report was written)"},
			{name: "kind", kind: ofCode, about: "What the place is: GeoNames feature class and code, as P.PPL"},
			{name: "precision", kind: ofCode, about: "How large the place is: site, town, district, governorate, region or country"},
			{name: "confidence", kind: ofNumber, about: "0 to 1 that this place is meant"},
		},
	}
}

func places() collection {
	return collection{
		id: atlas.Places, title: "Places",
		description: "Places that articles mention, with how often and when.",
		properties: []property{
			{name: "name", kind: ofText, about: "Usual English name"},
			{name: "name_ar", kind: ofText, about: "Name in Arabic script"},
			{name: "kind", kind: ofCode, about: "GeoNames feature class and code, as P.PPL"},
			{name: "precision", kind: ofCode, about: "site, town, district, governorate, region or country"},
			{name: "mentions", kind: ofCount, about: "How often it is mentioned"},
			{name: "articles", kind: ofCount, about: "In how many articles"},
			{name: "first", kind: ofDate, about: "Day of the first event there"},
			{name: "last", kind: ofDate, about: "Day of the last"},
		},
	}
}

func fronts() collection {
	return collection{
		id: atlas.Fronts, title: "Fronts",
		description: "What lies between or around places: axes, roads, lines of contact, pockets, borders, countryside, offsets.",
		properties: []property{
			{name: "kind", kind: ofCode, about: "axis, road, river, line of contact, pocket, border, countryside, region or offset"},
			{name: "phrase", kind: ofText, about: "The expression as the article writes it"},
			{name: "reading", kind: ofText, about: "What it is taken to mean", long: true},
			{name: "uncertainty_km", kind: ofNumber, about: "How far its true bounds may lie from its geometry"},
			{name: "schematic", kind: ofTruth, about: "Drawn by rule: not the known outline or course of anything"},
			{name: "anchors", kind: ofText, about: "Names of the places it is drawn from"},
			{name: "sentence", kind: ofText, about: "The sentence around it", long: true},
			{name: "start", kind: ofCount, about: "Where the phrase begins in the article's text, in Unicode code points"},
			{name: "end", kind: ofCount, about: "Where it ends, exclusive"},
			{name: "article", kind: ofCode, about: "Id of the article"},
			{name: "source", kind: ofText, about: "Outlet of the article"},
			{name: "language", kind: ofCode, about: "Of the article, ISO 639-1"},
			{name: "date", kind: ofDate, about: "Day of the event, else of publication; where only a month or year is known, a day in it"},
			{name: "date_precision", kind: ofCode, about: "What is known of the date: day, month or year, all of which datetime selects by"},
			{name: "date_from", kind: ofCode, about: "What the date is from: text, context (the year stands before), published, or neighbours on the page"},
			{name: "published", kind: ofDate, about: "Day of publication"},
			{name: "confidence", kind: ofNumber, about: "0 to 1 that this is meant"},
		},
	}
}

func articles() collection {
	return collection{
		id: atlas.Articles, title: "Articles",
		description: "Articles that were read, each at the place it is about.",
		properties: []property{
			{name: "title", kind: ofText, about: "Headline"},
			{name: "source", kind: ofText, about: "Outlet"},
			{name: "byline", kind: ofText, about: "Who wrote it"},
			{name: "url", kind: ofURI, about: "Where it was read", long: true},
			{name: "published", kind: ofDate, about: "Day of publication"},
			{name: "date", kind: ofDate, about: "The same, by which datetime selects"},
			{name: "language", kind: ofCode, about: "ISO 639-1"},
			{name: "mentions", kind: ofCount, about: "How many places it mentions"},
		},
	}
}

// fields returns what filters and orders may name: the queryables.
func (c *collection) fields() []query.Field {
	all := []query.Field{{Name: query.Geometry, Type: query.Shape}}
	for _, p := range c.properties {
		f := query.Field{Name: p.name, Type: query.Text}
		switch p.kind {
		case ofCount, ofNumber:
			f.Type = query.Number
		case ofDate:
			f.Type = query.Date
		case ofTruth:
			f.Type = query.Truth
		}
		all = append(all, f)
	}
	return all
}

// tiles returns what the collection's tiles carry.
func (c *collection) tiles() *tiles.Layer {
	l := &tiles.Layer{Name: c.id, Description: c.description}
	for _, p := range c.properties {
		if p.long {
			continue
		}
		f := tiles.Field{Name: p.name, Type: "String"}
		switch p.kind {
		case ofCount, ofNumber:
			f.Type = "Number"
		case ofTruth:
			f.Type = "Boolean"
		}
		l.Fields = append(l.Fields, f)
	}
	return l
}
