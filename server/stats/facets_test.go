package stats_test

import (
	"dateline/server/servertest"
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"
	"testing"

	"dateline/query"

	"github.com/tidwall/gjson"
)

// facetsDoc is a response with facets.
type facetsDoc struct {
	NumberMatched int
	Facets        []struct {
		Name   string
		Values []struct {
			Value *string
			Count int
		}
	}
}

// mentioningDoc is a response with a list of articles.
type mentioningDoc struct {
	NumberMatched int
	Articles      []struct {
		ID               string
		Title, Date      *string
		Mentions, Places int
	}
}

// textOf distinguishes null from all texts.
func textOf(value *string) string {
	if value == nil {
		return ""
	}
	return "=" + *value
}

var selections = []string{"", "?bbox=36,35,37,36", "?datetime=2012-01-01/2016-06-01", "?q=khan", "?filter=confidence%3E0.5+AND+place+IS+NOT+NULL", "?place=none"}

// itemsOf returns the mentions of a selection as JSON, without anchors.
func itemsOf(t *testing.T, body string) []gjson.Result {
	t.Helper()
	return slices.DeleteFunc(gjson.Get(body, "features.#.properties").Array(), func(m gjson.Result) bool { return m.Get("role").Str == "anchor" })
}

func andLimit(selection string) string {
	if selection == "" {
		return "?limit=10000"
	}
	return selection + "&limit=10000"
}

func TestFacetsAreThoseOfItems(t *testing.T) {
	h := servertest.New(t, sumsDocuments())
	for _, selection := range selections {
		items := itemsOf(t, servertest.Get(t, h, "/collections/mentions/items"+andLimit(selection)))
		var got facetsDoc
		if err := json.Unmarshal([]byte(servertest.Get(t, h, "/collections/mentions/facets"+selection)), &got); err != nil {
			t.Fatal(err)
		}
		if got.NumberMatched != len(items) || len(got.Facets) < 5 {
			t.Errorf("%s: %d of %d, %d facets", selection, got.NumberMatched, len(items), len(got.Facets))
		}
		for _, f := range got.Facets {
			counts, brute, last := map[string]int{}, map[string]int{}, len(items)
			for _, v := range f.Values {
				if v.Count > last {
					t.Errorf("%s: %s is not in order", selection, f.Name)
				}
				last, counts[textOf(v.Value)] = v.Count, v.Count
			}
			for _, m := range items {
				brute[bruteValue(m.Get(f.Name), f.Name)]++
			}
			if !maps.Equal(counts, brute) {
				t.Errorf("%s: %s are %v, want %v", selection, f.Name, counts, brute)
			}
		}
	}
}

func bruteValue(v gjson.Result, name string) string {
	switch {
	case v.Type == gjson.Null:
		return ""
	case name == "confidence":
		return fmt.Sprintf("=0.%d", int(v.Num*100)/10)
	}
	return "=" + v.Str
}

func TestArticlesAreThoseOfItems(t *testing.T) {
	h := servertest.New(t, sumsDocuments())
	for _, selection := range selections {
		mentions, places := map[string]int{}, map[string]map[string]bool{}
		for _, m := range itemsOf(t, servertest.Get(t, h, "/collections/mentions/items"+andLimit(selection))) {
			id := m.Get("article").Str
			if mentions[id]++; places[id] == nil {
				places[id] = map[string]bool{}
			}
			if p := m.Get("place").Str; p != "" {
				places[id][p] = true
			}
		}
		var got mentioningDoc
		if err := json.Unmarshal([]byte(servertest.Get(t, h, "/collections/mentions/articles"+selection)), &got); err != nil {
			t.Fatal(err)
		}
		if got.NumberMatched != len(mentions) || len(got.Articles) != len(mentions) {
			t.Errorf("%s: %d, want %d", selection, got.NumberMatched, len(mentions))
		}
		day := "9999"
		for _, a := range got.Articles {
			if a.Mentions != mentions[a.ID] || a.Places != len(places[a.ID]) {
				t.Errorf("%s: %+v, want %d mentions of %v", selection, a, mentions[a.ID], places[a.ID])
			}
			item := gjson.Get(servertest.Get(t, h, "/collections/articles/items/"+a.ID), "properties")
			date := ""
			if a.Date != nil {
				date = *a.Date
			}
			if item.Get("title").Str != *a.Title || item.Get("date").Str != date || date > day {
				t.Errorf("%s: %+v after %s, want %s", selection, a, day, item)
			}
			day = date
		}
	}
}

func TestArticlesQuoteASentenceWithTheWords(t *testing.T) {
	h := servertest.New(t, sumsDocuments())
	first := itemsOf(t, servertest.Get(t, h, "/collections/mentions/items?limit=1"))[0].Get("sentence").Str
	word := strings.Fields(first)[0]
	quoted := gjson.Get(servertest.Get(t, h, "/collections/mentions/articles?q="+url.QueryEscape(word)), "articles.#.sentence").Array()
	if len(quoted) == 0 {
		t.Fatalf("no article with %q", word)
	}
	for _, sentence := range quoted {
		if !strings.Contains(query.Fold(sentence.Str), query.Fold(word)) {
			t.Errorf("%q without %q", sentence.Str, word)
		}
	}
	if got := gjson.Get(servertest.Get(t, h, "/collections/mentions/articles"), "articles.0.sentence"); got.Exists() {
		t.Errorf("%q quoted, though no words were asked for", got.Str)
	}
}

func TestArticlesOfMentionsHaveALimit(t *testing.T) {
	body := servertest.Get(t, servertest.New(t, servertest.ManyDocuments(30)), "/collections/mentions/articles?limit=3")
	if gjson.Get(body, "numberMatched").Int() != 30 || gjson.Get(body, "articles.#").Int() != 3 {
		t.Error(body)
	}
}
