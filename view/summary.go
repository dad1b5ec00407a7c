package view

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"dateline/document/rows"
	"dateline/feature"
	"dateline/geoparse/event"
	"dateline/incident"
	"dateline/schema"
)

// summary is the properties of an incident: what its reports agree on, and where they differ.
type summary struct {
	*incidents
	reports []feature.Feature // earliest first
	once    []feature.Feature // the reports of one article per story
	values  []schema.Value
	days    feature.Days
	doubts  []string
}

func (x *incidents) summarise(is *incident.Incident) *summary {
	a := &summary{incidents: x, values: make([]schema.Value, len(x.table.Properties))}
	for _, n := range is.Reports {
		a.reports = append(a.reports, x.events.At(int(n)))
	}
	c := &x.parties.columns
	slices.SortStableFunc(a.reports, func(f, g feature.Feature) int {
		return cmp.Or(compareDays(f, g, c.published), compareDays(f, g, c.date))
	})
	a.once = a.oncePerStory()
	town := x.events.At(int(is.Town))
	for property, column := range map[string]int{"place": c.place, "name": c.name, "precision": c.precision} {
		a.set(property, x.value(town, column))
	}
	for _, p := range x.table.Properties { // known from the gazetteer
		if i := x.events.layer.Schema.Index(p.Name); p.Derived && i >= 0 {
			a.set(p.Name, anyValue(town, i, x.events.layer.Schema))
		}
	}
	a.setActors()
	a.setTypes()
	a.setRivals(is.Against)
	a.setDays()
	a.setSources()
	a.setKilled()
	a.setFirst()
	a.set("disputed", schema.OfBool(len(a.doubts) > 0))
	a.set("disagreement", schema.OfText(strings.Join(a.doubts, "; ")))
	return a
}

// oncePerStory returns the reports of one article per story, that of the earliest report.
func (a *summary) oncePerStory() (once []feature.Feature) {
	from := map[string]string{} // article by story
	for _, f := range a.reports {
		article := f.Text(a.parties.columns.article)
		story := a.story(article)
		if from[story] == "" {
			from[story] = article
		}
		if from[story] == article {
			once = append(once, f)
		}
	}
	return once
}

func (a *summary) set(property string, v schema.Value) { a.values[a.table.Index(property)] = v }

// compareDays sorts reports without a day last.
func compareDays(f, g feature.Feature, column int) int {
	a, known := f.Day(column)
	b, also := g.Day(column)
	switch {
	case known && also:
		return cmp.Compare(a, b)
	case known:
		return -1
	case also:
		return 1
	}
	return 0
}

// setActors sets the actor named first, preferring groups that a table knows.
func (a *summary) setActors() {
	c := &a.parties.columns
	for property, column := range map[string]int{"agent": c.agent, "target": c.target, "holder": c.holder, "actor_group": c.group} {
		var named schema.Value
		for _, f := range a.reports {
			v := a.value(f, column)
			if named.IsNull() || column != c.group && a.group(named.Text(), f) == "" && a.group(v.Text(), f) != "" {
				named = v
			}
		}
		a.set(property, named)
	}
}

func (a *summary) group(words string, f feature.Feature) string {
	return a.parties.party(words, a.code(f.Text(a.parties.columns.place))).Group
}

// setTypes sets the type and the status; a denial makes it doubtful.
func (a *summary) setTypes() {
	c := &a.parties.columns
	count, said := map[string]int{}, map[string][]string{}
	for _, f := range a.once {
		count[f.Text(c.kind)]++
	}
	for _, f := range a.reports {
		status := f.Text(c.status)
		said[status] = append(said[status], a.source(f))
	}
	types := slices.SortedFunc(maps.Keys(count), func(x, y string) int { return cmp.Or(count[y]-count[x], cmp.Compare(x, y)) })
	a.set("type", schema.OfText(types[0]))
	a.set("types", schema.OfText(strings.Join(types, "; ")))
	for _, status := range []event.Status{event.Reported, event.Claimed, event.Denied} {
		if len(said[string(status)]) > 0 {
			a.set("status", schema.OfText(string(status)))
			break
		}
	}
	if denied := said[string(event.Denied)]; len(denied) > 0 && len(denied) < len(a.reports) {
		a.doubts = append(a.doubts, "denied by "+list(denied))
	}
	if len(types) > 1 && len(a.reports) > 1 && incident.Group(types[0]) != "territory" { // whose loss is another's gain
		a.doubts = append(a.doubts, "what it was: "+strings.Join(types, ", "))
	}
}

