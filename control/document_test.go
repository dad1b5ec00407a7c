package control

import (
	"fmt"
	"strings"
	"testing"

	"dateline/document"
	"dateline/geoparse/event/party"
)

func parties(t *testing.T) *party.Table {
	t.Helper()
	p, err := party.New()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func ptr[T any](v T) *T { return &v }

// dispatch is a document about Syria with a town and its province.
func dispatch(events ...document.Event) *document.Document {
	d := &document.Document{ID: "d1", Focus: &document.Focus{Country: "SY"}, Source: "desk"}
	d.Mentions = append(d.Mentions, document.Mention{Start: 70, End: 75, Phrase: "Farside"}, document.Mention{Start: 80, End: 85, Phrase: "Nearside"})
	for i := range events {
		events[i].Start = 10 * i
	}
	d.Events = events
	return d
}

// TestImplied: events implied of the town that a text is about count in the order of the text.
func TestImplied(t *testing.T) {
	event := func(start int, who, on string) document.Event {
		return document.Event{Start: start, Type: "capture", Status: "reported", Places: at("town"), Holder: ptr(who), Date: ptr(on), DatePrecision: "day"}
	}
	d := dispatch()
	d.Events = []document.Event{event(5, "rebels", "2012-07-01"), event(90, "ISIS", "2014-01-01")}
	d.Implied = []document.Event{event(40, "the army", "2013-03-01")}
	var got []string
	for _, h := range HoldersIn(d, parties(t)) {
		got = append(got, fmt.Sprint(h.Holder, h.Claims))
	}
	if want := "[Syrian opposition[5] Syrian government[40] Islamic State[90]]"; fmt.Sprint(got) != want {
		t.Errorf("%v, want %s", got, want)
	}
}

func at(place string) []document.EventPlace {
	precision := map[string]string{"town": "town", "base": "site", "province": "governorate"}[place]
	return []document.EventPlace{{Place: ptr(place), Name: ptr(strings.ToUpper(place)), Lat: ptr(35.0), Lon: ptr(36.0), Precision: &precision}}
}

// unlisted puts an event at words of the text that are in no gazetteer.
func unlisted(start int) func(*document.Event) {
	return func(e *document.Event) { e.Places = []document.EventPlace{{Start: start, End: start + 5}} }
}

func TestHoldersIn(t *testing.T) {
	took := func(who, place, on string) document.Event {
		return document.Event{Type: "capture", Status: "reported", Places: at(place), Holder: ptr(who), Date: ptr(on), DatePrecision: map[int]string{4: "year", 7: "month", 10: "day"}[len(on)]}
	}
	with := func(e document.Event, change func(*document.Event)) document.Event { change(&e); return e }
	for _, test := range []struct {
		name   string
		events []document.Event
		want   string
	}{
		{"nothing", nil, ""},
		{"two captures", []document.Event{took("rebels", "town", "2012-07"), took("the Syrian army", "town", "2013-08-01")},
			"TOWN Syrian opposition (Syrian opposition) 2012-07..2013-08-01 [0]; TOWN Syrian government (Syrian Arab Army) 2013-08-01.. [10]"},
		{"allies", []document.Event{took("Tiger Forces", "base", "2012"), took("government troops", "base", "2013")},
			"BASE Syrian government (Tiger Forces) 2012.. [0 10]"},
		{"of one side, of two groups", []document.Event{took("FSA", "town", "2012-07"), took("the Nusra Front", "town", "2014")},
			"TOWN Syrian opposition (Free Syrian Army) 2012-07..2014 [0]; TOWN Hayat Tahrir al-Sham (Jabhat al-Nusra) 2014.. [10]"},
		{"who is not known", []document.Event{took("tribal fighters", "town", "2012-07")}, "TOWN tribal fighters (tribal fighters) 2012-07.. [0]"},
		{"a province", []document.Event{took("rebels", "province", "2012-07")}, ""},
		{"planned", []document.Event{with(took("rebels", "town", "2012-07"), func(e *document.Event) { e.Status = "planned" })}, ""},
		{"denied", []document.Event{with(took("rebels", "town", "2012-07"), func(e *document.Event) { e.Status = "denied" })}, ""},
		{"no change of hands", []document.Event{with(took("rebels", "town", "2012-07"), func(e *document.Event) { e.Type = "clash" })}, ""},
		{"undated", []document.Event{with(took("rebels", "town", "2012-07"), func(e *document.Event) { e.Date = nil })}, ""},
		{"an area", []document.Event{with(took("rebels", "town", "2012-07"), func(e *document.Event) { e.Places[0].Place = nil })}, ""},
		{"a name that no gazetteer holds", []document.Event{with(took("rebels", "town", "2012-07"), unlisted(70)), with(took("army", "town", "2012-07"), unlisted(80))},
			"Farside Syrian opposition (Syrian opposition) 2012-07.. [0]; Nearside Syrian government (Syrian Arab Army) 2012-07.. [10]"},
		{"a town that is not named", []document.Event{with(took("rebels", "town", "2012-07"), unlisted(90)), with(took("army", "town", "2012-08"), unlisted(95))},
			" Syrian opposition (Syrian opposition) 2012-07..2012-08 [0];  Syrian government (Syrian Arab Army) 2012-08.. [10]"},
		{"only claimed", []document.Event{took("rebels", "town", "2012-07"), with(took("the army", "town", "2012-08"), func(e *document.Event) { e.Status = "claimed" })},
			"TOWN Syrian opposition (Syrian opposition) 2012-07.. contested [0 10]"},
		{"left", []document.Event{took("ISIS", "town", "2013-12-30"), with(took("", "town", "2014-01"), func(e *document.Event) { e.Type, e.From = "withdrawal", ptr("ISIS") })},
			"TOWN Islamic State (Islamic State) 2013-12-30..2014-01 [0 10]"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, h := range HoldersIn(dispatch(test.events...), parties(t)) {
				contested := ""
				if h.Contested {
					contested = "contested "
				}
				got = append(got, fmt.Sprintf("%s %s (%s) %s..%s %s%v", h.Name, h.Holder, h.By, h.Since, h.Until, contested, h.Claims))
			}
			if got := strings.Join(got, "; "); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// TestUnlistedNames: towns in no gazetteer are distinguished by name; a mere reference ("the town")
// has none.
func TestUnlistedNames(t *testing.T) {
	d := &document.Document{ID: "d1", Source: "desk", Text: "Rebels took Upper\nMekna and Galkun and the town."}
	event := func(start, end int) document.Event {
		return document.Event{Start: start, Type: "capture", Status: "reported", Places: []document.EventPlace{{Start: start, End: end}}, Holder: ptr("rebels"), Date: ptr("2012-07-01"), DatePrecision: "day"}
	}
	for _, place := range []string{"Upper\nMekna", "Galkun", "the town"} {
		at := strings.Index(d.Text, place)
		d.Events = append(d.Events, event(at, at+len(place)))
	}
	d.Events = append(d.Events, event(900, 905))
	var got []string
	for _, c := range ClaimsOf(d, parties(t)) {
		got = append(got, c.Name)
	}
	if want := "Upper Mekna|Galkun||"; strings.Join(got, "|") != want {
		t.Errorf("%q, want %q", strings.Join(got, "|"), want)
	}
}

// TestNameTown: "the town" is one that the text names and no gazetteer has.
func TestNameTown(t *testing.T) {
	for _, test := range []struct{ name, given, want string }{
		{"one", "|Upper Mekna|", "Upper Mekna|Upper Mekna|Upper Mekna"},
		{"none", "|", "|"},
		{"two", "|Upper Mekna|Galkun", "|Upper Mekna|Galkun"},
		{"beside one of the gazetteer", "@Idlib|Upper Mekna|", "@Idlib|Upper Mekna|Upper Mekna"},
	} {
		var claims []Claim
		for _, name := range strings.Split(test.given, "|") {
			c := Claim{Name: name}
			if strings.HasPrefix(name, "@") {
				c.Place = name
			}
			claims = append(claims, c)
		}
		nameTown(claims)
		var got []string
		for _, c := range claims {
			got = append(got, c.Name)
		}
		if strings.Join(got, "|") != test.want {
			t.Errorf("%s: %q, want %q", test.name, strings.Join(got, "|"), test.want)
		}
	}
}
