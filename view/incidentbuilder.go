package view

import (
	"iter"

	"dateline/document/rows"
	"dateline/feature"
	"dateline/incident"
	"dateline/schema"

	"github.com/paulmach/orb"
)

// IncidentRow is an incident as a row.
type IncidentRow struct {
	rows.Row
	Days     feature.Days
	Lead     int       // index of its first report among the added events
	Alone    bool      // its report is not merged with others, whatever they are; it has no Point
	Point    orb.Point // unless Alone: where its reports are compared
	Copy     bool      // only copies of earlier articles report it
	Articles []string  // articles of its reports
}

// IncidentBuilder groups events into incidents as a View does. It is not safe for concurrent use.
type IncidentBuilder struct {
	tables    *rows.Tables
	names     Names
	parties   *partyResolver
	events    *layerBuilder
	incidents *incidents
	known     map[string]string // country code by place
}

// NewIncidentBuilder returns an empty IncidentBuilder. story returns the first article of an
// article's story, which may be the article itself.
func NewIncidentBuilder(t *rows.Tables, names Names, story func(article string) string) *IncidentBuilder {
	part := t.Parts[rows.Events]
	x := &IncidentBuilder{tables: t, names: names, parties: newPartyResolver(part.Table), events: newLayerBuilder(part.Table), known: map[string]string{}}
	x.incidents = newIncidents(t.Derived[schema.Incidents], x.events, x.parties, x.country, story)
	return x
}

func (x *IncidentBuilder) country(place string) string {
	if x.names.Of == nil || place == "" {
		return ""
	}
	code, known := x.known[place]
	if !known {
		code = x.names.Of(place).Code
		x.known[place] = code
	}
	return code
}

// Add adds the next event, in order of arrival, and sets its derived values.
func (x *IncidentBuilder) Add(r *rows.Row) error {
	part := x.tables.Parts[rows.Events]
	x.parties.fill(r.Values, x.country(r.Values[part.Place].Text()))
	addPart(part, r, x.events)
	return x.events.Err()
}

// All yields all incidents, ordered by lead.
func (x *IncidentBuilder) All() iter.Seq[*IncidentRow] {
	return func(yield func(*IncidentRow) bool) {
		for i := range x.events.Len() {
			x.incidents.add(i)
		}
		put, _ := x.incidents.index.Changes()
		for i := range put {
			if !yield(x.row(&put[i])) {
				return
			}
		}
	}
}

func (x *IncidentBuilder) row(is *incident.Incident) *IncidentRow {
	town, a, article := x.events.At(int(is.Town)), x.incidents.summarise(is), x.parties.columns.article
	t := &IncidentRow{
		Row:  rows.Row{ID: x.events.At(int(is.Lead())).ID(), Geometry: town.Geometry(), Values: a.values},
		Days: a.days, Lead: int(is.Lead()), Copy: true,
	}
	where := x.incidents.report(is.Lead()).Where
	t.Alone = where.Size == incident.Wide
	if !t.Alone {
		t.Point, _ = town.Point()
	}
	for _, f := range a.reports {
		in := f.Text(article)
		t.Articles = append(t.Articles, in)
		t.Copy = t.Copy && x.incidents.story(in) != in
	}
	return t
}