// setRivals records other known groups that are reported to have taken the place.
func (a *summary) setRivals(reports []int32) {
	c := &a.parties.columns
	var others []string
	own := a.values[a.table.Index("actor_group")].Text()
	for _, n := range reports {
		f := a.events.At(int(n))
		if other := f.Text(c.group); own == "" || other == "" || other == own {
			continue
		}
		others = append(others, f.Text(c.holder)+" by "+a.source(f))
	}
	if len(others) > 0 {
		a.doubts = append(a.doubts, "who holds it: also "+list(others))
	}
}

func (a *summary) setDays() {
	c := &a.parties.columns
	for _, f := range a.reports {
		d := rows.DaysOf(a.value(f, c.date), a.value(f, c.datePrecision))
		switch {
		case !d.Known:
		case !a.days.Known:
			a.days = d
		default:
			a.days.First, a.days.Last = min(a.days.First, d.First), max(a.days.Last, d.Last)
		}
	}
	if !a.days.Known {
		return
	}
	a.set("date", schema.OfDay(int(a.days.First)))
	a.set("last", schema.OfDay(int(a.days.Last)))
	a.set("date_precision", a.value(a.reports[0], c.datePrecision))
}

// source returns the source of a report.
func (a *summary) source(f feature.Feature) string { return a.parties.columns.speaker(f) }

// speaker returns who reports an event, with the outlet that quotes them.
func (c *eventColumns) speaker(f feature.Feature) string {
	said, outlet := f.Text(c.saidBy), f.Text(c.source)
	switch {
	case said == "":
		return cmp.Or(outlet, f.Text(c.article))
	case outlet == "" || said == outlet:
		return said
	}
	return said + " (" + outlet + ")"
}

func (a *summary) setSources() {
	c := &a.parties.columns
	var all []string
	articles, stories, sides := map[string]bool{}, map[string]bool{}, map[string][]string{}
	for _, f := range a.reports {
		all = append(all, a.source(f))
		articles[f.Text(c.article)] = true
		stories[a.story(f.Text(c.article))] = true
		if side := f.Text(c.side); side != "" {
			sides[side] = append(sides[side], a.source(f))
		}
	}
	var bySide []string
	for _, side := range slices.Sorted(maps.Keys(sides)) {
		bySide = append(bySide, side+": "+list(sides[side]))
	}
	a.set("reports", schema.OfInt(len(a.once)))
	a.set("stories", schema.OfInt(len(stories)))
	a.set("articles", schema.OfInt(len(articles)))
	a.set("sources", schema.OfText(strings.Join(distinct(all), "; ")))
	a.set("source_sides", schema.OfText(strings.Join(bySide, "; ")))
}

// setKilled reads the number killed from each sentence.
func (a *summary) setKilled() {
	if g := incident.Group(a.reports[0].Text(a.parties.columns.kind)); g != "strike" && g != "fight" {
		return
	}
	said := map[int][]string{}
	for _, f := range a.reports {
		if n, ok := incident.Killed(f.Text(a.parties.columns.sentence)); ok {
			said[n] = append(said[n], a.source(f))
		}
	}
	numbers := slices.Sorted(maps.Keys(said))
	if len(numbers) == 0 {
		return
	}
	a.set("killed_least", schema.OfInt(numbers[0]))
	a.set("killed_most", schema.OfInt(numbers[len(numbers)-1]))
	if len(numbers) > 1 {
		var parts []string
		for _, n := range numbers {
			parts = append(parts, strconv.Itoa(n)+" ("+list(said[n])+")")
		}
		a.doubts = append(a.doubts, "killed: "+strings.Join(parts, ", "))
	}
}

// setFirst sets the properties of the earliest report.
func (a *summary) setFirst() {
	c := &a.parties.columns
	first := a.reports[0]
	a.set("sentence", a.value(first, c.sentence))
	a.set("first_article", a.value(first, c.article))
	a.set("first_source", schema.OfText(a.source(first)))
	a.set("published", a.value(first, c.published))
	ids := make([]string, len(a.reports))
	for i, f := range a.reports {
		ids[i] = f.ID()
	}
	a.set("events", schema.OfText(strings.Join(ids, " ")))
}

// anyValue is valueOf, including numbers.
func anyValue(f feature.Feature, column int, of *schema.Collection) schema.Value {
	if of.Properties[column].Type == schema.Number {
		if v, ok := f.Value(column).(float64); ok {
			return schema.OfNumber(v)
		}
		return schema.Value{}
	}
	return valueOf(f, column, of.Properties[column].Type)
}

// most is the maximum number of names in a list.
const most = 8

// list joins names for people, without duplicates.
func list(names []string) string {
	names = distinct(names)
	if len(names) > most {
		return strings.Join(names[:most], ", ") + fmt.Sprintf(" and %d more", len(names)-most)
	}
	return strings.Join(names, ", ")
}

// distinct removes duplicates, keeping the order.
func distinct(names []string) []string {
	seen := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(names), func(s string) bool {
		again := seen[s]
		seen[s] = true
		return again
	})
}
