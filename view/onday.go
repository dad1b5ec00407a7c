package view

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"dateline/control"
	"dateline/document/rows"
	"dateline/feature"
	"dateline/geo"
	"dateline/newsdate"
	"dateline/schema"
	"dateline/work"

	"github.com/paulmach/orb"
)

// onDay makes the collections of a day.
type onDay struct {
	*daily
	*byTime
	on  feature.Day
	all []control.State

	// name loads into named the courses that articles name; nil if it has all.
	name func(ctx context.Context, articles []string) error
}

// grey is the colour of unknown holders.
const grey = "#8c8c8c"

// maxCited is the maximum number of claims that a place cites.
const maxCited = 5

// stepsPerRow is about the cost of making a feature, in steps of work.Spend.
const stepsPerRow = 1000

// control adds the places with claims.
func (m *onDay) control(ctx context.Context, made *layerBuilder) error {
	t, steps := m.tables.Derived[schema.Control], work.Metered(ctx)
	for i := range m.all {
		if err := steps.Add(stepsPerRow); err != nil {
			return err
		}
		s := &m.all[i]
		values := make([]schema.Value, len(t.Properties))
		set := func(property string, v schema.Value) { values[t.Index(property)] = v }
		newest := m.newest(s)
		for _, p := range t.Properties { // known from the gazetteer
			if c := m.daily.events.Schema.Index(p.Name); c >= 0 && p.Derived || p.Name == "precision" {
				set(p.Name, anyValue(newest, c, m.daily.events.Schema))
			}
		}
		set("place", schema.OfText(s.Place))
		set("name", schema.OfText(s.Name))
		set("state", schema.OfText(stateOf(s)))
		set("holder", schema.OfText(s.Holder.Name))
		set("holder_group", schema.OfText(s.Holder.Group))
		set("by", schema.OfText(m.by(&s.Spell)))
		set("rival", schema.OfText(s.Rival.Name))
		set("rival_group", schema.OfText(s.Rival.Group))
		set("colour", schema.OfText(colourOf(s)))
		if s.Contested {
			set("rival_colour", schema.OfText(cmp.Or(s.Rival.Colour, grey)))
		}
		set("since", dayOf(s.Since.First()))
		set("since_precision", schema.OfText(s.Since.Precision.String()))
		set("last", dayOf(s.Last.Last()))
		set("age_days", schema.OfInt(m.age(&s.Spell)))
		set("claims", schema.OfInt(len(s.Claims)))
		set("why", schema.OfText(m.why(&s.Spell)))
		set("events", schema.OfText(m.cited(&s.Spell)))
		set("date", schema.OfDay(int(m.on)))
		start(made.Builder, &rows.Row{ID: s.Place, Geometry: s.Point, Values: values}, m.since(s.Since))
		made.finish(made.Len(), 0)
	}
	return steps.Flush()
}

// contact makes the line of contact of the day, between sides that a table knows.
func (m *onDay) contact(ctx context.Context) (*Layer, error) {
	t, steps := m.tables.Derived[schema.Contact], work.Metered(ctx)
	made := newLayerBuilder(t)
	held := slices.DeleteFunc(control.HeldPlaces(m.all), func(s control.Spell) bool { return s.Holder.Side == "" })
	line, err := control.Contact(ctx, held, control.Reach)
	if err != nil {
		return nil, err
	}
	if m.name != nil {
		if err := m.name(ctx, m.articlesOf(line)); err != nil {
			return nil, err
		}
	}
	for _, segment := range line {
		segment = segment.Along(m.courses(segment.Left, segment.Right), control.Reach)
		if err := steps.Add(stepsPerRow); err != nil {
			return nil, err
		}
		values := make([]schema.Value, len(t.Properties))
		set := func(property string, v schema.Value) { values[t.Index(property)] = v }
		for name, s := range map[string]*control.Spell{"left": segment.Left, "right": segment.Right} {
			set(name, schema.OfText(s.Name))
			set(name+"_place", schema.OfText(s.Place))
			set(name+"_holder", schema.OfText(s.Holder.Name))
			set(name+"_group", schema.OfText(s.Holder.Group))
			set(name+"_colour", schema.OfText(cmp.Or(s.Holder.Colour, grey)))
			set(name+"_since", dayOf(s.Since.First()))
			set(name+"_why", schema.OfText(m.why(s)))
			set(name+"_events", schema.OfText(m.cited(s)))
		}
		if along := segment.Course; along != nil {
			set("along", schema.OfText(along.Name))
			set("along_place", schema.OfText(along.Place))
		}
		set("uncertainty_km", schema.OfNumber(rounded(segment.UncertaintyKm)))
		set("age_days", schema.OfInt(max(m.age(segment.Left), m.age(segment.Right))))
		set("date", schema.OfDay(int(m.on)))
		id := segment.Left.Place + "-" + segment.Right.Place
		start(made.Builder, &rows.Row{ID: id, Geometry: asServed(segment.Line), Values: values}, feature.Days{First: m.on, Last: m.on, Known: true})
		made.finish(made.Len(), 0)
	}
	return made.snapshot(), steps.Flush()
}

