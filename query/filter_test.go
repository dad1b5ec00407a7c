package query

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"

	"dateline/feature"
	"dateline/query/cql2"

	"github.com/paulmach/orb"
)

func filterFields() []Field {
	return []Field{
		{Geometry, Shape}, {"name", Text}, {"date", Date}, {"last", Date}, {"mentions", Number}, {"schematic", Boolean}, {"start", Number},
	}
}

// town is a feature with a value of each type.
func town(name string, at orb.Geometry, date string, mentions int, schematic bool) feature.Feature {
	properties := []feature.Property{{Name: "name", Value: nil}, {Name: "date", Value: nil}, {Name: "last", Value: nil},
		{Name: "mentions", Value: mentions}, {Name: "schematic", Value: schematic}, {Name: "start", Value: 2.5}}
	if name != "" {
		properties[0].Value = name
	}
	if date != "" {
		properties[1].Value = day(date).Time()
		properties[2].Value = (day(date) + 10).Time()
	}
	return feature.NewFeature("t", at, feature.Days{}, properties)
}

// filterCase is a line of testdata/cql2.json: one filter in both languages, and which of three
// features it selects. An unknown key fails the test.
type filterCase struct {
	Text    string          `json:"text"`
	JSON    json.RawMessage `json:"json"`
	Selects string          `json:"selects"`
}

func filterCases(t testing.TB) []filterCase {
	t.Helper()
	file, err := os.Open("testdata/cql2.json")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	d := json.NewDecoder(file)
	d.DisallowUnknownFields()
	var cases []filterCase
	if err := d.Decode(&cases); err != nil {
		t.Fatal(err)
	}
	return cases
}

func TestFilter(t *testing.T) {
	hama := town("Ḥamā O'Neil", orb.Point{36.75, 35.13}, "2019-08-22", 7, true)
	nowhere := town("", nil, "", 0, false)
	line := town("Axis", orb.LineString{{36, 35}, {37, 36}}, "2019-08-30", 1, false)
	for _, c := range filterCases(t) {
		asText, err := ParseFilter(c.Text, filterFields(), CRS84)
		if err != nil {
			t.Errorf("%s: %v", c.Text, err)
			continue
		}
		asJSON, err := ParseFilterJSON(string(c.JSON), filterFields(), CRS84)
		if err != nil {
			t.Errorf("%s: %v", c.JSON, err)
			continue
		}
		for language, f := range map[string]*Filter{"text": asText, "JSON": asJSON} {
			var got []string
			for _, x := range []struct {
				name string
				f    feature.Feature
			}{{"hama", hama}, {"nowhere", nowhere}, {"line", line}} {
				if selects(f, x.f) {
					got = append(got, x.name)
				}
			}
			if strings.Join(got, " ") != c.Selects {
				t.Errorf("%s as %s: selects %v, want %q", c.Text, language, got, c.Selects)
			}
		}
	}
}

func TestFilterRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"":                                  `column 1: expected a property or a value, found the end`,
		"nam = 'a'":                         `column 1: unknown property "nam"; the properties are geometry, name`,
		"name = ":                           `column 8: expected a property or a value, found the end`,
		"name = 'a":                         `column 8: the quotation mark`,
		"name = 5":                          `column 8: a number cannot be compared with text`,
		"خان = 5":                           `column 1: unknown property "خان"`,
		"name = 'خان' AND x = 5":            `column 18: unknown property "x"`,
		"name LIKE 5":                       `column 11: LIKE`,
		"mentions LIKE 'a'":                 `LIKE compares text`,
		"name BETWEEN 'a' AND 'b'":          `BETWEEN compares`,
		"mentions BETWEEN 1 OR 2":           `column 20: expected "AND", found "OR"`,
		"name IN ()":                        `column 10: expected a property or a value, found ")"`,
		"name IN ('a'":                      `expected ")", found the end`,
		"name":                              `column 1: text is neither true nor false`,
		"name = 'a' name":                   `column 12: expected AND`,
		"date = DATE('2019-13-01')":         `neither a date`,
		"date = 'yesterday'":                `column 8: "yesterday" is neither`,
		"geometry = 'a'":                    `IS NULL`,
		"'a' = geometry":                    `column 7: "geometry" is a geometry`,
		"S_INTERSECTS(name, POINT(1 2))":    `column 14: a geometry is expected here`,
		"S_INTERSECTS(geometry, POINT(1))":  `column 24: this is not a geometry`,
		"S_INTERSECTS(geometry, POINT(1 2)": `expected ")", found the end`,
		"S_INTERSECTS(geometry, POLYGON((0 0,1 1,0 1,1 0,0 0)))": `column 24: this is not a geometry`,
		"S_INTERSECTS(geometry, POINT EMPTY)":                    `column 24`,
		"S_INTERSECTS(geometry, POINT(36 91))":                   `column 24: a point of this geometry lies beyond`,
		"S_INTERSECTS(geometry, LINESTRING(179 1, 181 1))":       `column 24: a point of this geometry lies beyond`,
		"S_INTERSECTS(geometry, BBOX(1,2,3))":                    `column 24: it has 3 numbers`,
		"S_INTERSECTS(geometry, BBOX(1,2,3,95))":                 `column 24: a latitude`,
		"S_NEAR(geometry, POINT(1 2))":                           `column 1: unknown function "S_NEAR"; the functions are CASEI`,
		"T_AFTER(name, DATE('2019-01-01'))":                      `column 9: expected a date, found text`,
		"name = 'a' ; DROP":                                      `column 12: unexpected character ';'`,
		"mentions = 1.2.3":                                       `"1.2.3" is not a number`,
		"mentions = 'a' + 1":                                     `column 12: "+" expects a number, found text`,
		"date + 1 = date":                                        `column 1: "+" expects a number, found a date`,
		"mentions = 1 +":                                         `column 15: expected a property or a value, found the end`,
		"mentions = 2 ^ 3 ^ 4":                                   `column 18: expected AND`,
		"mentions = - - 1":                                       `column 14: expected a property or a value, found "-"`,
		"mentions":                                               `column 1: a number is neither true nor false`,
		"name NOT = 'a'":                                         `column 10: expected LIKE, BETWEEN or IN, found "="`,
		"CASEI(name, name) = 'a'":                                `column 1: CASEI takes one argument, not 2`,
		"T_AFTER(date)":                                          `column 1: T_AFTER takes two arguments, not 1`,
		"literal(1) = 1":                                         `column 1: unknown function "literal"`,
		"A_EQUALS(name, name)":                                   `unknown function "A_EQUALS"`,
		"name = BBOX(1,2,3,4)":                                   `column 8: expected a property or a value, found BBOX`,
		"INTERVAL('..',date) = date":                             `column 1: expected a property or a value, found INTERVAL`,
		"S_INTERSECTS(geometry, BBOX(1,2,name,4))":               `column 33: BBOX holds numbers`,
		"name = 'a' OR CASEI(mentions) = 'b'":                    `column 21: CASEI works on text, not on a number`,
		"mentions = 1" + strings.Repeat("+1", 200):               `more than 100 operators in a row`,
		strings.Repeat("(", 200) + "name = 'a'":                  `nested more than 100 deep`,
		strings.Repeat("NOT ", 200) + "schematic":                `nested more than 100 deep`,
	} {
		_, err := ParseFilter(text, filterFields(), CRS84)
		refused(t, text, err, want)
	}
}

func refused(t *testing.T, text string, err error, want string) {
	t.Helper()
	var e *cql2.Error
	if err == nil || !errors.As(err, &e) || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
		t.Errorf("%.60s: %v, want %q", text, err, want)
	}
}

