package ogc_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/document"
	"dateline/document/documenttest"
	"dateline/server/servertest"

	"github.com/mmcdole/gofeed"
	"github.com/tidwall/gjson"
)

// A feed lists the newest entries first, and a feed reader finds in it what the features say.
func TestAtom(t *testing.T) {
	h := servertest.New(t, documenttest.New(7).Documents(0, 30))
	feed, err := gofeed.NewParser().ParseString(servertest.Get(t, h, "/collections/articles/items?f=atom&limit=10"))
	if err != nil {
		t.Fatal(err)
	}
	features := gjson.Get(servertest.Get(t, h, "/collections/articles/items?f=geojson&limit=1000"), "features").Array()
	if len(feed.Items) != 10 || feed.UpdatedParsed == nil {
		t.Fatalf("%d entries, updated %s", len(feed.Items), feed.Updated)
	}
	for i, item := range feed.Items {
		f := features[len(features)-1-i]
		if want := "urn:dateline:articles:" + f.Get("id").Str; item.GUID != want {
			t.Errorf("entry %d is %s, want %s", i, item.GUID, want)
		}
		if want := strings.Join(strings.Fields(f.Get("properties.title").Str), " "); item.Title != want {
			t.Errorf("title %q, want %q", item.Title, want)
		}
		point := item.Extensions["georss"]["point"]
		if has := f.Get("geometry.coordinates"); has.Exists() != (len(point) == 1) || has.Exists() && point[0].Value != has.Get("1").Raw+" "+has.Get("0").Raw {
			t.Errorf("%v at %v", has, point)
		}
		if day := f.Get("properties.published").Str; day != "" && !strings.HasPrefix(item.Published, day) {
			t.Errorf("published %s, want %s", item.Published, day)
		}
	}
}

// Entries without a date get that of the entry before, or else of the entry after; feeds without
// any date have a constant one.
func TestAtomUndated(t *testing.T) {
	for dates, want := range map[string]string{ // the first stored first; the last stored first
		"2019-08-20 - - 2019-08-23": "2019-08-23 2019-08-20 2019-08-20 2019-08-20",
		"- - 2019-08-22 -":          "2019-08-22 2019-08-22 2019-08-22 2019-08-22",
		"2019-08-22 2014-01-01 -":   "2014-01-01 2014-01-01 2019-08-22",
		"- -":                       "1970-01-01 1970-01-01",
	} {
		var docs []document.Document
		for i, date := range strings.Fields(dates) {
			docs = append(docs, document.Document{ID: fmt.Sprint("a", i), Published: strings.Trim(date, "-"), Text: "Shelling hit Morek."})
		}
		feed, err := gofeed.NewParser().ParseString(servertest.Get(t, servertest.New(t, docs), "/collections/articles/items?f=atom"))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, item := range feed.Items {
			got = append(got, item.Updated[:len(time.DateOnly)])
		}
		if strings.Join(got, " ") != want || feed.Updated[:len(time.DateOnly)] != slices.Max(got) {
			t.Errorf("%s: updated %s, the feed %s; want %s", dates, got, feed.Updated, want)
		}
	}
}
