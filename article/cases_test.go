package article

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/newsdate"

	"golang.org/x/text/encoding/htmlindex"
)

// readingCase is an input and what should be read from it.
type readingCase struct {
	Name     string            `json:"name"`
	Input    string            `json:"input"`    // name of the input, whose extension matters
	Content  []string          `json:"content"`  // its lines
	Parts    []casePart        `json:"parts"`    // or the files of a zip archive
	Encoding string            `json:"encoding"` // of the content; UTF-8 where it is empty
	Pack     []string          `json:"pack"`     // "gzip", or "zip NAME", in the order in which it is packed
	Fetched  string            `json:"fetched"`
	Columns  map[string]string `json:"columns"`
	Articles []caseArticle     `json:"articles"`
	LeftOut  []string          `json:"left_out"` // "comments 2": a reason and its number of paragraphs
	Error    string            `json:"error"`    // a part of the only error
	Passed   int               `json:"passed"`   // files that are skipped
}

// casePart is a file of a zip archive.
type casePart struct {
	Name    string   `json:"name"`
	Content []string `json:"content"`
}

// bytes returns the input.
func (c readingCase) bytes(t *testing.T) string {
	t.Helper()
	s := strings.Join(c.Content, "\n")
	if len(c.Parts) > 0 {
		var names []string
		for _, p := range c.Parts {
			names = append(names, p.Name, strings.Join(p.Content, "\n"))
		}
		s = zipped(t, names...)
	}
	if c.Encoding != "" {
		e, err := htmlindex.Get(c.Encoding)
		if err != nil {
			t.Fatal(err)
		}
		if s, err = e.NewEncoder().String(s); err != nil {
			t.Fatal(err)
		}
	}
	for _, how := range c.Pack {
		if name, ok := strings.CutPrefix(how, "zip "); ok {
			s = zipped(t, name, s)
		} else {
			s = gzipped(t, s)
		}
	}
	return s
}

// caseArticle is what should be read of an article; empty fields are not compared.
type caseArticle struct {
	Title     string    `json:"title"`
	Published string    `json:"published"` // a day, RFC 3339, or "none"
	Byline    string    `json:"byline"`    // or "none"
	Source    string    `json:"source"`
	URL       string    `json:"url"`
	Lang      string    `json:"lang"`
	Dateline  string    `json:"dateline"`
	Point     []float64 `json:"point"` // longitude and latitude
	Has       []string  `json:"has"`   // must be in the text
	Lacks     []string  `json:"lacks"` // must not be in it
}

// TestCases reads the inputs in testdata/cases. An unknown key in them is an error.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var cases []readingCase
		d := json.NewDecoder(bytes.NewReader(data))
		d.DisallowUnknownFields()
		if err := d.Decode(&cases); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for _, c := range cases {
			t.Run(strings.TrimSuffix(filepath.Base(file), ".json")+"/"+c.Name, func(t *testing.T) { c.run(t) })
		}
	}
}

func (c readingCase) run(t *testing.T) {
	options := Options{Columns: c.Columns}
	if c.Fetched != "" {
		options.Fetched, _ = newsdate.ISO(c.Fetched)
	}
	articles, errs, passed := readWith(t, options, c.Input, c.bytes(t))
	if passed != c.Passed {
		t.Errorf("%d files passed over, want %d", passed, c.Passed)
	}
	switch {
	case c.Error == "" && len(errs) > 0, c.Error != "" && len(errs) != 1, c.Error != "" && !strings.Contains(errs[0].Error(), c.Error):
		t.Errorf("errors %v, want %q", errs, c.Error)
	case len(articles) != len(c.Articles):
		for _, a := range articles {
			t.Logf("%q %s", a.Title, a.Text)
		}
		t.Errorf("%d articles, want %d", len(articles), len(c.Articles))
	}
	if len(articles) != len(c.Articles) {
		return
	}
	left := map[string]int{}
	for i, want := range c.Articles {
		want.compare(t, articles[i])
		for reason, n := range articles[i].LeftOutCounts() {
			left[string(reason)] += n
		}
	}
	for _, want := range c.LeftOut {
		reason, _, _ := strings.Cut(want, " ")
		if got := fmt.Sprintf("%s %d", reason, left[reason]); got != want {
			t.Errorf("left out %v, want %s", left, want)
		}
	}
}

func readWith(t *testing.T, options Options, name, content string) (articles []Article, errs []error, passed int) {
	for a, err := range options.ReadFrom(t.Context(), name, "", strings.NewReader(content)) {
		var over *Skipped
		switch {
		case errors.As(err, &over):
			passed++
		case err != nil:
			errs = append(errs, err)
		default:
			articles = append(articles, a)
		}
	}
	return articles, errs, passed
}

func (want caseArticle) compare(t *testing.T, a Article) {
	t.Helper()
	published := newsdate.Format(a.Published)
	if a.Published.IsZero() {
		published = "none"
	}
	byline := a.Byline
	if byline == "" {
		byline = "none"
	}
	for _, field := range [][3]string{{"title", a.Title, want.Title}, {"published", published, want.Published}, {"byline", byline, want.Byline},
		{"source", a.Source, want.Source}, {"url", a.URL, want.URL}, {"lang", a.Lang, want.Lang}, {"dateline", a.Dateline, want.Dateline}} {
		if field[2] != "" && field[1] != field[2] {
			t.Errorf("%s %q, want %q", field[0], field[1], field[2])
		}
	}
	if got := a.Point; want.Point != nil && (got == nil || *got != [2]float64(want.Point)) {
		t.Errorf("point %v, want %v", got, want.Point)
	}
	told := toldText(a)
	for _, s := range want.Has {
		if !strings.Contains(told, s) {
			t.Errorf("%q is not in %q", s, told)
		}
	}
	for _, s := range want.Lacks {
		if strings.Contains(told, s) {
			t.Errorf("%q is in %q", s, told)
		}
	}
}

// toldText returns the text of an article without asides.
func toldText(a Article) string {
	runes := []rune(a.Text)
	for _, s := range a.Aside {
		for i := s.Start; i < s.End; i++ {
			runes[i] = ' '
		}
	}
	return string(runes)
}
