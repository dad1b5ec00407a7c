package api_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"dateline/export"
	"dateline/server/api"
	"dateline/server/servertest"
	"dateline/view"

	"github.com/tidwall/gjson"
)

// TestDownloadsOfEverySelection: without a limit, a file of every format has exactly the features
// of the page of the same selection and order, whatever selects or sorts them.
func TestDownloadsOfEverySelection(t *testing.T) {
	v := view.New(sampleDocuments(t))
	h := servertest.New(t, nil, func(c *api.Config) { c.View = func() *view.View { return v } })
	selections := []string{
		"", "bbox=36,35,37,36", "bbox=-180,-90,180,90", "bbox=170,-20,-170,20", "near=36.5,35.4,50", "datetime=2019-01-01/2019-12-31",
		"filter=confidence%3E0.5", "q=army", "sortby=-id", "bbox=36,35,37,36&sortby=id", "near=36.5,35.4,50&datetime=2019-08-22",
	}
	for _, c := range gjson.Get(servertest.Get(t, h, "/collections"), "collections.#.id").Array() {
		for _, selection := range selections {
			items := "/collections/" + c.Str + "/items?" + selection
			page := servertest.Ask(h, items+"&limit=10000")
			if page.Code == http.StatusBadRequest { // the collection lacks the property
				continue
			}
			var ids []string
			for line := range strings.SplitSeq(servertest.Get(t, h, items+"&f=geojsonseq"), "\x1e") {
				if line != "" {
					ids = append(ids, gjson.Get(line, "id").Str)
				}
			}
			var want []string
			for _, id := range gjson.Get(page.Body.String(), "features.#.id").Array() {
				want = append(want, id.Str)
			}
			if !slices.Equal(ids, want) {
				t.Errorf("%s: the sequence has %d features, the page %d, or others", items, len(ids), len(want))
			}
			for _, format := range export.Formats() {
				all := servertest.Ask(h, items+"&f="+format)
				limited := servertest.Ask(h, items+"&limit=10000&f="+format)
				if format != "geojson" && (all.Code != http.StatusOK || all.Body.String() != limited.Body.String()) {
					t.Errorf("%s as %s: %d, and not the file of up to 10,000", items, format, all.Code)
				}
			}
		}
	}
}
