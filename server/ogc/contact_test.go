package ogc_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/article"
	"dateline/document"
	"dateline/document/rows"
	"dateline/geoparse"
	"dateline/server/api"
	"dateline/server/servertest"
	"dateline/view"

	"github.com/paulmach/orb"
	"github.com/tidwall/gjson"
)

// report is an article of a test.
type report struct{ published, source, text string }

// khanShaykhun is the public record of August 2019 around the town, in a few dispatches of our own
// words.
var khanShaykhun = []report{
	{"2019-08-11", "Wire", "Army takes al-Habit\n\nAL-HABIT, Syria – The Syrian army captured al-Habit in southern Idlib on Sunday after nights of air strikes.\n"},
	{"2019-08-17", "Wire", "Towns of northern Hama\n\nHAMA, Syria – Hayat Tahrir al-Sham controls Khan Shaykhun. Jaysh al-Izza controls Morek. Hayat Tahrir al-Sham controls the town of al-Tamanah.\n"},
	{"2019-08-21", "Wire", "Army takes Khan Shaykhun\n\nKHAN SHAYKHUN, Syria – The Syrian army captured Khan Shaykhun on Wednesday.\n"},
	{"2019-08-22", "Radio", "Fighters say they hold out\n\nIDLIB, Syria – Hayat Tahrir al-Sham still controls Khan Shaykhun, the radio said on Thursday.\n"},
	{"2019-08-23", "Wire", "Pocket falls\n\nMOREK, Syria – The Syrian army captured Morek on Friday.\n"},
}

// serveReports serves articles as parsed.
func serveReports(t *testing.T, reports []report) func(path string) string {
	t.Helper()
	parser, err := servertest.Parser()
	if err != nil {
		t.Fatal(err)
	}
	var docs []document.Document
	for i, r := range reports {
		published, _ := time.Parse(time.DateOnly, r.published)
		title, _, _ := strings.Cut(r.text, "\n")
		read, err := parser.Parse(t.Context(), geoparse.Input{Text: r.text, Published: published})
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, document.NewDocument(article.Article{
			ID: fmt.Sprintf("%016x", i+1), Title: title, Source: r.source, Published: published, Lang: "en", Text: r.text,
		}, read))
	}
	g := parser.Gazetteer()
	v := view.NewWith(rows.DefaultModel(), view.Names{Course: func(place string) orb.Geometry {
		r, _ := g.Find(place)
		return g.Geometry(r)
	}}, docs)
	h := servertest.New(t, nil, func(c *api.Config) { c.View = func() *view.View { return v } })
	return func(path string) string { return servertest.Get(t, h, path) }
}

// TestKhanShaykhun: the holders of towns and the line of contact, day by day, are those of a series
// checked by hand.
func TestKhanShaykhun(t *testing.T) {
	get := serveReports(t, khanShaykhun)
	for _, want := range []struct{ day, towns, line string }{
		{"2019-08-10", "", ""},
		{"2019-08-11", "Al-Hobait: syria/government", ""},
		{
			"2019-08-17", "Al-Hobait: syria/government, Al-Tamanah: syria/hts, Khan Shaykhun: syria/hts, Morek: syria/opposition",
			"Al-Hobait | Khan Shaykhun, Al-Hobait | Morek",
		},
		{
			"2019-08-21", "Al-Hobait: syria/government, Al-Tamanah: syria/hts, Khan Shaykhun: syria/government, Morek: syria/opposition",
			"Al-Hobait | Morek, Al-Tamanah | Khan Shaykhun, Khan Shaykhun | Morek",
		},
		{ // a contested town counts for neither side
			"2019-08-22", "Al-Hobait: syria/government, Al-Tamanah: syria/hts, Khan Shaykhun: syria/government against syria/hts, Morek: syria/opposition",
			"Al-Hobait | Al-Tamanah, Al-Hobait | Morek",
		},
		{
			"2019-08-23", "Al-Hobait: syria/government, Al-Tamanah: syria/hts, Khan Shaykhun: syria/government against syria/hts, Morek: syria/government",
			"Al-Hobait | Al-Tamanah, Al-Tamanah | Morek",
		},
		{ // undisputed for two weeks
			"2019-09-06", "Al-Hobait: syria/government, Al-Tamanah: syria/hts, Khan Shaykhun: syria/government, Morek: syria/government",
			"Al-Tamanah | Khan Shaykhun, Al-Tamanah | Morek",
		},
		{ // two years after the last report on them
			"2021-08-20", "Al-Hobait: unknown, Al-Tamanah: unknown, Khan Shaykhun: syria/government, Morek: syria/government", "",
		},
		{ // the last day in the archive, as QGIS asks for all since a day
			"2018-01-01/9999-12-31T00:00:00Z", "Al-Hobait: syria/government, Al-Tamanah: syria/hts, Khan Shaykhun: syria/government against syria/hts, Morek: syria/government",
			"Al-Hobait | Al-Tamanah, Al-Tamanah | Morek",
		},
		{"../2019-08-12", "Al-Hobait: syria/government", ""},
		{ // the first day after that
			"2021-08-20/..", "Al-Hobait: unknown, Al-Tamanah: unknown, Khan Shaykhun: syria/government, Morek: syria/government", "",
		},
	} {
		if got := towns(get("/collections/control/items?datetime=" + want.day)); got != want.towns {
			t.Errorf("%s: %s\nwant %s", want.day, got, want.towns)
		}
		if got := line(t, get("/collections/contact/items?datetime="+want.day)); got != want.line {
			t.Errorf("%s: the line is %s\nwant %s", want.day, got, want.line)
		}
	}
}

