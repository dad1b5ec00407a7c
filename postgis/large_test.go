package postgis_test

import (
	"encoding/json"
	"fmt"
	"math"
	"testing"

	"dateline/document/documenttest"
	"dateline/schema"
	"dateline/server/servertest"

	"github.com/jackc/pgx/v5"
)

// about is the metadata of a collection and its number of features.
type about struct {
	NumberMatched          int
	NumberMatchedEstimated bool
	Extent                 struct {
		Spatial  struct{ BBox [][4]float64 }
		Temporal struct{ Interval [][2]string }
	}
}

// TestLarge: for a table that the planner considers large, the count is its estimate, and the
// extent is from statistics and dates.
func TestLarge(t *testing.T) {
	e := newEngines(t, documenttest.New(23).Documents(0, 40), nil)
	c, err := pgx.Connect(t.Context(), e.address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close(t.Context())
	for _, sql := range []string{"ANALYZE", `UPDATE pg_class SET reltuples = 5e6 WHERE relnamespace = 'dateline_archive'::regnamespace AND relkind = 'r' AND reltuples > 0`} {
		if _, err := c.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	for _, of := range schema.Collections() {
		id := of.ID
		if of.Derived {
			continue
		}
		var want, got about
		for _, path := range []string{"/collections/" + id, "/collections/" + id + "/items?limit=1"} {
			for into, body := range map[*about]string{&want: servertest.Get(t, e.memory, path), &got: servertest.Get(t, e.postgis, path)} {
				if err := json.Unmarshal([]byte(body), into); err != nil {
					t.Fatal(err)
				}
			}
		}
		if !got.NumberMatchedEstimated || got.NumberMatched < 1e6 {
			t.Errorf("%s: %d, estimated: %v", id, got.NumberMatched, got.NumberMatchedEstimated)
		}
		if fmt.Sprint(got.Extent.Temporal) != fmt.Sprint(want.Extent.Temporal) {
			t.Errorf("%s: %v, want %v", id, got.Extent.Temporal, want.Extent.Temporal)
		}
		for i, side := range got.Extent.Spatial.BBox[0] {
			if math.Abs(side-want.Extent.Spatial.BBox[0][i]) > 1e-4 { // the statistics are float4
				t.Errorf("%s: %v, want %v", id, got.Extent.Spatial, want.Extent.Spatial)
			}
		}
	}
}
