package ogc_test

import (
	"dateline/document"
	"dateline/server/servertest"
	"encoding/json"
	"net/http"
	"strings"
	"testing"
)

// A large article is written while it is decompressed, and equals a small one.
func TestLargeArticle(t *testing.T) {
	small, large := servertest.NewDocument("small", "Report", "2020-01-01"), servertest.NewDocument("large", "Report", "2020-01-01")
	large.Text += strings.Repeat("All quiet. ", (1<<20)/10)
	h := servertest.New(t, []document.Document{small, large})
	for _, d := range []document.Document{small, large} {
		w := servertest.Ask(h, "/articles/"+d.ID)
		var got document.Document
		if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil || w.Code != http.StatusOK || got.ID != d.ID || got.Text != d.Text {
			t.Errorf("%s: %d, %d bytes, %v", d.ID, w.Code, w.Body.Len(), err)
		}
	}
}

// An article with copies lists them, and is otherwise as stored.
func TestArticleOfStory(t *testing.T) {
	text := "\nResidents of Morek said on Thursday that shells had hit the market and two streets near the old school, and that the clinic could not take in all who were hurt, as medics had left the town a week before."
	docs := []document.Document{servertest.NewDocument("first", "Shells hit Morek", "2020-01-01"), servertest.NewDocument("copy", "Market is hit", "2020-01-01"), servertest.NewDocument("other", "Report", "2020-01-01")}
	docs[0].Text, docs[1].Text, docs[1].Source = "Shells hit Morek"+text, "Market is hit"+text, "Daily Paper"
	h := servertest.New(t, docs)
	for id, want := range map[string]string{"first": `{"story":"first","also_in":["Daily Paper"],"id":"first"`, "copy": `{"story":"first","also_in":["Test Wire"],"id":"copy"`, "other": `{"id":"other"`} {
		if got := servertest.Get(t, h, "/articles/"+id); !strings.HasPrefix(got, want) || !json.Valid([]byte(got)) {
			t.Errorf("%s: %.200s", id, got)
		}
	}
}
