package schema

import "slices"

func incidents() Collection {
	return Collection{
		ID: Incidents, Title: "Incidents", Points: true, Derived: true,
		Description: "Reports of the same event brought together: of one kind, at one place, on one day or the next, by whom they agree on. In doubt they are not: there are rather too many incidents than too few.",
		Properties: slices.Concat([]Property{
			{Name: "type", Type: Code, Values: EventTypes(), Never: true, About: "Type of event in most reports"},
			{Name: "types", Type: Code, Never: true, About: "All types in the reports, separated by ;"},
			{Name: "place", Type: Code, About: "Id of the place in the gazetteer"},
			{Name: "name", About: "Usual English name of the place"},
			{Name: "precision", Type: Code, About: "How large the place is: site, town, district, governorate, region or country"},
			{Name: "agent", About: "Who is reported to have done it"},
			{Name: "target", About: "To whom or what"},
			{Name: "holder", About: "Who is reported to hold the place afterwards"},
			{Name: "actor_group", Type: Code, About: "Group that did it, or holds the place afterwards, as \"syria/government\"; null if no table has the actor"},
			{Name: "status", Type: Code, Values: []string{"reported", "claimed", "denied"}, Never: true, About: "The strongest status in the reports: reported, claimed or denied"},
			{Name: "date", Type: Date, About: "First day in the reports"},
			{Name: "date_precision", Type: Code, Values: DatePrecisions(), About: "Precision of the date: day, month or year"},
			{Name: "last", Type: Date, About: "Last day in the reports"},
			{Name: "reports", Type: Integer, About: "Number of reports; several of one article each count, those of copies do not", Never: true},
			{Name: "stories", Type: Integer, About: "Number of stories: copies of an article count as one", Never: true},
			{Name: "articles", Type: Integer, About: "Number of articles, including copies", Never: true},
			{Name: "sources", Never: true, About: "Who reports it, separated by ;", Long: true},
			{Name: "source_sides", Type: Note, About: "Sides of the sources, each with its sources: side: names; …", Long: true},
			{Name: "killed_least", Type: Integer, About: "Lowest number of people killed in a sentence"},
			{Name: "killed_most", Type: Integer, About: "Highest number of people killed in a sentence"},
			{Name: "disputed", Type: Boolean, Never: true, About: "Whether reports disagree, or there are reports that another side took the place"},
			{Name: "disagreement", Type: Note, About: "On what they disagree, and who says what", Long: true},
			{Name: "sentence", About: "Sentence of the earliest report", Long: true, Unique: true},
			{Name: "first_article", Type: Code, Never: true, About: "Article of the earliest report"},
			{Name: "first_source", Never: true, About: "Who reported it first"},
			{Name: "published", Type: Date, About: "Day of the earliest report"},
			{Name: "events", Type: Note, Never: true, About: "Ids of the reports in the collection events, separated by spaces", Long: true, Unique: true},
		}, ofPlace()),
	}
}

func control() Collection {
	return Collection{
		ID: Control, Title: "Control", Points: true, Located: true, Derived: true, Daily: true,
		Description: "Who is said to hold which town or site on a day, datetime, else the last one: what articles claim and when, not what is so. Nothing is said of a place that no claim names.",
		Properties: slices.Concat([]Property{
			{Name: "place", Type: Code, Never: true, About: "Id of the place in the gazetteer"},
			{Name: "name", Never: true, About: "Usual English name of the place, or its id if none is known"},
			{Name: "precision", Type: Code, Values: []string{"site", "town"}, Never: true, About: "How large the place is: site or town"},
			{Name: "state", Type: Code, Values: []string{"held", "contested", "unknown"}, Never: true, About: "held; contested if sources of the last two weeks disagree; unknown if the holder left, or the last claim is older than two years"},
			{Name: "holder", About: "Group that is said to hold it, or was before it became unknown"},
			{Name: "holder_group", Type: Code, About: "Id of the group, as \"syria/government\"; null if no table has the actor"},
			{Name: "by", About: "Member of the group, as written in the latest claim"},
			{Name: "rival", About: "Group that others say holds it, if it is contested"},
			{Name: "rival_group", Type: Code, About: "Id of that group"},
			{Name: "colour", Type: Code, Never: true, About: "Colour of the holder on maps, #rrggbb; grey if unknown"},
			{Name: "rival_colour", Type: Code, About: "Colour of the rival"},
			{Name: "since", Type: Date, Never: true, About: "Day since which it is said to be held; the first day of a month or year"},
			{Name: "since_precision", Type: Code, Values: DatePrecisions(), Never: true, About: "Its precision: day, month or year"},
			{Name: "last", Type: Date, Never: true, About: "Day of the latest claim for the holder"},
			{Name: "age_days", Type: Integer, Never: true, About: "Age of that claim in days, on the requested day"},
			{Name: "claims", Type: Integer, About: "Number of claims", Never: true},
			{Name: "why", Type: Records, Never: true, About: "The latest claims, newest first: date, source, type and status, the sentence, and the id in the collection events", Long: true},
			{Name: "events", Type: Note, Never: true, About: "Ids of the claims in the collection events, latest first, separated by spaces", Long: true, Unique: true},
			{Name: "date", Type: Date, Never: true, About: "The day described"},
		}, ofPlace()),
	}
}

func contact() Collection {
	side := func(name string) []Property {
		return []Property{
			{Name: name, Never: true, About: "Place at the " + name + " of the line, seen along it"},
			{Name: name + "_place", Type: Code, Never: true, About: "Its id in the gazetteer"},
			{Name: name + "_holder", Never: true, About: "Group that is said to hold it"},
			{Name: name + "_group", Type: Code, Never: true, About: "Id of the group"},
			{Name: name + "_colour", Type: Code, Never: true, About: "Its colour on maps, #rrggbb"},
			{Name: name + "_since", Type: Date, Never: true, About: "Since when"},
			{Name: name + "_why", Type: Records, Never: true, About: "The latest claims, newest first: date, source, type and status, the sentence, and the id in the collection events", Long: true},
			{Name: name + "_events", Type: Note, Never: true, About: "Ids of the claims in the collection events, separated by spaces", Long: true},
		}
	}
	return Collection{
		ID: Contact, Title: "Line of contact", Lines: true, Located: true, Derived: true, Daily: true,
		Description: "Where places held by opposing sides meet on a day, datetime, else the last one: an inference from who is said to hold which place, drawn only where both sides hold one within 20 km. Nobody observed it as a front line.",
		Properties: slices.Concat(side("left"), side("right"), []Property{
			{Name: "along", About: "River or road between the two that a claim's sentence names: the line follows it"},
			{Name: "along_place", Type: Code, About: "Its id in the gazetteer"},
			{Name: "uncertainty_km", Type: Number, About: "Distance of the nearest evidence in km: the possible error of the line", Never: true},
			{Name: "age_days", Type: Integer, Never: true, About: "Age in days of the older of the two last claims, on the requested day"},
			{Name: "date", Type: Date, Never: true, About: "The day described"},
		}),
	}
}
