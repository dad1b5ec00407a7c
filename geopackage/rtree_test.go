package geopackage

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/ncruces/go-sqlite3"
	"github.com/paulmach/orb"
)

// TestIndex: SQLite finds the packed index valid, and it finds the same as brute force.
func TestIndex(t *testing.T) {
	r := rand.New(rand.NewPCG(41, 12))
	for _, n := range []int{0, 1, 51, 52, 51 * 51, 51*51 + 1, 4000} {
		db, err := sqlite3.Open(":memory:")
		if err != nil {
			t.Fatal(err)
		}
		if err := db.Exec(Tables + Extensions + "CREATE TABLE t (fid INTEGER PRIMARY KEY, geom GEOMETRY); INSERT INTO gpkg_contents (table_name, data_type, srs_id) VALUES ('t', 'features', 4326);"); err != nil {
			t.Fatal(err)
		}
		x, boxes := NewIndex("t", "geom", "fid"), []orb.Bound{}
		for i := range n {
			p := orb.Point{r.Float64()*360 - 180, r.Float64()*180 - 90}
			b := orb.Bound{Min: p, Max: orb.Point{min(180, p[0]+r.Float64()), min(90, p[1]+r.Float64())}}
			boxes = append(boxes, b)
			x.Add(int64(i+1), b)
			if err := db.Exec("INSERT INTO t VALUES (NULL, NULL)"); err != nil {
				t.Fatal(err)
			}
		}
		if err := x.Write(db); err != nil {
			t.Fatal(err)
		}
		if got := queryText(t, db, "SELECT rtreecheck('rtree_t_geom')"); got != "ok" {
			t.Fatalf("%d rows: %s", n, got)
		}
		for range 20 {
			w, s := r.Float64()*300-180, r.Float64()*120-90
			e, north := w+60*r.Float64(), s+60*r.Float64()
			want := 0
			for _, b := range boxes {
				if float64(up(b.Max[0])) >= w && float64(down(b.Min[0])) <= e && float64(up(b.Max[1])) >= s && float64(down(b.Min[1])) <= north {
					want++
				}
			}
			statement, _, err := db.Prepare("SELECT count(*) FROM rtree_t_geom WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?")
			if err != nil {
				t.Fatal(err)
			}
			for i, v := range []float64{w, e, s, north} {
				if err := statement.BindFloat(i+1, v); err != nil {
					t.Fatal(err)
				}
			}
			statement.Step()
			if got := statement.ColumnInt(0); got != want {
				t.Errorf("%d rows: %d in a box, want %d", n, got, want)
			}
			statement.Close()
		}
		db.Close()
	}
}

func queryText(t *testing.T, db *sqlite3.Conn, sql string) string {
	t.Helper()
	s, _, err := db.Prepare(sql)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	s.Step()
	return s.ColumnText(0)
}

// TestRounding: the box in float32 contains the box.
func TestRounding(t *testing.T) {
	r := rand.New(rand.NewPCG(42, 12))
	for range 10_000 {
		v := r.Float64()*360 - 180
		if d, u := float64(down(v)), float64(up(v)); d > v || u < v || u-d > 1e-4 || math.IsNaN(d) {
			t.Fatalf("%v is between %v and %v", v, d, u)
		}
	}
}
