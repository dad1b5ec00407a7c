package serve

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"dateline/document"
	"dateline/gazetteer"
	"dateline/geoparse"
	"dateline/sample"
)

// TestSampleForm: a dispatch of the sample has a headline, a date, a line with its source and text
// that begins with a dateline.
func TestSampleForm(t *testing.T) {
	files, err := fs.Glob(sample.Files(), "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	dateLine := regexp.MustCompile(`^[^a-z]{2,40}(, [A-Z][A-Za-z ]+)? – `)
	for _, name := range files {
		text, err := fs.ReadFile(sample.Files(), name)
		if err != nil {
			t.Fatal(err)
		}
		head, rest, _ := strings.Cut(string(text), "\n\n")
		meta, body, _ := strings.Cut(rest, "\n\n")
		date, source, _ := strings.Cut(meta, "\n")
		switch {
		case strings.Contains(head, "\n") || len(head) < 10:
			t.Errorf("%s: headline %q", name, head)
		case !regexp.MustCompile(`\d{4}$`).MatchString(date):
			t.Errorf("%s: date %q", name, date)
		case !strings.HasPrefix(source, "Source: ") && !strings.HasPrefix(source, "المصدر: "):
			t.Errorf("%s: source %q", name, source)
		case !dateLine.MatchString(body):
			t.Errorf("%s: no date line in %.40q", name, body)
		}
	}
}

// TestSampleOnTheMap: what the map shows of the sample.
func TestSampleOnTheMap(t *testing.T) {
	g, err := gazetteer.Default()
	if err != nil {
		t.Fatal(err)
	}
	parser, err := geoparse.New(g)
	if err != nil {
		t.Fatal(err)
	}
	reader := document.Reader{Parser: parser}
	languages, places, fronts := map[string]int{}, map[string]bool{}, 0
	for r := range sampleArticles(t.Context()) {
		if r.Err != nil {
			t.Fatal(r.Err)
		}
		a := r.Article
		d, err := reader.Article(t.Context(), a)
		if err != nil {
			t.Fatal(err)
		}
		if a.Title == "" || a.Published.IsZero() || len(d.Mentions) < 3 {
			t.Errorf("%s: title %q, published %v, %d mentions", a.Source, a.Title, a.Published, len(d.Mentions))
		}
		languages[a.Lang]++
		fronts += len(d.Fronts)
		for _, m := range d.Mentions {
			if m.Place != nil {
				places[*m.Place] = true
			}
		}
	}
	if languages["en"] < 30 || languages["ar"] < 10 || len(places) < 80 || fronts < 12 {
		t.Errorf("%v articles, %d places, %d fronts", languages, len(places), fronts)
	}
	t.Logf("%v articles, %d places, %d fronts", languages, len(places), fronts)
}
