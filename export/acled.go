package export

import (
	"strconv"
	"strings"
	"time"

	"dateline/feature"
	"dateline/schema"
)

// acledColumns are additional columns in CSV of events and incidents, named as in the codebook
// of ACLED (Armed Conflict Location & Event Data). Its country, admin1 and source are properties
// of the collections.
var acledColumns = [...]string{
	"event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1", "actor2",
	"admin2", "location", "latitude", "longitude", "geo_precision", "notes", "fatalities",
}

// isNumber reports whether a column is numeric, which no spreadsheet takes for a formula.
func isNumber(column string) bool { return column == "latitude" || column == "longitude" }

// hasACLED reports whether a collection has those columns in CSV.
func hasACLED(t *schema.Collection) bool { return t.ID == schema.Events || t.ID == schema.Incidents }

// acledKind is an ACLED event type.
type acledKind struct{ disorder, event, sub string }

const (
	violence  = "Political violence"
	strategic = "Strategic developments"
	remote    = "Explosions/Remote violence"
	battles   = "Battles"
	civilians = "Violence against civilians"
)

// acledKinds gives the closest match for a type of event. The kind of a capture depends on who
// takes the place: the first row with its side applies, "" meaning unknown.
var acledKinds = [...]struct {
	eventType, side string
	acledKind
}{
	{"air_strike", anySide, acledKind{violence, remote, "Air/drone strike"}},
	{"shelling", anySide, acledKind{violence, remote, "Shelling/artillery/missile attack"}},
	{"explosion", anySide, acledKind{violence, remote, "Remote explosive/landmine/IED"}},
	{"clash", anySide, acledKind{violence, battles, "Armed clash"}},
	{"killing", anySide, acledKind{violence, civilians, "Attack"}},
	{"capture", "", acledKind{violence, battles, ""}},
	{"capture", "government", acledKind{violence, battles, "Government regains territory"}},
	{"capture", "army", acledKind{violence, battles, "Government regains territory"}},
	{"capture", anySide, acledKind{violence, battles, "Non-state actor overtakes territory"}},
	{"withdrawal", anySide, acledKind{strategic, strategic, "Non-violent transfer of territory"}},
	{"deployment", anySide, acledKind{strategic, strategic, "Headquarters or base established"}},
	{"agreement", anySide, acledKind{strategic, strategic, "Agreement"}},
	{"detention", anySide, acledKind{violence, civilians, "Abduction/forced disappearance"}},
	{"siege", anySide, acledKind{strategic, strategic, "Other"}},
	{"displacement", anySide, acledKind{strategic, strategic, "Other"}},
	{"protest", anySide, acledKind{"Demonstrations", "Protests", "Peaceful protest"}},
}

// anySide matches every side.
const anySide = "*"

// acledKindOf returns the kind of a type of event by a group, "syria/government"; none for
// control and aid, which ACLED lacks.
func acledKindOf(eventType, group string) acledKind {
	_, side, _ := strings.Cut(group, "/")
	for _, k := range acledKinds {
		if k.eventType == eventType && (k.side == side || k.side == anySide) {
			return k.acledKind
		}
	}
	return acledKind{}
}

// acled returns the values of those columns. Fatalities are given if the collection has their
// number.
func acled(f feature.Feature) []string {
	get := func(name string) string { return text(f.Property(name)) }
	kind := acledKindOf(get("type"), get("actor_group"))
	day, year := get("date"), ""
	if t, err := time.Parse(time.DateOnly, day); err == nil {
		year = strconv.Itoa(t.Year())
	}
	fatalities := get("killed_least")
	if fatalities != get("killed_most") {
		fatalities = ""
	}
	place := lonLat(f)
	return []string{
		f.ID(), day, year, timePrecision(get("date_precision")), kind.disorder, kind.event, kind.sub,
		either(get("agent"), get("holder")), either(get("target"), get("held_before")),
		"", either(get("name"), get("phrase")), place[1], place[0], geoPrecision(get("precision")), get("sentence"), fatalities,
	}
}

func either(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// timePrecision is 1 for a day and 3 for a month or less; ACLED has 2 for a week.
func timePrecision(precision string) string {
	switch precision {
	case "day":
		return "1"
	case "month", "year":
		return "3"
	}
	return ""
}

// geoPrecision is 1 for a town, 2 for its surroundings, 3 for a province or larger.
func geoPrecision(precision string) string {
	switch precision {
	case "site", "town":
		return "1"
	case "district", "":
		return "2"
	}
	return "3"
}
