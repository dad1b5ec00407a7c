package correction

import (
	"encoding/json"
	"strings"
	"testing"

	"dateline/document"
	"dateline/gazetteer"
)

func text(s string) *string { return &s }

// report has Morek twice, Hama and a front.
func report() *document.Document {
	d := &document.Document{ID: "a", Source: "Outlet", Title: "Report", Published: "2020-01-02", Text: "Morek fell. Hama did not. Morek burned."}
	for _, m := range []struct {
		phrase string
		start  int
	}{{"Morek", 0}, {"Hama", 12}, {"Morek", 26}} {
		lat, lon, place := 35.0, 36.0, "gn"+m.phrase
		d.Mentions = append(d.Mentions, document.Mention{Phrase: m.phrase, Start: m.start, End: m.start + len(m.phrase), Lat: &lat, Lon: &lon, Place: &place, Confidence: 0.5, Date: "2020-01-02", DateFrom: "published"})
	}
	d.Fronts = []document.Front{{Phrase: "Hama did", Start: 12, End: 20, Kind: "axis"}}
	return d
}

// shownAs writes the visible fields of a document.
func shownAs(d *document.Document) string {
	var all []string
	for i := range d.Mentions {
		m := &d.Mentions[i]
		s := "-"
		if m.Place != nil {
			s = *m.Place
		}
		all = append(all, s+m.Role)
	}
	for i := range d.Fronts {
		f := &d.Fronts[i]
		if !f.Corrected.IsNone() {
			all = append(all, f.Kind)
		}
	}
	return strings.Join(append(all, d.Title, d.Source, d.Published), " ")
}

func TestApply(t *testing.T) {
	at := &Place{ID: "x", Name: "X", Lat: 1, Lon: 2}
	for name, c := range map[string]struct {
		all  []Correction
		want string
	}{
		"nothing":               {nil, "gnMorek gnHama gnMorek axis Report Outlet 2020-01-02"},
		"the first":             {[]Correction{{Article: "a", Of: Mention, Quote: "Morek", Start: 3, Change: Change{Place: at}}}, "x gnHama gnMorek axis Report Outlet 2020-01-02"},
		"the nearest":           {[]Correction{{Article: "a", Of: Mention, Quote: "Morek", Start: 90, Change: Change{Place: at}}}, "gnMorek gnHama x axis Report Outlet 2020-01-02"},
		"no place":              {[]Correction{{Article: "a", Of: Mention, Quote: "Hama", Change: Change{NotAPlace: true}}}, "gnMorek - gnMorek axis Report Outlet 2020-01-02"},
		"a role":                {[]Correction{{Article: "a", Of: Mention, Quote: "Hama", Change: Change{Role: text("metonym")}}}, "gnMorek gnHamametonym gnMorek axis Report Outlet 2020-01-02"},
		"everywhere":            {[]Correction{{Of: Name, Quote: "MOREK", Change: Change{Place: at}}}, "x gnHama x axis Report Outlet 2020-01-02"},
		"of the source":         {[]Correction{{Source: "Outlet", Of: Name, Quote: "Hama", Change: Change{Place: at}}}, "gnMorek x gnMorek axis Report Outlet 2020-01-02"},
		"of another":            {[]Correction{{Source: "Other", Of: Name, Quote: "Hama", Change: Change{Place: at}}}, "gnMorek gnHama gnMorek axis Report Outlet 2020-01-02"},
		"of another article":    {[]Correction{{Article: "b", Of: Mention, Quote: "Hama", Change: Change{Place: at}}}, "gnMorek gnHama gnMorek axis Report Outlet 2020-01-02"},
		"words that are gone":   {[]Correction{{Article: "a", Of: Mention, Quote: "Homs", Change: Change{Place: at}}}, "gnMorek gnHama gnMorek axis Report Outlet 2020-01-02"},
		"a front":               {[]Correction{{Article: "a", Of: Front, Quote: "Hama did", Change: Change{Kind: text("road")}}}, "gnMorek gnHama gnMorek road Report Outlet 2020-01-02"},
		"no front":              {[]Correction{{Article: "a", Of: Front, Quote: "Hama did", Change: Change{NotAPlace: true}}}, "gnMorek gnHama gnMorek Report Outlet 2020-01-02"},
		"the article":           {[]Correction{{Article: "a", Of: Article, Change: Change{Title: text("New"), Outlet: text("Paper"), Date: text("2020-02-03")}}}, "gnMorek gnHama gnMorek axis New Paper 2020-02-03"},
		"the later of two":      {[]Correction{{Of: Name, Quote: "Hama", Change: Change{NotAPlace: true}}, {Article: "a", Of: Mention, Quote: "Hama", Change: Change{Place: at}}}, "gnMorek x gnMorek axis Report Outlet 2020-01-02"},
		"what was no place, is": {[]Correction{{Article: "a", Of: Mention, Quote: "Hama", Change: Change{NotAPlace: true}}, {Of: Name, Quote: "Hama", Change: Change{Place: at}}}, "gnMorek x gnMorek axis Report Outlet 2020-01-02"},
	} {
		d := report()
		shown, applied := Apply(d, c.all)
		if got := shownAs(shown); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
		if before := shownAs(report()); shownAs(d) != before || (shown == d) != (len(applied) == 0) {
			t.Errorf("%s: the document itself has changed", name)
		}
		for i := range shown.Mentions {
			if m := &shown.Mentions[i]; m.Corrected != nil && *m.Corrected.Original.Place != "gn"+m.Phrase {
				t.Errorf("%s: the original is %s", name, *m.Corrected.Original.Place)
			}
		}
	}
}

