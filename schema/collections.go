package schema

import "slices"

// Names of the collections.
const (
	Mentions = "mentions"
	Places   = "places"
	Fronts   = "fronts"
	Articles = "articles"
)

// Collections returns the table, always in the same order.
func Collections() []Collection {
	return []Collection{mentions(), places(), fronts(), articles()}
}

func mentions() Collection {
	return Collection{
		ID: Mentions, Title: "Mentions", Points: true,
		Description: "Names of places in articles, each with the sentence it stands in and the place that it means.",
		Properties: slices.Concat([]Property{
			{Name: "place", Type: Code, About: "Id of the place in the gazetteer; null when none fits"},
			{Name: "name", About: "Usual English name of the place"},
			{Name: "phrase", About: "The name as the article writes it"},
		}, inText(), []Property{
			{Name: "role", Type: Code, About: "What the name stands for: place, metonym, demonym, anchor of a front, or dateline (where the report was written)"},
			{Name: "kind", Type: Code, About: "What the place is: GeoNames feature class and code, as P.PPL"},
			{Name: "precision", Type: Code, About: "How large the place is: site, town, district, governorate, region or country"},
			{Name: "confidence", Type: Number, About: "0 to 1 that this place is meant", Never: true},
			{Name: "reason", Type: Note, About: "Why this place is taken to be meant", Long: true, Since: 5},
			{Name: "country", Type: Note, About: aboutCountry, Derived: true},
			{Name: "admin1", Type: Note, About: aboutAdmin1, Derived: true},
		}),
	}
}

func places() Collection {
	return Collection{
		ID: Places, Title: "Places", Points: true, Indexed: true,
		Description: "Places that articles mention, with how often and when.",
		Properties: []Property{
			{Name: "name", About: "Usual English name"},
			{Name: "name_ar", About: "Name in Arabic script", Derived: true},
			{Name: "kind", Type: Code, About: "GeoNames feature class and code, as P.PPL"},
			{Name: "precision", Type: Code, About: "site, town, district, governorate, region or country"},
			{Name: "mentions", Type: Integer, About: "How often it is mentioned", Never: true, Merge: Add},
			{Name: "articles", Type: Integer, About: "In how many articles", Never: true, Merge: Add},
			{Name: "first", Type: Date, About: "Day of the first event there", Merge: Earliest},
			{Name: "last", Type: Date, About: "Day of the last", Merge: Latest},
			{Name: "country", Type: Note, About: aboutCountry, Derived: true},
			{Name: "admin1", Type: Note, About: aboutAdmin1, Derived: true},
		},
	}
}

func fronts() Collection {
	return Collection{
		ID: Fronts, Title: "Fronts", Indexed: true,
		Description: "What lies between or around places: axes, roads, lines of contact, pockets, borders, countryside, offsets.",
		Properties: slices.Concat([]Property{
			{Name: "kind", Type: Code, About: "axis, road, river, line of contact, pocket, border, countryside, region or offset"},
			{Name: "phrase", About: "The expression as the article writes it"},
			{Name: "reading", About: "What it is taken to mean", Long: true},
			{Name: "uncertainty_km", Type: Number, About: "How far its true bounds may lie from its geometry", Never: true},
			{Name: "schematic", Type: Truth, About: "Drawn by rule: not the known outline or course of anything", Since: 2},
			{Name: "anchors", About: "Names of the places it is drawn from"},
		}, inText(), []Property{
			{Name: "confidence", Type: Number, About: "0 to 1 that this is meant", Never: true},
		}),
	}
}

func articles() Collection {
	return Collection{
		ID: Articles, Title: "Articles", Points: true, Indexed: true,
		Description: "Articles that were read, each at the place it is about.",
		Properties: []Property{
			{Name: "title", About: "Headline", Own: true},
			{Name: "source", About: "Outlet"},
			{Name: "byline", About: "Who wrote it"},
			{Name: "url", Type: URI, About: "Where it was read", Long: true, Own: true},
			{Name: "published", Type: Date, About: "Day of publication", Instant: true},
			{Name: "date", Type: Date, About: "The same, by which datetime selects"},
			{Name: "language", Type: Code, About: "ISO 639-1"},
			{Name: "mentions", Type: Integer, About: "How many places it mentions", Never: true},
		},
	}
}

// inText are the properties of what stands in the text of an article.
func inText() []Property {
	return []Property{
		{Name: "sentence", About: "The sentence around it", Long: true, Own: true},
		{Name: "start", Type: Integer, About: "Where the phrase begins in the article's text, in Unicode code points", Never: true},
		{Name: "end", Type: Integer, About: "Where it ends, exclusive", Never: true},
		{Name: "article", Type: Code, About: "Id of the article", Never: true},
		{Name: "source", About: "Outlet of the article"},
		{Name: "language", Type: Code, About: "Of the article, ISO 639-1", Derived: true},
		{Name: "date", Type: Date, About: "Day of the event, else of publication; where only a month or year is known, a day in it"},
		{Name: "date_precision", Type: Code, About: "What is known of the date: day, month or year, all of which datetime selects by", Since: 4},
		{Name: "date_from", Type: Code, About: "What the date is from: text, context (the year stands before), published, or neighbours on the page", Since: 4},
		{Name: "published", Type: Date, About: "Day of publication"},
	}
}

// What properties of several collections are.
const (
	aboutCountry = "English name of the country that the place lies in"
	aboutAdmin1  = "English name of the first-level division (governorate, province) that the place lies in"
)
