package query

import (
	"math/rand/v2"
	"strings"
	"testing"

	"dateline/feature"

	"github.com/paulmach/orb"
)

func mention(phrase string, p orb.Geometry, days feature.Days) feature.Feature {
	b := feature.NewBuilder([]feature.Column{{Name: "phrase", Words: true}, {Name: "role"}, {Name: "sentence", Words: true}})
	b.Start("0123456789abcdef-0-4", p, days)
	b.Text(phrase)
	b.Text("place")
	b.Text("وقعت اشتباكات بإدلب قرب " + phrase)
	b.Add()
	return b.Table().At(0)
}

func TestMatches(t *testing.T) {
	d := day("2019-08-22")
	f := mention("Khān Shaykhūn", orb.Point{36.65, 35.44}, feature.Days{First: d, Last: d, Known: true})
	for _, c := range []struct {
		bbox, datetime, text string
		want                 bool
	}{
		{"", "", "", true},
		{"36,35,37,36", "", "", true},
		{"36.65,35.44,36.65,35.44", "", "", true},
		{"37,35,36,36", "", "", false}, // the long way round the world
		{"36.66,35,180,36", "", "", false},
		{"", "2019-08-22", "", true},
		{"", "2019-08-23/..", "", false},
		{"", "", "khan shaykhun", true},
		{"", "", "shaykhun khan", true},
		{"", "", "إدلب", true},
		{"", "", "ادلب aleppo", false},
		{"", "", "place", false}, // a role, not a text
		{"36,35,37,36", "2019-08-01/2019-08-31", "khan", true},
		{"36,35,37,36", "2019-08-01/2019-08-31", "hama", false},
	} {
		q := Query{Text: Words(c.text)}
		if c.bbox != "" {
			q.BBox, _ = ParseBBox(c.bbox)
		}
		if c.datetime != "" {
			q.Datetime, _ = ParseDatetime(c.datetime)
		}
		if matches(&q, f) != c.want {
			t.Errorf("%+v: %v", c, !c.want)
		}
	}
}

func TestWhatLacksAColumn(t *testing.T) {
	world, _ := ParseBBox("-180,-90,180,90")
	always, _ := ParseDatetime("../..")
	bare := mention("nowhere, never", nil, feature.Days{})
	for name, q := range map[string]Query{"bbox": {BBox: world}, "datetime": {Datetime: always}} {
		if matches(&q, bare) {
			t.Errorf("%s selects a feature that has none", name)
		}
		if q.Strict = true; !matches(&q, bare) {
			t.Errorf("a strict %s leaves a feature out that has none", name)
		}
	}
	if !matches(&Query{}, bare) {
		t.Error("the zero query leaves a feature out")
	}
}

// TestLinesByTheirCourse: a box may intersect a front's bound without touching the front.
func TestLinesByTheirCourse(t *testing.T) {
	f := mention("axis", orb.LineString{{36, 35}, {37, 36}}, feature.Days{})
	for s, want := range map[string]bool{"36.4,35.3,36.6,35.7": true, "36.8,35,37,35.2": false} {
		b, _ := ParseBBox(s)
		if got := matches(&Query{BBox: b}, f); got != want {
			t.Errorf("%s: %v", s, got)
		}
	}
}

// TestAgainstBruteForce compares with a direct implementation.
func TestAgainstBruteForce(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	names := []string{"Hama", "Homs", "Idlib", "Khan Shaykhun", "خان شيخون"}
	lon := func() float64 { return float64(rnd.IntN(361) - 180) }
	lat := func() float64 { return float64(rnd.IntN(181) - 90) }
	for range 20_000 {
		name, p, on := names[rnd.IntN(len(names))], orb.Point{lon(), lat()}, feature.Day(rnd.IntN(30))
		f := mention(name, p, feature.Days{First: on, Last: on + 2, Known: true})
		west, east, south, north := lon(), lon(), lat(), lat()
		south, north = min(south, north), max(south, north)
		first, last := feature.Day(rnd.IntN(30)), feature.Day(rnd.IntN(30))
		word := strings.Fields(names[rnd.IntN(len(names))])[0]
		q := Query{
			BBox:     &orb.Bound{Min: orb.Point{west, south}, Max: orb.Point{east, north}},
			Datetime: &feature.Days{First: min(first, last), Last: max(first, last), Known: true},
			Text:     Words(word),
		}
		inLon := p[0] >= west && p[0] <= east
		if west > east {
			inLon = p[0] >= west || p[0] <= east
		}
		inTime := false
		for d := on; d <= on+2; d++ {
			inTime = inTime || d >= min(first, last) && d <= max(first, last)
		}
		want := inLon && p[1] >= south && p[1] <= north && inTime && strings.Contains(name, word)
		if got := matches(&q, f); got != want {
			t.Fatalf("%v of %s at %v on day %d: %v", q, name, p, on, got)
		}
	}
}

func BenchmarkMatchesText(b *testing.B) {
	f := mention(strings.Repeat("Government forces entered the town of Khan Shaykhun. ", 4), orb.Point{}, feature.Days{})
	q := Query{Text: Words("hama khan")}
	b.ReportAllocs()
	for b.Loop() {
		matches(&q, f)
	}
}
