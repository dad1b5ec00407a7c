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

// Version is the version of archives. A new property raises it by one and has it as its Since.
const Version = 12

// Collections returns the table, always in the same order.
func Collections() []Collection {
	return []Collection{mentions(), places(), fronts(), events(), incidents(), control(), contact(), articles()}
}

func mentions() Collection {
	return Collection{
		ID: Mentions, Title: "Mentions", Points: true,
		Description: "Names of places in articles, each with the sentence it stands in and the place that it means.",
		Properties: slices.Concat(together("name", []Property{
			{Name: "place", Type: Code, About: "Id of the place in the gazetteer; null if none fits"},
			{Name: "name", About: "Usual English name of the place"},
			{Name: "phrase", About: "The name as written in the article"},
		}), inText(), together("kind", []Property{
			{Name: "role", Type: Code, About: "What the name stands for: place, metonym, demonym, anchor of a front, or dateline (where the report was written)"},
			{Name: "kind", Type: Code, About: "What the place is: GeoNames feature class and code, such as P.PPL"},
			{Name: "precision", Type: Code, About: "How large the place is: site, town, district, governorate, region or country"},
		}), []Property{
			{Name: "confidence", Type: Number, About: "Probability, 0 to 1, that this place is meant", Never: true},
			{Name: "reason", Type: Note, About: "Why this place was chosen", Long: true, Since: 5},
		}, together("correction", []Property{
			{Name: "corrected_by", Type: Code, About: aboutCorrected, Since: 7},
			{Name: "candidates", Type: Integer, About: "Number of candidate places of that name, at most 5; 0 if none is known", Since: 8},
		}), ofPlace()),
	}
}

func places() Collection {
	return Collection{
		ID: Places, Title: "Places", Points: true, Indexed: true,
		Description: "Places that articles mention, with how often and when.",
		Properties: slices.Concat([]Property{
			{Name: "name", About: "Usual English name"},
			{Name: "name_ar", About: "Name in Arabic script", Derived: true, Since: 9},
			{Name: "kind", Type: Code, About: "GeoNames feature class and code, such as P.PPL"},
			{Name: "precision", Type: Code, About: "site, town, district, governorate, region or country"},
			{Name: "mentions", Type: Integer, About: "Number of mentions", Never: true, Merge: Add},
			{Name: "articles", Type: Integer, About: "Number of articles that mention it", Never: true, Merge: Add},
			{Name: "first", Type: Date, About: "First day reported there", Merge: Earliest},
			{Name: "last", Type: Date, About: "Last day reported there", Merge: Latest},
		}, ofPlace()),
	}
}

func fronts() Collection {
	return Collection{
		ID: Fronts, Title: "Fronts", Indexed: true,
		Description: "What lies between or around places: axes, roads, lines of contact, pockets, borders, countryside, offsets.",
		Properties: slices.Concat([]Property{
			{Name: "kind", Type: Code, About: "axis, road, river, line of contact, pocket, border, countryside, region or offset"},
			{Name: "phrase", About: "The expression as written in the article"},
			{Name: "reading", About: "Its interpretation, in words", Long: true},
			{Name: "uncertainty_km", Type: Number, About: "How far its true bounds may lie from its geometry, in km", Never: true},
			{Name: "schematic", Type: Boolean, About: "Drawn by rule: not a known outline or course", Since: 2},
			{Name: "anchors", About: "Names of the places from which it is drawn"},
		}, inText(), []Property{
			{Name: "confidence", Type: Number, About: "Probability, 0 to 1, that this is meant", Never: true},
			{Name: "corrected_by", Type: Code, About: aboutCorrected, Since: 7},
		}),
	}
}

func events() Collection {
	return Collection{
		ID: Events, Title: "Events", Points: true, Since: 6,
		Description: "What articles report to have happened, once at each of the places that they name for it. A report is not proof; status tells how it is worded.",
		Properties: slices.Concat([]Property{
			{Name: "event", Type: Code, About: "Id of the event, the same at all of its places", Never: true},
			{Name: "type", Type: Code, Values: EventTypes(), About: "air_strike, shelling, explosion, clash, killing, capture, withdrawal, control, siege, deployment, agreement, detention, displacement, aid or protest"},
			{Name: "phrase", About: "The words that report it"},
		}, together("name", []Property{
			{Name: "place", Type: Code, About: "Id of the place in the gazetteer; null for an area or a line, and for a name it does not have"},
			{Name: "name", About: "Usual English name of the place"},
			{Name: "precision", Type: Code, About: "How large the place is: site, town, district, governorate, region or country; null for an area or a line"},
		}), []Property{
			{Name: "agent", About: "Who did it, as written in the article"},
			{Name: "target", About: "To whom or what"},
			{Name: "holder", About: "Who holds the place afterwards"},
			{Name: "held_before", About: "Who held it before"},
			{Name: "said_by", About: "To whom the article attributes it; null if to nobody"},
			{Name: "status", Type: Code, Values: EventStatuses(), About: "Whether it is reported, claimed, denied, planned or hypothetical"},
			{Name: "actor_group", Type: Code, About: "Group that did it, or holds the place afterwards, as \"syria/government\"; null if no table has the actor", Derived: true},
			{Name: "source_side", Type: Code, About: "Side of the source, as \"syria/opposition\"; null if no table has it", Derived: true},
		}, inText(), []Property{
			{Name: "confidence", Type: Number, About: "Probability, 0 to 1, that the sentence reports this event at this place", Never: true},
			{Name: "reason", Type: Note, About: "The words it was read from", Long: true},
			{Name: "corrected_by", Type: Code, About: aboutCorrected, Since: 10},
		}, ofPlace()),
	}
}

