package correction

import (
	"fmt"
	"testing"

	"dateline/document"
)

// struck has an event at two places.
func struck() *document.Document {
	d := report()
	agent, date := "warplanes", "2020-01-02"
	d.Events = []document.Event{{
		Start: 6, End: 10, Trigger: "fell", Type: "air_strike", Status: "reported", Agent: &agent, Date: &date, DatePrecision: "day",
		Places: []document.EventPlace{{Start: 0, End: 5, Place: text("gnMorek"), Name: text("Morek")}, {Start: 12, End: 16, Place: text("gnHama"), Name: text("Hama")}},
	}}
	return d
}

func eventOf(d *document.Document) string {
	e := &d.Events[0]
	agent := "nobody"
	if e.Agent != nil {
		agent = *e.Agent
	}
	return fmt.Sprint(e.Type, " ", e.Status, " ", agent, " ", *e.Date, " ", *e.Places[0].Place, " ", *e.Places[1].Place, " ", e.Corrected.IsNone())
}

func TestApplyToEvents(t *testing.T) {
	lies := &Place{ID: "x", Name: "X", Lat: 1, Lon: 2}
	before := eventOf(struck())
	for name, c := range map[string]struct {
		change Change
		at     int
		want   string
	}{
		"another type":           {Change{Type: text("shelling")}, 0, "shelling reported warplanes 2020-01-02 gnMorek gnHama false"},
		"another status":         {Change{Status: text("denied")}, 0, "air_strike denied warplanes 2020-01-02 gnMorek gnHama false"},
		"another agent":          {Change{Agent: text("artillery")}, 0, "air_strike reported artillery 2020-01-02 gnMorek gnHama false"},
		"nobody":                 {Change{Agent: text("")}, 0, "air_strike reported nobody 2020-01-02 gnMorek gnHama false"},
		"another month":          {Change{Date: text("2019-12-01"), DatePrecision: text("month")}, 0, "air_strike reported warplanes 2019-12 gnMorek gnHama false"},
		"the second of places":   {Change{Place: lies}, 12, "air_strike reported warplanes 2020-01-02 gnMorek x false"},
		"the first":              {Change{Place: lies}, 2, "air_strike reported warplanes 2020-01-02 x gnHama false"},
		"none":                   {Change{NoEvent: true}, 0, "air_strike reported warplanes 2020-01-02 gnMorek gnHama true"},
		"a type and who held it": {Change{Type: text("capture"), Holder: text("rebels")}, 0, "capture reported warplanes 2020-01-02 gnMorek gnHama false"},
	} {
		one, err := New(Correction{Article: "a", Of: Event, Quote: "fell", Start: 4, PlaceAt: c.at, Change: c.change})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		d := struck()
		shown, applied := Apply(d, []Correction{one})
		if got := eventOf(shown); got != c.want || len(applied) != 1 {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
		if eventOf(d) != before || shown.Events[0].Corrected.Original.Type != "air_strike" {
			t.Errorf("%s: the document itself has changed, or the original is lost", name)
		}
	}
}

// TestRequestOfAnEvent: the id of an event at its second place corrects that place.
func TestRequestOfAnEvent(t *testing.T) {
	d := struck()
	ids := d.EventIDs()[0]
	r := Request{Feature: ids[1], Of: Event, Point: &LonLat{36, 35}}
	c, err := r.In(d, nil)
	if err != nil || c.Quote != "fell" || c.Start != 6 || c.PlaceAt != 12 || c.Place.Name != "Hama" || r.ArticleID() != "a" {
		t.Errorf("%+v, %v", c, err)
	}
	if _, err := (&Request{Feature: "a-1-2", Of: Event, NoEvent: true}).In(d, nil); err == nil {
		t.Error("an event that is not there was corrected")
	}
}

func TestNewRefusesOfEvents(t *testing.T) {
	for name, c := range map[string]Correction{
		"a type of a mention": {Of: Mention, Article: "a", Quote: "x", Change: Change{Type: text("shelling")}},
		"an unknown type":     {Of: Event, Article: "a", Quote: "x", Change: Change{Type: text("party")}},
		"an unknown status":   {Of: Event, Article: "a", Quote: "x", Change: Change{Status: text("sure")}},
		"a role":              {Of: Event, Article: "a", Quote: "x", Change: Change{Role: text("anchor")}},
		"none, and a type":    {Of: Event, Article: "a", Quote: "x", Change: Change{NoEvent: true, Type: text("shelling")}},
		"no event elsewhere":  {Of: Front, Article: "a", Quote: "x", Change: Change{NoEvent: true}},
	} {
		if _, err := New(c); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
}