// towns lists towns with their holders.
func towns(body string) string {
	var all []string
	for _, f := range gjson.Get(body, "features.#.properties").Array() {
		s := f.Get("name").String() + ": "
		switch f.Get("state").String() {
		case "unknown":
			s += "unknown"
		case "contested":
			s += f.Get("holder_group").String() + " against " + f.Get("rival_group").String()
		default:
			s += f.Get("holder_group").String()
		}
		all = append(all, s)
	}
	slices.Sort(all)
	return strings.Join(all, ", ")
}

// line lists the pairs of places that segments lie between; each segment must cite a claim on both
// sides.
func line(t *testing.T, body string) string {
	t.Helper()
	var all []string
	for _, f := range gjson.Get(body, "features.#.properties").Array() {
		ends := []string{f.Get("left").String(), f.Get("right").String()}
		slices.Sort(ends)
		all = append(all, strings.Join(ends, " | "))
		for _, side := range []string{"left", "right"} {
			if f.Get(side+"_why").String() == "" || f.Get(side+"_events").String() == "" || f.Get(side+"_group").String() == "" {
				t.Errorf("%s: nothing is cited for the %s", ends, side)
			}
		}
		if km := f.Get("uncertainty_km").Float(); km <= 0 || km > 20 {
			t.Errorf("%s: uncertain by %g km", ends, km)
		}
	}
	slices.Sort(all)
	return strings.Join(all, ", ")
}

// TestContactFollowsWhatClaimsName: the line follows a river or road between two places if a
// sentence cited for it names that, and is straight otherwise.
func TestContactFollowsWhatClaimsName(t *testing.T) {
	for _, test := range []struct{ name, text, along string }{
		{"a river", "The Syrian army controls Mayadin, west of the Euphrates. The SDF controls Dhiban.", "Euphrates River"},
		{"named by the other side", "The Syrian army controls Mayadin. The SDF controls Dhiban across the Euphrates.", "Euphrates River"},
		{"named by nobody", "The Syrian army controls Mayadin. The SDF controls Dhiban.", ""},
		{"named elsewhere", "The Euphrates is low this year. The Syrian army controls Mayadin. The SDF controls Dhiban.", ""},
		{"a river elsewhere", "The Syrian army controls Mayadin, far from the Orontes. The SDF controls Dhiban.", ""},
	} {
		body := serveReports(t, []report{{"2019-08-17", "Wire", "Along the river\n\n" + test.text + "\n"}})("/collections/contact/items")
		if n := gjson.Get(body, "features.#").Int(); n != 1 {
			t.Errorf("%s: %d segments", test.name, n)
			continue
		}
		p, points := gjson.Get(body, "features.0.properties"), gjson.Get(body, "features.0.geometry.coordinates.#").Int()
		if got := p.Get("along").String(); got != test.along || (p.Get("along_place").String() != "") != (test.along != "") || points > 2 != (test.along != "") {
			t.Errorf("%s: along %q %q by %d points, want %q", test.name, got, p.Get("along_place"), points, test.along)
		}
	}
}
