package score

import (
	"strings"
	"testing"

	"dateline/geoparse"
	"dateline/geoparse/event"
	"dateline/newsdate"
)

// goldLine has a capture that both annotators marked, and a clash that one did.
const goldLine = `{"id":"a","text":"Rebels took Binnish on Friday after clashes in Taftanaz.","events":[
{"start":7,"end":11,"types":["capture"],"places":[{"start":12,"end":19}],"agent":["Rebels","Rebels"],"holder":"Rebels","date":"2015-03-27","status":"reported"},
{"start":36,"end":43,"types":["clash"],"places":[{"start":47,"end":55}],"optional":true,"date":null}]}`

func readOne(t *testing.T) []Document {
	t.Helper()
	docs, err := ReadGold(strings.NewReader(strings.ReplaceAll(goldLine, "\n", "")))
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

func found(kind event.Type, start, end, place, placeEnd int) geoparse.Event {
	return geoparse.Event{
		Span: geoparse.Span{Start: start, End: end}, Type: kind, Agent: "the Rebels", Holder: "nobody", Status: event.Reported,
		Places: []geoparse.EventPlace{{Span: geoparse.Span{Start: place, End: placeEnd}}},
		When:   geoparse.When{Date: newsdate.Date{Year: 2015, Month: 3, Day: 27, Precision: newsdate.Day}},
	}
}

func implied(kind event.Type, start, end int) geoparse.Event {
	e := found(kind, start, end, start, end)
	e.Implied = true
	return e
}

func TestMeasureEvents(t *testing.T) {
	for _, test := range []struct {
		name                      string
		events                    []geoparse.Event
		precision, recall, groups float64
	}{
		{"what gold has", []geoparse.Event{found(event.Capture, 7, 11, 12, 19)}, 1, 1, 1},
		{"the optional one is not counted", []geoparse.Event{found(event.Capture, 7, 11, 12, 19), found(event.Clash, 36, 43, 47, 55)}, 1, 1, 1},
		{"another place", []geoparse.Event{found(event.Capture, 7, 11, 47, 55)}, 0, 0, 0},
		{"another type of the group", []geoparse.Event{found(event.Withdrawal, 7, 11, 12, 19)}, 0, 0, 1},
		{"one too many", []geoparse.Event{found(event.Capture, 7, 11, 12, 19), found(event.Siege, 7, 11, 12, 19)}, .5, 1, 2. / 3},
		{"one whose sentence names no place", []geoparse.Event{found(event.Capture, 7, 11, 12, 19), implied(event.Siege, 7, 11)}, 1, 1, 1},
		{"none", nil, 0, 0, 0},
	} {
		e := MeasureEvents(readOne(t), [][]geoparse.Event{test.events})
		if e.Types.Precision != test.precision || e.Types.Recall != test.recall || e.Groups.F1 != test.groups {
			t.Errorf("%s: %+v, groups %+v", test.name, e.Types, e.Groups)
		}
	}
	e := MeasureEvents(readOne(t), [][]geoparse.Event{{found(event.Capture, 7, 11, 12, 19)}})
	for name, r := range map[string]struct {
		got  Rate
		want Rate
	}{"agent": {e.Agent, Rate{1, 1}}, "holder": {e.Holder, Rate{0, 1}}, "date": {e.Date, Rate{1, 1}}, "status": {e.Status, Rate{1, 1}}, "places": {e.Places, Rate{1, 1}}} {
		if r.got != r.want {
			t.Errorf("%s: %+v, want %+v", name, r.got, r.want)
		}
	}
}
