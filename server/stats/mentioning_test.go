package stats_test

import (
	"slices"
	"testing"

	"dateline/server/servertest"

	"github.com/tidwall/gjson"
)

// TestArticlesOfAPeriodByTheirMentions: each article has the newest day of its mentions in the
// period, by which articles are ordered; without a period none has.
func TestArticlesOfAPeriodByTheirMentions(t *testing.T) {
	h := servertest.New(t, servertest.ManyDocuments(40))
	items := gjson.Get(servertest.Get(t, h, "/collections/mentions/items?limit=10000&filter=date+IS+NOT+NULL"), "features.#.properties").Array()
	days := []string{}
	for _, p := range items {
		days = append(days, p.Get("date").Str)
	}
	slices.Sort(days)
	from, to := days[len(days)/4], days[len(days)/4*3]
	if from == to {
		t.Fatalf("all mentions are of %s", from)
	}
	newest := map[string]string{}
	for _, p := range items {
		if day, id := p.Get("date").Str, p.Get("article").Str; day >= from && day <= to {
			newest[id] = max(newest[id], day)
		}
	}
	articles := gjson.Get(servertest.Get(t, h, "/collections/mentions/articles?limit=1000&datetime="+from+"/"+to), "articles").Array()
	if len(articles) != len(newest) {
		t.Errorf("%d articles, want %d", len(articles), len(newest))
	}
	for i, a := range articles {
		if told := a.Get("told").Str; told != newest[a.Get("id").Str] || i > 0 && told > articles[i-1].Get("told").Str {
			t.Errorf("%d: %s, want %s", i, a, newest[a.Get("id").Str])
		}
	}
	if told := gjson.Get(servertest.Get(t, h, "/collections/mentions/articles"), "articles.#.told").Array(); len(told) > 0 {
		t.Errorf("without a period: %v", told)
	}
}
