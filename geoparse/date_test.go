package geoparse

import (
	"fmt"
	"testing"
	"time"

	"dateline/newsdate"
)

// TestWhen: the dates of mentions and fronts. The dates in sentences are tested in newsdate/prose.
func TestWhen(t *testing.T) {
	night := time.Date(2020, 1, 1, 0, 30, 0, 0, time.FixedZone("", 3*3600)) // still 2019 in UTC
	month := newsdate.Date{Year: 2019, Month: 8, Day: 1, Precision: newsdate.Month}
	for _, tt := range []struct {
		text string
		in   Input
		want string
	}{
		{"On Tuesday, 4 April 2017, Morek was hit.", Input{Published: night}, "2017-04-04 day text"},
		{"Morek was hit on Wednesday.", Input{Published: night}, "2020-01-01 day text"},
		{"Morek was hit on Jan. 1 by jets.", Input{Published: night}, "2020-01-01 day text"},
		{"Morek was hit in May.", Input{Published: night}, "2019-05-01 month text"},
		{"Morek was hit in 2015.", Input{Published: night}, "2015-01-01 year text"},
		{"Morek was hit.", Input{Published: night}, "2020-01-01 day published"},
		{"On 7 January 2014 all was calm. Morek was hit on 9 January.", Input{Published: night}, "2014-01-09 day context"},
		{"Morek was hit.", Input{Around: month}, "2019-08-01 month neighbours"},
		{"Morek was hit on August 9.", Input{Around: month}, "2019-08-09 day context"},
		{"Morek was hit on Friday.", Input{Around: month}, "2019-08-01 month neighbours"},
		{"Morek was hit on Friday.", Input{Around: newsdate.Date{Year: 2019, Month: 8, Day: 9, Precision: newsdate.Day}}, "2019-08-09 day text"},
		{"Morek was hit.", Input{}, "  "},
		{"June 9, 2018\nMorek was hit on June 12.", Input{Skip: []Span{{Start: 0, End: 12}}}, "  "},
		{"It fell on 4 April 2017 to rebels On 9 May 2018 troops took Morek.", Input{}, "2018-05-09 day text"},
		{"سقطت قذائف على مورك يوم الثلاثاء.", Input{Published: night}, "2019-12-31 day text"},
		{"قتل أحد القادة في مورك.", Input{Published: night}, "2020-01-01 day published"},
	} {
		tt.in.Text = tt.text
		mentions := mustParse(t, testParser(), tt.in).Mentions
		if len(mentions) != 1 {
			t.Errorf("%q: %d mentions", tt.text, len(mentions))
			continue
		}
		w := mentions[0].When
		if got := fmt.Sprint(w.Date, " ", w.Precision, " ", w.From); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestFrontsHaveDates(t *testing.T) {
	in := Input{Text: "On 21 August 2019 guns shelled the northern countryside of Hama.", Published: time.Date(2019, 8, 24, 0, 0, 0, 0, time.UTC)}
	fronts := mustParse(t, testParser(), in).Fronts
	if len(fronts) != 1 {
		t.Errorf("%d fronts", len(fronts))
	}
	for _, f := range fronts {
		if f.When.String() != "2019-08-21" || f.When.From != FromText {
			t.Errorf("%s: %v", f.Phrase, f.When)
		}
	}
}
