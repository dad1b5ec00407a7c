package prose

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/newsdate"
)

// example is a line of testdata: when a text was published, its sentences, and what At returns for
// the places in brackets.
type example struct{ published, text, want string }

// examples returns those of both languages.
func examples(t testing.TB) []example {
	t.Helper()
	var out []example
	for _, file := range []string{"testdata/en.txt", "testdata/ar.txt"} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		before := len(out)
		for line := range strings.Lines(string(data)) {
			line = strings.TrimSpace(line)
			if line == "" || strings.HasPrefix(line, "//") {
				continue
			}
			fields := strings.Split(line, " | ")
			if len(fields) != 3 {
				t.Fatalf("%s: %q has not three fields", file, line)
			}
			out = append(out, example{fields[0], fields[1], fields[2]})
		}
		if n := len(out) - before; n < 60 {
			t.Errorf("%s has %d examples", file, n)
		}
	}
	return out
}

// TestRead reads the examples.
func TestRead(t *testing.T) {
	for _, e := range examples(t) {
		got := read(t, e.published, e.text)
		if want := strings.Fields(e.want); !slices.Equal(got, want) {
			t.Errorf("%s published %s: %v, want %v", e.text, e.published, got, want)
		}
	}
}

// read returns what At returns for the places in brackets.
func read(t *testing.T, published, text string) []string {
	t.Helper()
	r := NewReader(Reference{Published: publication(t, published)})
	var got []string
	for _, sentence := range strings.Split(text, " / ") {
		var places []int
		plain := ""
		for i, part := range strings.Split(sentence, "[") {
			if i > 0 {
				places = append(places, len(plain))
			}
			plain += strings.Replace(part, "]", "", 1)
		}
		s := r.Read(plain)
		for _, at := range places {
			e, ok := s.At(at)
			got = append(got, written(e, ok))
		}
	}
	return got
}

func publication(t *testing.T, s string) time.Time {
	t.Helper()
	if s == "-" {
		return time.Time{}
	}
	for _, layout := range []string{time.DateOnly, time.RFC3339} {
		if at, err := time.Parse(layout, s); err == nil {
			return at
		}
	}
	t.Fatalf("%q is not a date of publication", s)
	return time.Time{}
}

// written writes an Event in the form of testdata.
func written(e Event, ok bool) string {
	if !ok {
		return "-"
	}
	s := e.Date.String()
	switch {
	case e.Date.Precision == newsdate.Year:
		s = s[:4]
	case e.Date.Precision == newsdate.Month && e.Date.Day == 1:
		s = s[:7]
	case e.Date.Precision == newsdate.Month:
		s += "~"
	}
	if e.Source == FromContext {
		s += "c"
	}
	return s
}
