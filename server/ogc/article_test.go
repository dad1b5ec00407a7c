package ogc_test

import (
	"dateline/document"
	"dateline/server/servertest"
	"encoding/json"
	"net/http"
	"strings"
	"testing"
)

// A large article is written while it is unpacked, and is the same as a small one.
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