func articles() Collection {
	return Collection{
		ID: Articles, Title: "Articles", Points: true, Indexed: true,
		Description: "Articles that were read, each at the place it is about.",
		Properties: []Property{
			{Name: "title", About: "Headline", Unique: true},
			{Name: "source", About: "Outlet"},
			{Name: "byline", About: "Who wrote it"},
			{Name: "url", Type: URI, About: "Where it was read", Long: true, Unique: true},
			{Name: "published", Type: Date, About: "Day of publication", Instant: true},
			{Name: "date", Type: Date, About: "The same; the date that datetime filters by"},
			{Name: "language", Type: Code, About: "ISO 639-1"},
			{Name: "mentions", Type: Integer, About: "Number of mentions in it", Never: true},
			{Name: "corrected_by", Type: Code, About: aboutCorrected, Since: 7},
			{Name: "story", Type: Code, About: "Id of the first article with the same text, edited or not: itself, or the one it is a copy of; null without copies", Derived: true},
			{Name: "also_in", Type: Note, About: "Other outlets with a copy, separated by ;", Derived: true, Long: true},
		},
	}
}

// inText are the properties of items in the text of an article.
func inText() []Property {
	return slices.Concat([]Property{
		{Name: "sentence", About: "Its sentence", Long: true, Unique: true},
		{Name: "start", Type: Integer, About: "Offset of the phrase in the article's text, in Unicode code points", Never: true},
		{Name: "end", Type: Integer, About: "End of the phrase, exclusive", Never: true},
		{Name: "article", Type: Code, About: "Id of the article", Never: true},
	}, together("source", []Property{
		{Name: "source", About: "Outlet of the article"},
		{Name: "language", Type: Code, About: "Of the article, ISO 639-1", Derived: true, Since: 9},
	}), []Property{
		{Name: "date", Type: Date, About: "Day of the event, else of publication; if only a month or year is known, a day in it"},
	}, together("dating", []Property{
		{Name: "date_precision", Type: Code, Values: DatePrecisions(), About: "Precision of the date: day, month or year; datetime selects any of its days", Since: 4},
		{Name: "date_from", Type: Code, Values: DateSources(), About: "Origin of the date: text, context (the year comes from earlier text), published, or neighbours on the page", Since: 4},
	}), []Property{
		{Name: "published", Type: Date, About: "Day of publication"},
	})
}

// together makes properties a group.
func together(group string, all []Property) []Property {
	for i := range all {
		all[i].Group = group
	}
	return all
}

// ofPlace are the properties from the gazetteer.
func ofPlace() []Property {
	return together("place", []Property{
		{Name: "country", Type: Note, About: "English name of the place's country", Derived: true, Since: 9},
		{Name: "admin1", Type: Note, About: "English name of the place's first-level division (governorate, province)", Derived: true, Since: 9},
		{Name: "country_ar", Type: Note, About: "Arabic name of the country", Derived: true, Since: 9, Long: true},
		{Name: "admin1_ar", Type: Note, About: "Arabic name of the first-level division", Derived: true, Since: 9, Long: true},
		{Name: "coord_source", Type: Note, About: "Origin of the place's coordinates", Derived: true, Since: 9, Long: true},
		{Name: "coord_date", Type: Date, About: "Date of the coordinates: the source's last change, else its edition", Derived: true, Since: 9, Long: true},
		{Name: "uncertainty_km", Type: Number, About: "How far the place may extend from the point, in km: the rounding of the coordinates plus the size of the place", Derived: true, Since: 9, Long: true},
	})
}

// aboutCorrected describes a property of several collections.
const aboutCorrected = "Who corrected it; null if nobody did. The article has the original"
