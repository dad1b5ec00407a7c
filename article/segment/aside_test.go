package segment

import (
	"slices"
	"strings"
	"testing"

	"dateline/newsdate"
	"dateline/work"
)

// asides returns the asides of an article's text.
func asides(a Segment) []string {
	var out []string
	runes := []rune(a.Text)
	for _, s := range a.Aside {
		out = append(out, strings.TrimSpace(string(runes[s.Start:s.End])))
	}
	return out
}

// navigation returns the asides that are not fields.
func navigation(a Segment) []string {
	var out []string
	runes := []rune(a.Text)
	for _, s := range a.Aside {
		if s.Reason != Field {
			out = append(out, strings.TrimSpace(string(runes[s.Start:s.End])))
		}
	}
	return out
}

// around returns the lines left out around a segment.
func around(a Segment) []string {
	var out []string
	for _, l := range a.LeftOut {
		out = append(out, strings.Split(l.Text, "\n")...)
	}
	return out
}

func TestAside(t *testing.T) {
	for _, tt := range []struct {
		name, page, text string
		aside            []string
	}{
		{"lines as they stand",
			"  Army  enters\u00a0Tarmin \n\nIt did  so.\t\n\n\nResidents fled.\n\n",
			"  Army  enters\u00a0Tarmin \n\nIt did  so.\t\n\n\nResidents fled.", nil},
		{"date and source",
			"Army enters Tarmin\n\n3 May 2018\nSource: Tarmin Today\n\nIt did so.",
			"Army enters Tarmin\n\n3 May 2018\nSource: Tarmin Today\n\nIt did so.", []string{"3 May 2018", "Source: Tarmin Today"}},
		{"byline",
			"Army enters Tarmin\n3 May 2018\n\nBy Lina Haddad\n\nIt did so.",
			"Army enters Tarmin\n3 May 2018\n\nBy Lina Haddad\n\nIt did so.", []string{"3 May 2018", "By Lina Haddad"}},
		{"navigation inside",
			"Army enters Tarmin\n\nIt did so.\n\nRead more\n\nResidents fled.",
			"Army enters Tarmin\n\nIt did so.\n\nRead more\n\nResidents fled.", []string{"Read more"}},
		{"navigation behind",
			"Army enters Tarmin\n\nIt did so.\n\nRelated News\n\nArmy leaves Tarmin",
			"Army enters Tarmin\n\nIt did so.", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			articles, err := Split(work.New(t.Context()), tt.page, Scraped, newsdate.Hint{})
			if err != nil || len(articles) != 1 {
				t.Fatalf("%d articles, error %v", len(articles), err)
			}
			if a := articles[0]; a.Text != tt.text || !slices.Equal(asides(a), tt.aside) {
				t.Errorf("text %q, aside %q", a.Text, asides(a))
			}
		})
	}
}
