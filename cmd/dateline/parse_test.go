package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"dateline/cmd/dateline/cli"
)

// parsedLine is the part of a line of dateline parse that scripts read.
type parsedLine struct {
	ID, Lang, Title, Published, Text string
	Focus                            *struct{ Place, Name, Admin1, Country string }
	Mentions                         []struct {
		Start, End                int
		Phrase, Name, Role, Place string
		Lat, Lon                  *float64
		Candidates                []json.RawMessage
		Date                      string
		DatePrecision             string `json:"date_precision"`
		DateFrom                  string `json:"date_from"`
	}
	Fronts []struct {
		Phrase, Kind, Reading string
		UncertaintyKm         float64 `json:"uncertainty_km"`
		Geometry              struct{ Type string }
		Anchors               []struct{ Name string }
	}
}

func parsedLines(t *testing.T, out string) []parsedLine {
	t.Helper()
	var lines []parsedLine
	for line := range strings.Lines(out) {
		var l parsedLine
		if err := json.Unmarshal([]byte(line), &l); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		lines = append(lines, l)
	}
	return lines
}

func TestParseKeepsOrder(t *testing.T) {
	var in strings.Builder
	for i := range 300 {
		text := "Shelling hit Morek and Kafr Zita. "
		if i%3 == 0 {
			text = ""
		}
		fmt.Fprintf(&in, "{\"id\":%d,\"text\":%q,\"unknown\":true}\n\n", i, strings.Repeat(text, i%7))
	}
	got := run(t, in.String(), "parse")
	lines := parsedLines(t, got.out)
	if got.code != 0 || len(lines) != 300 {
		t.Fatalf("exit %d, %d lines\n%s", got.code, len(lines), got.err)
	}
	for i, l := range lines {
		if l.ID != fmt.Sprint(i) || l.Mentions == nil || l.Fronts == nil {
			t.Fatalf("line %d: %+v", i, l)
		}
	}
}

func TestParseSaysWhereAndWhat(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	const text = "قصفت القوات ريف حماة الشمالي 🚀. They shelled Khan Sheikhoun."
	in, _ := json.Marshal(map[string]string{"id": "a", "text": text, "title": "Shelling in Idlib", "published": "2019-08-20"})
	got := run(t, string(in), "parse", "-")
	l := parsedLines(t, got.out)[0]
	runes := []rune(text)
	for _, m := range l.Mentions {
		if string(runes[m.Start:m.End]) != m.Phrase || m.Place == "" || m.Lat == nil || len(m.Candidates) == 0 || len(m.Candidates) > 5 {
			t.Errorf("%+v", m)
		}
	}
	if len(l.Mentions) != 2 || l.Mentions[1].Name != "Khan Shaykhun" {
		t.Errorf("mentions %+v", l.Mentions)
	}
	if len(l.Fronts) != 1 || l.Fronts[0].Kind != "countryside" || l.Fronts[0].Reading == "" || l.Fronts[0].UncertaintyKm <= 0 {
		t.Errorf("fronts %+v", l.Fronts)
	}
	if l.Focus == nil || l.Focus.Country != "SY" {
		t.Errorf("focus %+v", l.Focus)
	}
}

// TestParsedIsIngested ingests what parse wrote: the fields of a line are kept, whichever tool
// wrote it, and markup yields no names.
func TestParsedIsIngested(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	const in = `{"id":"1","title":"Shells","source":"Hill Radio","published":"2019-06-12","text":"<p>Shelling hit <a href=\"https://h.example/Raqqa\">Morek</a>.</p>"}
{"id":"2","title":"Jets","author":"Vera Bell","date_publish":"2019-06-13","url":"https://h.example/2","maintext":"Jets hit Deir&nbsp;ez-Zor.<br>"}
`
	parsed := run(t, in, "parse")
	for _, l := range parsedLines(t, parsed.out) {
		if len(l.Mentions) != 1 {
			t.Errorf("mentions %+v", l.Mentions)
		}
	}
	data := t.TempDir()
	if got := run(t, parsed.out, "ingest", "--data", data, "-"); got.code != 0 {
		t.Fatal(got.err)
	}
	csv := run(t, "", "export", "--data", data, "--collection", "articles", "--format", "csv").out
	for _, want := range []string{"Shells", "Hill Radio", "2019-06-12", "Jets", "2019-06-13", "https://h.example/2"} {
		if !strings.Contains(csv, want) {
			t.Errorf("%s is not in %s", want, csv)
		}
	}
}

func TestParseGivenSpans(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	const in = `{"id":1,"text":"Aleppo Governorate and Xyzzyqq","spans":[{"start":23,"end":30},{"start":0,"end":18},{"start":0,"end":6}]}`
	mentions := parsedLines(t, run(t, in, "parse").out)[0].Mentions
	if len(mentions) != 3 {
		t.Fatalf("%d mentions, want one for each span", len(mentions))
	}
	if mentions[0].Lat != nil || mentions[0].Lon != nil {
		t.Errorf("nothing is called %s, yet it lies at %v", mentions[0].Phrase, *mentions[0].Lat)
	}
	if mentions[1].Phrase != "Aleppo Governorate" || mentions[2].Phrase != "Aleppo" {
		t.Errorf("%+v", mentions)
	}
}

