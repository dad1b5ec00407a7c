package stats_test

import (
	"fmt"
	"strings"
	"testing"

	"dateline/server/servertest"

	"github.com/tidwall/gjson"
)

// TestCopiesCountOnce: copies are counted, unless each story counts once; the list of articles
// names the outlets with copies either way.
func TestCopiesCountOnce(t *testing.T) {
	docs := servertest.ManyDocuments(4)
	text := "The outskirts of a town were bombed in the night and residents who fled said that the road to the border was cut while others stayed in their homes. "
	for i := range docs[:3] {
		docs[i].Title, docs[i].Text, docs[i].Source, docs[i].Published = "", text+strings.Repeat(".", 1000), fmt.Sprint("Outlet ", i), "2020-01-02"
	}
	h := servertest.New(t, docs)
	for path, member := range map[string]string{
		"/collections/articles/items": "numberMatched", "/collections/mentions/items": "numberMatched", "/collections/mentions/items?bbox=-180,-90,180,90": "numberMatched",
		"/collections/mentions/sums": "numberMatched", "/collections/mentions/facets": "numberMatched", "/collections/mentions/articles": "numberMatched",
	} {
		with := func(parameter string) int64 {
			separator := "?"
			if strings.Contains(path, "?") {
				separator = "&"
			}
			return gjson.Get(servertest.Get(t, h, path+separator+parameter), member).Int()
		}
		if all, none := with("copies=all"), with("copies=none"); all != 2*none || none == 0 {
			t.Errorf("%s: %d, %d with each story once", path, all, none)
		}
	}
	for _, a := range gjson.Get(servertest.Get(t, h, "/collections/mentions/articles?copies=none"), "articles").Array() {
		want := ""
		if a.Get("source").Str == "Outlet 0" {
			want = "Outlet 1; Outlet 2"
		}
		if a.Get("also_in").Str != want {
			t.Errorf("%s", a)
		}
	}
	item := gjson.Get(servertest.Get(t, h, "/collections/articles/items/"+docs[2].ID), "properties")
	if item.Get("story").Str != docs[0].ID || item.Get("also_in").Str != "Outlet 0; Outlet 1" {
		t.Errorf("%s", item)
	}
}