// articlesOf returns the articles of the claims that segments cite.
func (m *onDay) articlesOf(line []control.Segment) (all []string) {
	for i := range line {
		for _, s := range []*control.Spell{line[i].Left, line[i].Right} {
			for _, c := range latest(s) {
				all = append(all, m.event(c).Text(m.columns.article))
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// asServed rounds a line to the decimals that are served, so that boxes around it contain the
// served line.
func asServed(line orb.LineString) orb.LineString {
	out := make(orb.LineString, len(line))
	for i, p := range line {
		out[i] = orb.Point{geo.Round6(p[0]), geo.Round6(p[1])}
	}
	return out
}

// rounded rounds kilometres to three decimals.
func rounded(km float64) float64 { return float64(int(km*1000+0.5)) / 1000 }

func stateOf(s *control.State) string {
	switch {
	case s.Unknown:
		return "unknown"
	case s.Contested:
		return "contested"
	}
	return "held"
}

func colourOf(s *control.State) string {
	if s.Unknown {
		return grey
	}
	return cmp.Or(s.Holder.Colour, grey)
}

func dayOf(t time.Time) schema.Value { return rows.OfDay(t) }

// since returns the days from a date to that of the collection.
func (m *onDay) since(d newsdate.Date) feature.Days {
	return feature.Days{First: min(feature.DayOf(d.First()), m.on), Last: m.on, Known: true}
}

func (m *onDay) age(s *control.Spell) int {
	return int(control.Age(s, m.on.Time()).Hours() / 24)
}

// newest returns the event of the last claim about a place.
func (m *onDay) newest(s *control.State) feature.Feature {
	return m.event(s.Claims[len(s.Claims)-1])
}

// by returns how the latest claim names the holder.
func (m *onDay) by(s *control.Spell) string {
	for _, c := range slices.Backward(s.Claims) {
		if m.claims[c].Holder.Is(s.Holder) {
			return m.event(c).Text(m.columns.holder)
		}
	}
	return ""
}

func (m *onDay) event(claim int) feature.Feature { return m.daily.events.At(m.byTime.events[claim]) }

// latest returns the last claims of a spell, most recent first.
func latest(s *control.Spell) []int {
	cited := slices.Clone(s.Claims[max(0, len(s.Claims)-maxCited):])
	slices.Reverse(cited)
	return cited
}

// cited returns the ids of the events that a spell cites.
func (m *onDay) cited(s *control.Spell) string {
	var ids []string
	for _, c := range latest(s) {
		ids = append(ids, m.event(c).ID())
	}
	return strings.Join(ids, " ")
}

// Cited is a claim cited by a place of the collection control, or by a side of the line of
// contact: an entry in the JSON of its property why.
type Cited struct {
	Date     string `json:"date"`
	Source   string `json:"source"`
	Type     string `json:"type"`
	Status   string `json:"status"`
	Sentence string `json:"sentence"`
	Event    string `json:"event"` // id in the collection events
}

// why returns the claims that a spell rests on, as JSON.
func (m *onDay) why(s *control.Spell) string {
	var cited []Cited
	for _, c := range latest(s) {
		f := m.event(c)
		cited = append(cited, Cited{
			Date: m.claims[c].Date.Short(), Source: m.columns.speaker(f), Type: f.Text(m.columns.kind), Status: f.Text(m.columns.status),
			Sentence: f.Text(m.columns.sentence), Event: f.ID(),
		})
	}
	b, err := json.Marshal(cited)
	if err != nil {
		return "" // never fails for texts
	}
	return string(b)
}
