package ogc_test

import (
	"context"
	"strings"
	"testing"

	"dateline/feature"
	"dateline/schema"
	"dateline/server/api"
	"dateline/server/servertest"
	"dateline/view"

	"github.com/tidwall/gjson"
)

// computing is a view.Remote whose incidents are still being computed.
type computing struct {
	view.Source
	of *view.View
}

func (c computing) Reader(ctx context.Context, name string, asked *feature.Days) (view.Reader, error) {
	r, _, err := c.of.Reader(ctx, name, asked)
	if name == schema.Incidents {
		r = computed{r}
	}
	return r, err
}

type computed struct{ view.Reader }

func (computed) Extent(context.Context) (view.Extent, error) {
	return view.Extent{}, &view.NotReadyError{What: schema.Incidents}
}

// TestCollectionsWhileComputing: the list of collections comes without the extent of one that is
// still being computed, and is not cached.
func TestCollectionsWhileComputing(t *testing.T) {
	of := servertest.ViewOf(servertest.Documents())()
	v := view.NewRemote(of.Version, computing{of: of})
	h := servertest.New(t, nil, func(x *api.Config) { x.View = func() *view.View { return v } })
	w := servertest.Ask(h, "/collections")
	if w.Code != 200 || !strings.Contains(w.Header().Get("Cache-Control"), "no-store") {
		t.Fatal(w.Code, w.Header(), w.Body)
	}
	for id, want := range map[string]bool{schema.Incidents: false, schema.Mentions: true, schema.Control: true} {
		if has := gjson.Get(w.Body.String(), `collections.#(id=="`+id+`").extent`).Exists(); has != want {
			t.Errorf("%s: extent %v, want %v", id, has, want)
		}
	}
}