func TestNewRefuses(t *testing.T) {
	for name, c := range map[string]Correction{
		"of nothing":           {Article: "a", Quote: "x", Change: Change{NotAPlace: true}},
		"without an article":   {Of: Mention, Quote: "x", Change: Change{NotAPlace: true}},
		"without words":        {Of: Mention, Article: "a", Change: Change{NotAPlace: true}},
		"without a change":     {Of: Mention, Article: "a", Quote: "x"},
		"a place and none":     {Of: Mention, Article: "a", Quote: "x", Change: Change{NotAPlace: true, Place: &Place{ID: "x"}}},
		"a place off earth":    {Of: Mention, Article: "a", Quote: "x", Change: Change{Place: &Place{ID: "x", Lat: 91}}},
		"a title of a front":   {Of: Front, Article: "a", Quote: "x", Change: Change{Title: text("x")}},
		"a date of a name":     {Of: Name, Quote: "x", Change: Change{Date: text("2020-01-02")}},
		"a role that is not":   {Of: Mention, Article: "a", Quote: "x", Change: Change{Role: text("king")}},
		"a NUL in a title":     {Of: Article, Article: "a", Change: Change{Title: text("x\x00")}},
		"a NUL in why":         {Of: Mention, Article: "a", Quote: "x", Why: "\x00", Change: Change{NotAPlace: true}},
		"a time that is not":   {At: "9999-99-99", Of: Mention, Article: "a", Quote: "x", Change: Change{NotAPlace: true}},
		"a path as its id":     {ID: "../../x", Of: Mention, Article: "a", Quote: "x", Change: Change{NotAPlace: true}},
		"a path of an article": {Of: Mention, Article: "../a", Quote: "x", Change: Change{NotAPlace: true}},
		"a path of a place":    {Of: Mention, Article: "a", Quote: "x", Change: Change{Place: &Place{ID: "a/b", Name: "B"}}},
		"a place without id":   {Of: Mention, Article: "a", Quote: "x", Change: Change{Place: &Place{Name: "B"}}},
		"a long id":            {ID: strings.Repeat("x", 10_000), Of: Mention, Article: "a", Quote: "x", Change: Change{NotAPlace: true}},
		"a date that is not":   {Of: Mention, Article: "a", Quote: "x", Change: Change{Date: text("yesterday")}},
	} {
		if _, err := New(c); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
	c := Correction{Of: Mention, Article: "a", Quote: "x", By: "ann", Change: Change{NotAPlace: true}}
	one, err := New(c)
	c.At = "2020-01-02T00:00:00Z"
	two, _ := New(c)
	if err != nil || one.ID == "" || one.ID != two.ID {
		t.Errorf("%q and %q, %v", one.ID, two.ID, err)
	}
}

// TestCheckPlace: an id of the gazetteer is not accepted with other coordinates.
func TestCheckPlace(t *testing.T) {
	g, err := gazetteer.Default()
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		place *Place
		ok    bool
	}{
		"the place":             {&Place{ID: "gn169577", Name: "Homs", Lat: 34.73, Lon: 36.71}, true},
		"as another puts it":    {&Place{ID: "gn169577", Name: "حمص", Lat: 34.7, Lon: 36.8}, true},
		"another place":         {&Place{ID: "gn169577", Name: "Paris", Lat: 48, Lon: 2}, false},
		"one that nobody knows": {&Place{ID: "gn999999999", Name: "Paris", Lat: 48, Lon: 2}, true},
		"a point of one's own":  {&Place{ID: "pt48.00000_2.00000", Name: "Paris", Lat: 48, Lon: 2}, true},
		"none":                  {nil, true},
	} {
		correction := Correction{Change: Change{Place: c.place}}
		if err := correction.CheckPlace(g); (err == nil) != c.ok {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestPointsAreTwoNumbers(t *testing.T) {
	for text, ok := range map[string]bool{`[36.5,35]`: true, `[1]`: false, `[1,2,3]`: false, `[]`: false, `["1","2"]`: false, `7`: false, `[null,null]`: false, `[36.5,null]`: false} {
		var r Request
		if err := json.Unmarshal([]byte(`{"point":`+text+`}`), &r); (err == nil) != ok {
			t.Errorf("%s: %v", text, err)
		}
	}
}
