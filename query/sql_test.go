package query_test

import (
	"reflect"
	"strings"
	"testing"

	"dateline/query"

	"github.com/paulmach/orb"
)

// sqlOf translates a filter for a table that lacks "sides".
func sqlOf(t *testing.T, filter string) (where string, values []any, rest bool) {
	t.Helper()
	fields := []query.Field{{Name: "geometry", Type: query.Shape}, {Name: "name"}, {Name: "sides"}, {Name: "n", Type: query.Number}, {Name: "day", Type: query.Date}, {Name: "ok", Type: query.Boolean}}
	f, err := query.ParseFilter(filter, fields, query.CRS84)
	if err != nil {
		t.Fatalf("%s: %v", filter, err)
	}
	w := &query.SQL{Geometry: "geom", Column: func(p string) string {
		if p == "sides" {
			return ""
		}
		return `"` + p + `"`
	}, Box: func(w *query.SQL, b orb.Bound) string { return "box " + w.Bind(b.Min[0], "float8") }}
	all, left := f.SQL(w)
	return strings.Join(all, " AND "), w.Values, left != nil
}

// TestFilterSQLLength: of a filter with thousands of comparisons only a part is translated, as
// planning it would take seconds.
func TestFilterSQLLength(t *testing.T) {
	many := strings.Repeat("name <> 'a' AND ", 3000)
	for _, filter := range []string{many + "n = 1", "NOT (" + strings.Repeat("name = 'a' OR ", 3000) + "n = 1)", "n = 1 AND (" + many + "n = 2)"} {
		if where, _, rest := sqlOf(t, filter); len(where) > 60_000 || !rest {
			t.Errorf("%.20s…: %d bytes of SQL, all of it: %v", filter, len(where), !rest)
		}
	}
	if where, values, rest := sqlOf(t, "name IN ('a'"+strings.Repeat(",'b'", 50_000)+")"); rest || len(values) != 1 {
		t.Errorf("a long list: %s, %d values", where, len(values))
	}
}

func TestFilterSQL(t *testing.T) {
	for name, c := range map[string]struct {
		filter, where string
		values        []any
		rest          bool
	}{
		"text":           {`name = 'Idlib'`, `("name" COLLATE "C" = ?1::text COLLATE "C")`, []any{"Idlib"}, false},
		"number":         {`n >= 2`, `("n"::float8 >= ?1::float8)`, []any{2.0}, false},
		"day":            {`day < DATE('2019-08-22')`, `("day" < ?1::text::date)`, []any{"2019-08-22"}, false},
		"truth":          {`ok`, `(coalesce("ok", false) = ?1::boolean)`, []any{true}, false},
		"not":            {`NOT (n = 1 OR name IS NULL)`, `(NOT (("n"::float8 = ?1::float8) OR ("name" COLLATE "C" IS NULL)))`, []any{1.0}, false},
		"in":             {`name IN ('b', 'a')`, `(("name" COLLATE "C" = ANY (?1::text[])))`, []any{[]string{"a", "b"}}, false},
		"a pattern":      {`name LIKE 'a\%_%'`, `("name" COLLATE "C" LIKE ?1::text)`, []any{`a\%_%`}, false},
		"an area":        {`S_INTERSECTS(geometry, BBOX(1,2,3,4))`, `box ?1::float8`, []any{1.0}, false},
		"a polygon":      {`S_INTERSECTS(geometry, POLYGON((1 1,2 1,2 2,1 1)))`, ``, nil, true},
		"letters":        {`CASEI(name) = 'a'`, ``, nil, true},
		"arithmetic":     {`n * 2 > 1`, ``, nil, true},
		"not stored":     {`sides = 'a'`, ``, nil, true},
		"a part of both": {`n = 1 AND CASEI(name) = 'a' AND n < 5`, `("n"::float8 = ?1::float8) AND ("n"::float8 < ?2::float8)`, []any{1.0, 5.0}, true},
		"no part of or":  {`n = 1 OR CASEI(name) = 'a'`, ``, nil, true},
		"U+0000":         {"name = 'a\x00'", ``, nil, true},
		"an injection":   {`name = '''; DROP TABLE mentions; --?1'`, `("name" COLLATE "C" = ?1::text COLLATE "C")`, []any{`'; DROP TABLE mentions; --?1`}, false},
	} {
		where, values, rest := sqlOf(t, c.filter)
		if where != c.where || rest != c.rest || len(values)+len(c.values) > 0 && !reflect.DeepEqual(values, c.values) {
			t.Errorf("%s: %s %v %v\nwant %s %v %v", name, where, values, rest, c.where, c.values, c.rest)
		}
	}
}

// TestFilterSQLIsBounded: what would bind more values than a statement accepts is evaluated on the
// rows instead.
func TestFilterSQLIsBounded(t *testing.T) {
	where, values, rest := sqlOf(t, "n = 0"+strings.Repeat(" OR n = 1", 10_000))
	if where != "" || len(values) != 0 || !rest {
		t.Errorf("%d bytes with %d values, rest %v", len(where), len(values), rest)
	}
}