func TestFilterJSONRefuses(t *testing.T) {
	for text, want := range map[string]string{
		``:                                     `column 1: this is not JSON: unexpected end`,
		`{"op":"=" "args":[]}`:                 `column 11: this is not JSON`,
		`{"خان":1,}`:                           `column 10: this is not JSON`,
		`{"op":"=","args":[1,1e999]}`:          `this is not JSON`,
		`{"op":"=","args":[1,2]} 3`:            `column 25: this is not JSON`,
		`null`:                                 `expected an expression, found null`,
		`[1]`:                                  `expected an expression, found a list`,
		`"a"`:                                  `text is neither true nor false`,
		`{}`:                                   `an object with no keys is not an expression`,
		`{"op":"="}`:                           `an object with "op" is not an expression`,
		`{"op":5,"args":[]}`:                   `op: unknown operator or function 5`,
		`{"op":"==","args":[1,2]}`:             `op: unknown operator or function "=="; known are and, or, not, =, <>, <, >, <=, >=, like, between, in, isNull, +`,
		`{"op":"literal","args":[1]}`:          `op: unknown operator`,
		`{"op":"interval","args":["..",".."]}`: `op: unknown operator`,
		`{"op":"a_equals","args":[[1],[1]]}`:   `op: unknown operator`,
		`{"op":"=","args":{}}`:                 `args: this must be a list`,
		`{"op":"=","args":[1]}`:                `op: = takes two arguments, not 1`,
		`{"op":"and","args":[true]}`:           `op: AND takes two arguments or more, not 1`,
		`{"op":"not","args":[]}`:               `op: NOT takes one argument, not 0`,
		`{"op":"isNull","args":{"property":"name"}}`:                                                   `args: this must be a list`,
		`{"op":"and","args":[true,{"op":"=","args":[{"property":"nam"},"a"]}]}`:                        `args[1].args[0].property: unknown property "nam"; the properties are geometry, name`,
		`{"op":"and","args":[true,{"op":"eq","args":[1,1]}]}`:                                          `args[1].op: unknown operator or function "eq"`,
		`{"op":"=","args":[{"property":"name"},5]}`:                                                    `args[1]: a number cannot be compared with text`,
		`{"op":"=","args":[{"property":"name"},null]}`:                                                 `args[1]: expected an expression, found null`,
		`{"op":"=","args":[{"casei":"a"},"a"]}`:                                                        `args[0]: an object with "casei" is not an expression`,
		`{"op":"=","args":[{"property":"name","note":1},"a"]}`:                                         `args[0]: an object with "note", "property"`,
		`{"op":"=","args":[{"property":5},"a"]}`:                                                       `args[0].property: this must be a string`,
		`{"op":"=","args":[{"property":"date"},{"date":"2019-13-01"}]}`:                                `args[1].date: "2019-13-01" is neither a date`,
		`{"op":"in","args":[{"property":"name"},"a"]}`:                                                 `args[1]: this must be a list`,
		`{"op":"in","args":[{"property":"name"},[]]}`:                                                  `op: the list of IN is empty`,
		`{"op":"in","args":[{"property":"name"},["a",5]]}`:                                             `args[1][1]: a number cannot be compared`,
		`{"op":"in","args":[{"property":"name"}]}`:                                                     `args: this must be a value and a list`,
		`{"op":"like","args":[{"property":"name"},{"property":"name"}]}`:                               `args[1].property: LIKE compares text with a pattern`,
		`{"op":"between","args":[{"property":"name"},"a","b"]}`:                                        `args[0].property: BETWEEN compares numbers`,
		`{"op":"s_intersects","args":[{"property":"name"},{"bbox":[1,2,3,4]}]}`:                        `args[0].property: a geometry is expected`,
		`{"op":"s_intersects","args":[{"property":"geometry"},{"bbox":[1,2,3]}]}`:                      `args[1].bbox: it has 3 numbers`,
		`{"op":"s_intersects","args":[{"property":"geometry"},{"bbox":"1,2"}]}`:                        `args[1].bbox: this must be a list of numbers`,
		`{"op":"s_intersects","args":[{"property":"geometry"},{"type":"Point","coordinates":["a"]}]}`:  `args[1]: this is not a geometry`,
		`{"op":"s_intersects","args":[{"property":"geometry"},{"type":"Circle","coordinates":[1,2]}]}`: `args[1]: this is not a geometry`,
		`{"op":"s_intersects","args":[{"property":"geometry"},{"type":"Point","coordinates":[]}]}`:     `args[1]: this is not a geometry: a position without two numbers`,
		`{"op":"t_after","args":[{"property":"date"},{"interval":["2019-01-01"]}]}`:                    `args[1].interval: INTERVAL takes two arguments, not 1`,
		`{"op":"t_after","args":[{"property":"date"},{"interval":["yesterday",".."]}]}`:                `args[1].interval[0]: "yesterday" is neither`,
		`{"op":"+","args":[1,2]}`:                                                                      `op: a number is neither true nor false`,
		strings.Repeat(`{"op":"not","args":[`, 200) + `true` + strings.Repeat(`]}`, 200):               `nested more than 100 deep`,
	} {
		_, err := ParseFilterJSON(text, filterFields(), CRS84)
		refused(t, text, err, want)
	}
}

// verdictOf evaluates a filter for one feature.
func verdictOf(f *Filter, x feature.Feature) ternary {
	return (&Query{Filter: f}).On(context.Background(), x.Table()).test(x.Position())
}

// matches evaluates a query for one feature.
func matches(q *Query, x feature.Feature) bool {
	return q.On(context.Background(), x.Table()).test(x.Position()) == yes
}

func selects(f *Filter, x feature.Feature) bool { return matches(&Query{Filter: f}, x) }
