package query

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"dateline/geo"

	"github.com/paulmach/orb"
)

func filterFields() []Field {
	return []Field{
		{Geometry, Shape}, {"name", Text}, {"date", Date}, {"last", Date}, {"mentions", Number}, {"schematic", Truth}, {"start", Number},
	}
}

// town is a feature with a value of each type.
func town(name string, at orb.Geometry, date string, mentions int, schematic bool) geo.Feature {
	properties := []geo.Property{{Name: "name", Value: nil}, {Name: "date", Value: nil}, {Name: "last", Value: nil},
		{Name: "mentions", Value: mentions}, {Name: "schematic", Value: schematic}, {Name: "start", Value: 2.5}}
	if name != "" {
		properties[0].Value = name
	}
	if date != "" {
		properties[1].Value = day(date).Time()
		properties[2].Value = (day(date) + 10).Time()
	}
	return geo.NewFeature("t", at, geo.Days{}, properties)
}

func TestFilter(t *testing.T) {
	hama := town("Ḥamā O'Neil", orb.Point{36.75, 35.13}, "2019-08-22", 7, true)
	nowhere := town("", nil, "", 0, false)
	line := town("Axis", orb.LineString{{36, 35}, {37, 36}}, "2019-08-30", 1, false)
	for text, want := range map[string]string{ // of the three, those that match
		"name = 'Axis'":                            "line",
		"name <> 'Axis'":                           "hama",
		`"name" = 'Axis'`:                          "line",
		"name = 'Ḥamā O''Neil'":                    "hama",
		`name = 'Ḥamā O\'Neil'`:                    "hama",
		"NOT name = 'Axis'":                        "hama",
		"name IS NULL":                             "nowhere",
		"name IS NOT NULL":                         "hama line",
		"geometry IS NULL":                         "nowhere",
		"geometry is not null":                     "hama line",
		"mentions > 0 AND mentions < 5":            "line",
		"mentions >= 7 OR name IS NULL":            "hama nowhere",
		"mentions <= 1":                            "nowhere line",
		"mentions = start":                         "",
		"start < mentions":                         "hama",
		"7 = mentions":                             "hama",
		"mentions = 0.7e1":                         "hama",
		"mentions > -1":                            "hama nowhere line",
		"mentions BETWEEN 1 AND 7":                 "hama line",
		"mentions NOT BETWEEN 1 AND 6":             "hama nowhere",
		"name IN ('Axis','Homs')":                  "line",
		"name NOT IN ('Axis')":                     "hama",
		"mentions IN (0, 7)":                       "hama nowhere",
		"name LIKE 'A%s'":                          "line",
		"name LIKE '_xis'":                         "line",
		"name LIKE 'axis'":                         "",
		`name LIKE 'A\%s'`:                         "",
		"CASEI(name) LIKE CASEI('AX%')":            "line",
		"CASEI(name) = casei('aXIS')":              "line",
		"ACCENTI(name) LIKE 'Hama%'":               "hama",
		"CASEI(ACCENTI(name)) LIKE 'hama%'":        "hama",
		"name NOT LIKE 'A%'":                       "hama",
		"schematic":                                "hama",
		"NOT schematic":                            "nowhere line",
		"schematic = TRUE":                         "hama",
		"schematic <> true":                        "nowhere line",
		"date = DATE('2019-08-22')":                "hama",
		"date = '2019-08-22'":                      "hama",
		"'2019-08-22' = date":                      "hama",
		"date > TIMESTAMP('2019-08-22T12:00:00Z')": "line",
		"date BETWEEN DATE('2019-08-22') AND DATE('2019-08-29')":               "hama",
		"T_AFTER(date, DATE('2019-08-25'))":                                    "line",
		"T_BEFORE(date, TIMESTAMP('2019-08-25T00:00:00Z'))":                    "hama",
		"T_DURING(date, INTERVAL('2019-08-01','2019-08-25'))":                  "hama",
		"T_DURING(date, INTERVAL('2019-08-22','2019-08-25'))":                  "",
		"T_INTERSECTS(date, INTERVAL('2019-08-22','2019-08-25'))":              "hama",
		"T_INTERSECTS(date, INTERVAL('2019-08-25','..'))":                      "line",
		"T_INTERSECTS(INTERVAL(date,last), DATE('2019-08-31'))":                "hama line",
		"T_DISJOINT(INTERVAL(date,last), INTERVAL('..','2019-08-25'))":         "line",
		"T_EQUALS(date, DATE('2019-08-30'))":                                   "line",
		"T_CONTAINS(INTERVAL(date,last), INTERVAL('2019-08-23','2019-08-24'))": "hama",
		"S_INTERSECTS(geometry, BBOX(36.7,35,36.8,35.2))":                      "hama",
		"S_INTERSECTS(geometry, BBOX(36,35,37,36))":                            "hama line",
		"S_INTERSECTS(BBOX(36,35,0,37,36,100), geometry)":                      "hama line",
		"S_INTERSECTS(geometry, POINT(36.5 35.5))":                             "line",
		"S_INTERSECTS(geometry, BBOX(36.75,35.13,36.75,35.13))":                "hama",
		"S_INTERSECTS(geometry, BBOX(36.9,35,36.7,36))":                        "line", // across the antimeridian
		"S_DISJOINT(geometry, POLYGON((36.7 35,36.8 35,36.8 35.4,36.7 35)))":   "line",
		"S_WITHIN(geometry, POLYGON((36.7 35,36.8 35,36.8 35.4,36.7 35)))":     "hama",
		"s_crosses(geometry, LineString(36 36, 37 35))":                        "line",
		"S_EQUALS(geometry, LINESTRING(37 36, 36 35))":                         "line",
		"S_TOUCHES(geometry, POINT(36 35))":                                    "line",
		"NOT S_INTERSECTS(geometry, POINT(36 35))":                             "hama",
		"((name = 'Axis'))":                            "line",
		"name='Axis' OR name='Axis' AND mentions=99":   "line",
		"(name='Axis' OR name='Axis') AND mentions=99": "",
		"TRUE = FALSE":                                 "", "TRUE": "hama nowhere line",
	} {
		f, err := ParseFilter(text, filterFields(), CRS84)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		var got []string
		for _, c := range []struct {
			name string
			f    *geo.Feature
		}{{"hama", &hama}, {"nowhere", &nowhere}, {"line", &line}} {
			if f.Matches(c.f) {
				got = append(got, c.name)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: selects %v, want %q", text, got, want)
		}
	}
}

func TestFilterRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"":                                  `column 1: the end stands where`,
		"nam = 'a'":                         `column 1: there is no property "nam" here; there is geometry, name`,
		"name = ":                           `column 8: the end`,
		"name = 'a":                         `column 8: the quote`,
		"name = 5":                          `column 8: a number cannot be compared with text`,
		"خان = 5":                           `column 1: there is no property`,
		"name = 'خان' AND x = 5":            `column 18: there is no property "x"`,
		"name LIKE 5":                       `column 11: LIKE`,
		"mentions LIKE 'a'":                 `LIKE compares text`,
		"name BETWEEN 'a' AND 'b'":          `BETWEEN compares`,
		"mentions BETWEEN 1 OR 2":           `column 20: "OR" stands where "AND" is expected`,
		"name IN ()":                        `column 10: ")" stands where`,
		"name IN ('a'":                      `the end stands where ")"`,
		"name":                              `column 5: the end stands where`,
		"name = 'a' name":                   `column 12: "name" stands where AND`,
		"date = DATE('2019-13-01')":         `neither a date`,
		"date = 'yesterday'":                `column 8: "yesterday" is neither`,
		"geometry = 'a'":                    `IS NULL`,
		"'a' = geometry":                    `column 7: "geometry" is a geometry`,
		"S_INTERSECTS(name, POINT(1 2))":    `column 14: "name" stands where`,
		"S_INTERSECTS(geometry, POINT(1))":  `column 24: this is no geometry`,
		"S_INTERSECTS(geometry, POINT(1 2)": `the end stands where ")"`,
		"S_INTERSECTS(geometry, POLYGON((0 0,1 1,0 1,1 0,0 0)))": `column 24: this is no geometry`,
		"S_INTERSECTS(geometry, POINT EMPTY)":                    `column 24`,
		"S_INTERSECTS(geometry, BBOX(1,2,3))":                    `column 24: it holds 3 numbers`,
		"S_INTERSECTS(geometry, BBOX(1,2,3,95))":                 `column 24: a latitude`,
		"S_NEAR(geometry, POINT(1 2))":                           `column 1: there is no property "S_NEAR"`,
		"T_AFTER(name, DATE('2019-01-01'))":                      `column 9: text stands where a date`,
		"name = 'a' ; DROP":                                      `column 12: ';' belongs to no CQL2`,
		"mentions = 1.2.3":                                       `"1.2.3" is no number`,
		strings.Repeat("(", 200) + "name = 'a'":                  `more than 100 parentheses`,
		strings.Repeat("NOT ", 200) + "schematic":                `more than 100 parentheses`,
	} {
		_, err := ParseFilter(text, filterFields(), CRS84)
		var e *FilterError
		if err == nil || !errors.As(err, &e) || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%.60s: %v, want %q", text, err, want)
		}
	}
}