func TestParseBadLines(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	file := inFile(t, "bad.jsonl", `{"id":"1","text":"Shelling hit Morek."}
{"id":"2","text":"Shelling hit Khan
{"id":"3"}
{"id":"4","text":"Shelling hit Idlib."}
`)
	got := run(t, "", "parse", file)
	lines := parsedLines(t, got.out)
	if got.code != cli.SomeDone || len(lines) != 2 || lines[0].ID != "1" || lines[1].ID != "4" {
		t.Errorf("exit %d: %s", got.code, got.out)
	}
	if got := run(t, "{}", "parse", "-", "no-such-file"); got.code != cli.NoneDone || got.out != "" {
		t.Errorf("nothing could be parsed: exit %d: %s", got.code, got.out)
	}
	for _, place := range []string{file + ", line 2:", file + ", line 3:"} {
		if !strings.Contains(got.err, place) {
			t.Errorf("no word of %s in %s", place, got.err)
		}
	}
}

func TestParsePlainText(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	file := inFile(t, "news.txt", "Shelling hits Morek\n12 June 2019\n\nShelling hit Morek in northern Hama, the agency said.\n")
	lines := parsedLines(t, run(t, "", "parse", file).out)
	if len(lines) != 1 || lines[0].Title != "Shelling hits Morek" || !strings.HasPrefix(lines[0].Published, "2019-06-12") || lines[0].Lang != "en" {
		t.Fatalf("%+v", lines)
	}
	for _, m := range lines[0].Mentions {
		if string([]rune(lines[0].Text)[m.Start:m.End]) != m.Phrase {
			t.Errorf("%+v is not where it is said to be", m)
		}
	}
}

// TestParseOneDocument: JSON of a single value, on one line or several.
func TestParseOneDocument(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	for _, in := range []string{
		"{\n \"text\": \"Shelling hit Morek.\"\n}\n",
		"[\n{\"text\": \"Shelling hit Morek.\"}]",
		`{"version":"https://jsonfeed.org/version/1","title":"T","items":[{"id":"1","content_text":"Shelling hit Morek."}]}`,
	} {
		got := run(t, in, "parse")
		lines := parsedLines(t, got.out)
		if got.code != 0 || len(lines) != 1 || len(lines[0].Mentions) != 1 || lines[0].Mentions[0].Name != "Morek" {
			t.Errorf("exit %d, %s%s of %s", got.code, got.out, got.err, in)
		}
	}
}

// TestParseDates: days are in the record's own time zone, a number is a Unix time, and a date that
// can't be read is reported while the text is parsed.
func TestParseDates(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	got := run(t, `{"id":"1","published":"2020-01-01T00:30:00+03:00","text":"Shelling hit Morek on Wednesday. On January 1 the army entered Hama."}
{"id":"2","published":1577827800,"text":"Shelling hit Morek."}
{"id":"3","published":"the other day","text":"Shelling hit Morek."}
`, "parse")
	lines := parsedLines(t, got.out)
	if got.code != cli.SomeDone || len(lines) != 3 || !strings.Contains(got.err, `line 3: not a date: published "the other day"`) {
		t.Fatalf("exit %d: %s%s", got.code, got.out, got.err)
	}
	for i, want := range []string{"2020-01-01 day text, 2020-01-01 day text", "2019-12-31 day published", "  "} {
		var dates []string
		for _, m := range lines[i].Mentions {
			dates = append(dates, m.Date+" "+m.DatePrecision+" "+m.DateFrom)
		}
		if got := strings.Join(dates, ", "); got != want {
			t.Errorf("line %d: %s, want %s", i+1, got, want)
		}
	}
}

// TestParseOrderOfDates: a numeric date is read in the order of the others of its input.
func TestParseOrderOfDates(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	const open = `{"id":"open","published":"10/4/2017","text":"Shells hit Morek."}` + "\n"
	for name, test := range map[string]struct{ more, want string }{
		"month first": {`{"id":"clear","published":"9/15/2017","text":"Shells hit Morek."}`, "2017-10-04"},
		"day first":   {`{"id":"clear","published":"15/9/2017","text":"Shells hit Morek."}`, "2017-04-10"},
		"not told":    {`{"id":"clear","published":"2017-09-15","text":"Shells hit Morek."}`, ""},
	} {
		got := run(t, open+test.more+"\n", "parse")
		lines := parsedLines(t, got.out)
		if len(lines) != 2 || len(lines[0].Mentions) != 1 || lines[0].Mentions[0].Date != test.want || (got.err == "") != (test.want != "") {
			t.Errorf("%s: %+v\n%s", name, lines, got.err)
		}
	}
}

func TestParseDemonyms(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	const in = `{"id":1,"text":"Syrian troops left Morek."}`
	for _, tt := range []struct {
		args []string
		want int
	}{{[]string{"parse"}, 1}, {[]string{"parse", "--demonyms"}, 2}} {
		if got := len(parsedLines(t, run(t, in, tt.args...).out)[0].Mentions); got != tt.want {
			t.Errorf("%v: %d mentions, want %d", tt.args, got, tt.want)
		}
	}
}

func TestParseAsGeoJSON(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	for _, tt := range []struct {
		text     string
		features int
	}{{"They met on the axis of Kafr Zita, Latamenah and Morek.", 4}, {"Nothing.", 0}} {
		in, _ := json.Marshal(map[string]string{"id": "1", "text": tt.text})
		var got struct {
			Type     string
			Features []struct {
				Type       string
				Geometry   struct{ Type string }
				Properties map[string]any
			}
		}
		if err := json.Unmarshal([]byte(run(t, string(in), "parse", "--format", "geojson").out), &got); err != nil {
			t.Fatal(err)
		}
		if got.Type != "FeatureCollection" || len(got.Features) != tt.features {
			t.Errorf("%s: %+v", tt.text, got)
		}
	}
}
