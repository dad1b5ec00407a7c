package schema

import "slices"

// Names of the collections.
const (
	Mentions  = "mentions"
	Places    = "places"
	Fronts    = "fronts"
	Events    = "events"
	Incidents = "incidents"
	Control   = "control"
	Contact   = "contact"
	Articles  = "articles"
)

// Collections returns the table, always in the same order.
func Collections() []Collection {
	return []Collection{mentions(), places(), fronts(), events(), incidents(), control(), contact(), articles()}
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
			{Name: "corrected_by", Type: Code, About: aboutCorrected, Since: 7},
			{Name: "candidates", Type: Integer, About: "How many places so called were weighed against each other, at most 5; 0 where none is known", Since: 8},
		}, ofPlace()),
	}
}

func places() Collection {
	return Collection{
		ID: Places, Title: "Places", Points: true, Indexed: true,
		Description: "Places that articles mention, with how often and when.",
		Properties: slices.Concat([]Property{
			{Name: "name", About: "Usual English name"},
			{Name: "name_ar", About: "Name in Arabic script", Derived: true, Since: 9},
			{Name: "kind", Type: Code, About: "GeoNames feature class and code, as P.PPL"},
			{Name: "precision", Type: Code, About: "site, town, district, governorate, region or country"},
			{Name: "mentions", Type: Integer, About: "How often it is mentioned", Never: true, Merge: Add},
			{Name: "articles", Type: Integer, About: "In how many articles", Never: true, Merge: Add},
			{Name: "first", Type: Date, About: "Day of the first event there", Merge: Earliest},
			{Name: "last", Type: Date, About: "Day of the last", Merge: Latest},
		}, ofPlace()),
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
			{Name: "corrected_by", Type: Code, About: aboutCorrected, Since: 7},
		}),
	}
}

func events() Collection {
	return Collection{
		ID: Events, Title: "Events", Points: true, Since: 6,
		Description: "What articles report to have happened, once at each of the places that they name for it. A report is no proof: status says how it is told.",
		Properties: slices.Concat([]Property{
			{Name: "event", Type: Code, About: "Id of the event, the same at all of its places", Never: true},
			{Name: "type", Type: Code, Values: EventTypes(), About: "air_strike, shelling, explosion, clash, killing, capture, withdrawal, control, siege, deployment, agreement, detention, displacement, aid or protest"},
			{Name: "phrase", About: "The words that tell it"},
			{Name: "place", Type: Code, About: "Id of the place in the gazetteer; null for an area or a line, and for a name that it lacks"},
			{Name: "name", About: "Usual English name of the place"},
			{Name: "precision", Type: Code, About: "How large the place is: site, town, district, governorate, region or country; null for an area or a line"},
			{Name: "agent", About: "Who did it, as the article writes it"},
			{Name: "target", About: "To whom or what"},
			{Name: "holder", About: "Who holds the place afterwards"},
			{Name: "held_before", About: "Who held it before"},
			{Name: "said_by", About: "To whom the article attributes it; null where it speaks for itself"},
			{Name: "status", Type: Code, Values: EventStatuses(), About: "How it is told: reported, claimed, denied, planned or hypothetical"},
			{Name: "actor_group", Type: Code, About: "Group that did it, or holds the place afterwards, as \"syria/government\"; null where no table knows who is named", Derived: true},
			{Name: "source_side", Type: Code, About: "Side that who says so belongs to or speaks for, as \"syria/opposition\"; null where no table knows", Derived: true},
		}, inText(), []Property{
			{Name: "confidence", Type: Number, About: "0 to 1 that the sentence reports this there", Never: true},
			{Name: "reason", Type: Note, About: "What it was read from", Long: true},
			{Name: "corrected_by", Type: Code, About: aboutCorrected, Since: 10},
		}, ofPlace()),
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
			{Name: "corrected_by", Type: Code, About: aboutCorrected, Since: 7},
			{Name: "story", Type: Code, About: "Id of the first of the articles that are the same text but for what was edited: itself, or the one that it is a copy of; null where there is no copy", Derived: true},
			{Name: "also_in", Type: Note, About: "Other outlets of which there is a copy, with ; between", Derived: true, Long: true},
		},
	}
}

// inText are the properties of items in the text of an article.
func inText() []Property {
	return []Property{
		{Name: "sentence", About: "The sentence around it", Long: true, Own: true},
		{Name: "start", Type: Integer, About: "Where the phrase begins in the article's text, in Unicode code points", Never: true},
		{Name: "end", Type: Integer, About: "Where it ends, exclusive", Never: true},
		{Name: "article", Type: Code, About: "Id of the article", Never: true},
		{Name: "source", About: "Outlet of the article"},
		{Name: "language", Type: Code, About: "Of the article, ISO 639-1", Derived: true, Since: 9},
		{Name: "date", Type: Date, About: "Day of the event, else of publication; where only a month or year is known, a day in it"},
		{Name: "date_precision", Type: Code, Values: DatePrecisions(), About: "What is known of the date: day, month or year, all of which datetime selects by", Since: 4},
		{Name: "date_from", Type: Code, Values: DateSources(), About: "What the date is from: text, context (the year stands before), published, or neighbours on the page", Since: 4},
		{Name: "published", Type: Date, About: "Day of publication"},
	}
}

// ofPlace are the properties from the gazetteer.
func ofPlace() []Property {
	return []Property{
		{Name: "country", Type: Note, About: "English name of the country that the place lies in", Derived: true, Since: 9},
		{Name: "admin1", Type: Note, About: "English name of the first-level division (governorate, province) that the place lies in", Derived: true, Since: 9},
		{Name: "country_ar", Type: Note, About: "Arabic name of the country", Derived: true, Since: 9, Long: true},
		{Name: "admin1_ar", Type: Note, About: "Arabic name of the first-level division", Derived: true, Since: 9, Long: true},
		{Name: "coord_source", Type: Note, About: "Where the coordinates of the place come from", Derived: true, Since: 9, Long: true},
		{Name: "coord_date", Type: Date, About: "Day that they are of: of the source's last change of them, else of its edition", Derived: true, Since: 9, Long: true},
		{Name: "uncertainty_km", Type: Number, About: "How far what is meant may lie from the point: the rounding of the coordinates and the extent of the place, in km", Derived: true, Since: 9, Long: true},
	}
}

// aboutCorrected describes a property of several collections.
const aboutCorrected = "Who corrected it; null where it is as it was read. The article has the original beside it"