// TestLogicAgainstBruteForce: what AND, OR and NOT select is what Kleene's tables
// say of the verdicts of their parts, and Bound leaves nothing out.
func TestLogicAgainstBruteForce(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		text, want := randomFilter(r, 4)
		f, err := ParseFilter(text, filterFields(), CRS84)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		for range 10 {
			x := randomTown(r)
			if got := f.test(&x); got != want(&x) {
				t.Fatalf("%s: %d, want %d\n%s", text, got, want(&x), x.JSON)
			}
			if b := f.Bound(); b != nil && f.Matches(&x) && !b.Intersects(x.Bound) {
				t.Fatalf("%s: bound %v leaves out %s", text, *b, x.JSON)
			}
		}
	}
}

func randomTown(r *rand.Rand) geo.Feature {
	var at orb.Geometry
	if r.IntN(4) > 0 {
		at = orb.Point{float64(r.IntN(6)), float64(r.IntN(6))}
	}
	name := []string{"", "Hama", "Homs"}[r.IntN(3)]
	return town(name, at, "", r.IntN(4), r.IntN(2) == 0)
}

// randomFilter returns an expression and what it means.
func randomFilter(r *rand.Rand, depth int) (string, func(*geo.Feature) verdict) {
	if depth == 0 {
		return randomPredicate(r)
	}
	a, x := randomFilter(r, depth-1)
	b, y := randomFilter(r, depth-1)
	switch r.IntN(4) {
	case 0:
		return "(" + a + ") AND (" + b + ")", func(f *geo.Feature) verdict { return min(x(f), y(f)) }
	case 1:
		return "(" + a + ") OR (" + b + ")", func(f *geo.Feature) verdict { return max(x(f), y(f)) }
	case 2:
		return "NOT (" + a + ")", func(f *geo.Feature) verdict { return -x(f) }
	}
	return a, x
}

