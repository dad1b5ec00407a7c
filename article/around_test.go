package article

import (
	"strings"
	"testing"

	"dateline/newsdate"
)

func TestBound(t *testing.T) {
	for _, c := range []struct{ published, want string }{
		{"2019-08-24 - 2019-08-22", ". 2019-08 ."},
		{"2019-08-22 - - 2019-08-22", ". 2019-08-22 2019-08-22 ."},
		{"2019-08-22 - 2019-12-01 - 2020-01-02", ". 2019 . - ."},
		{"- 2019-08-22 -", "- . -"},
		{"2019-08-22 - 2019-08-24 - 2019-08-23", ". - . - ."}, // in no order
		{"- -", "- -"},
		{"2019-08-22T00:30:00+03:00 - 2019-08-22", ". 2019-08-22 ."},
	} {
		var articles []Article
		for _, s := range strings.Fields(c.published) {
			at, _ := newsdate.ISO(s)
			articles = append(articles, Article{Published: at})
		}
		bound(articles)
		var got []string
		for _, a := range articles {
			switch {
			case !a.Published.IsZero():
				got = append(got, ".")
			case a.Around.IsZero():
				got = append(got, "-")
			default:
				got = append(got, a.Around.String()[:map[newsdate.Precision]int{newsdate.Year: 4, newsdate.Month: 7, newsdate.Day: 10}[a.Around.Precision]])
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s, want %s", c.published, s, c.want)
		}
	}
}