func randomPredicate(r *rand.Rand) (string, func(*geo.Feature) verdict) {
	switch r.IntN(3) {
	case 0:
		return "name = 'Hama'", func(f *geo.Feature) verdict {
			if f.Property("name") == nil {
				return unknown
			}
			return of(f.Property("name") == "Hama")
		}
	case 1:
		return "mentions < 2", func(f *geo.Feature) verdict { return of(f.Property("mentions").(int) < 2) }
	}
	return "S_INTERSECTS(geometry, BBOX(1,1,3,4))", func(f *geo.Feature) verdict {
		p, ok := f.Geometry.(orb.Point)
		if !ok {
			return unknown
		}
		return of(p[0] >= 1 && p[0] <= 3 && p[1] >= 1 && p[1] <= 4)
	}
}

func FuzzParseFilter(f *testing.F) {
	for _, s := range []string{
		"name = 'a'", "NOT (mentions BETWEEN 1 AND 2 OR name LIKE 'a%')", "S_INTERSECTS(geometry, POLYGON((0 0,1 0,1 1,0 0)))",
		"T_DURING(date, INTERVAL('2019-01-01','..'))", "CASEI(name) IN ('a', CASEI('B'))", "S_WITHIN(geometry,BBOX(170,0,-170,1))", "date>'2019-01-01'",
		"S_TOUCHES(geometry, GEOMETRYCOLLECTION(POINT(1 2),LINESTRING(1 2,3 4)))", "\xff", "-", "+.e",
	} {
		f.Add(s)
	}
	features := []geo.Feature{town("Hama", orb.Point{36.75, 35.13}, "2019-08-22", 7, true), town("", nil, "", 0, false)}
	f.Fuzz(func(t *testing.T, text string) {
		for _, crs := range Systems() {
			filter, err := ParseFilter(text, filterFields(), crs)
			var e *FilterError
			if err != nil && (!errors.As(err, &e) || e.Column < 1 || e.Column > len([]rune(text))+1) {
				t.Errorf("%q: %v", text, err)
			}
			if err != nil {
				continue
			}
			for i := range features {
				if b := filter.Bound(); filter.Matches(&features[i]) && b != nil && features[i].Geometry == nil {
					t.Errorf("%q selects what lies nowhere", text)
				}
			}
		}
	})
}
