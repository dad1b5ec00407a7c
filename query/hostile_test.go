package query

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dateline/feature"
	"dateline/query/cql2"
	"dateline/work"

	"github.com/paulmach/orb"
)

// manyTowns is a table in which each feature has its own sentence, while names and coordinates
// repeat, as in an archive.
func manyTowns(n int) *feature.Table {
	r := rand.New(rand.NewPCG(7, 7))
	b := feature.NewBuilder([]feature.Column{
		{Name: "name", Kind: feature.Text}, {Name: "sentence", Kind: feature.Text, Unique: true}, {Name: "date", Kind: feature.Date}, {Name: "last", Kind: feature.Date},
		{Name: "mentions", Kind: feature.Integer}, {Name: "schematic", Kind: feature.Boolean}, {Name: "start", Kind: feature.Number},
	})
	for i := range n {
		town := r.IntN(40)
		day := feature.Day(15000 + r.IntN(100)).Time()
		var at orb.Geometry
		switch r.IntN(10) {
		case 0:
		case 1:
			at = orb.LineString{{float64(town % 7), 0}, {float64(town % 5), 5}}
		default:
			at = orb.Point{float64(town % 7), float64(town % 5)}
		}
		b.Start(fmt.Sprint(i), at, feature.OneDay(day))
		if town == 0 {
			b.Null()
		} else {
			b.Text(fmt.Sprintf("Töwn %d", town))
		}
		b.Text(fmt.Sprintf("In ‘%d’ Töwn aaaa %s \"quoted\"\nIt rained.", i, strings.Repeat("ab", r.IntN(20))))
		b.Date(day)
		b.Date(day.AddDate(0, 0, 10))
		b.Integer(r.IntN(9))
		b.Boolean(r.IntN(2) == 0)
		b.Number(float64(r.IntN(20)) / 4)
		b.Add()
	}
	return b.Table()
}

func hostileFields() []Field { return append(filterFields(), Field{"sentence", Text}) }

// repeated joins a part n times, with its number in place of each #.
func repeated(n int, separator, part string) string {
	parts := make([]string, n)
	for i := range parts {
		parts[i] = strings.ReplaceAll(part, "#", fmt.Sprint(i))
	}
	return strings.Join(parts, separator)
}

// hostileFilters grow with n. Those with their own n are bounded elsewhere.
func hostileFilters() map[string]func(n int) string {
	return map[string]func(n int) string{
		"long LIKE":     func(n int) string { return "sentence LIKE '" + repeated(n, "", "%a") + "z'" },
		"LIKE of _":     func(n int) string { return "sentence LIKE '%" + repeated(n, "", "a_") + "z%'" },
		"LIKE of plain": func(n int) string { return "sentence LIKE '%" + strings.Repeat("ab", n) + "z%'" },
		"many LIKEs":    func(n int) string { return repeated(n, " OR ", "sentence LIKE '%zq#%'") },
		"many folded LIKEs": func(n int) string {
			return repeated(n, " OR ", "ACCENTI(CASEI(sentence)) LIKE ACCENTI(CASEI('%zq#%'))")
		},
		"many LIKEs of names": func(n int) string { return repeated(n, " OR ", "name LIKE '%zq#%'") },
		"two columns":         func(n int) string { return repeated(n, " OR ", "(name LIKE '%zq#%' AND start > #)") },
		"IN":                  func(n int) string { return "sentence IN (" + repeated(n, ",", "'v#'") + ")" },
		"IN of numbers":       func(n int) string { return "mentions IN (" + repeated(n, ",", "#.5") + ")" },
		"IN of sums":          func(n int) string { return "start IN (" + repeated(n, ",", "mentions+#.3") + ")" },
		"equals":              func(n int) string { return repeated(n, " OR ", "sentence = 'v#'") },
		"AND of NOT":          func(n int) string { return repeated(n, " AND ", "NOT sentence = 'v#'") },
		"arithmetic":          func(n int) string { return repeated(n, " AND ", "mentions*2+start-#*3 > -1000000") },
		"spatial":             func(n int) string { return "S_INTERSECTS(geometry, " + circle(n) + ")" },
		"spatial matrix":      func(n int) string { return "S_WITHIN(geometry, " + circle(n) + ")" },
		"intervals": func(n int) string {
			return repeated(n, " OR ", "T_DURING(INTERVAL(date,last), INTERVAL('1900-01-01','1901-01-01'))")
		},
		"null": func(n int) string { return repeated(n, " OR ", "(name IS NULL AND date IS NULL)") },
	}
}

// circle is a polygon of n corners.
func circle(n int) string {
	n = max(n, 3)
	corners := make([]string, n+1)
	for i := range corners {
		angle := 2 * math.Pi * float64(i%n) / float64(n)
		corners[i] = fmt.Sprintf("%.7f %.7f", 3+2.5*math.Cos(angle), 2+1.5*math.Sin(angle))
	}
	return "POLYGON((" + strings.Join(corners, ",") + "))"
}

// stepsOf returns how many steps a filter takes for all features.
func stepsOf(t testing.TB, table *feature.Table, text string) int {
	t.Helper()
	f, err := ParseFilter(text, hostileFields(), CRS84)
	if err != nil {
		t.Fatalf("%.100s: %v", text, err)
	}
	m := work.NewMeter(0, nil)
	ctx := work.WithMeter(t.Context(), m)
	e := (&Query{Filter: f}).On(ctx, table)
	for i := range table.Len() {
		if _, err := e.Matches(i); err != nil {
			t.Fatal(err)
		}
	}
	return e.counter.Total()
}

// TestCostIsLinear: four times the filter, or four times the features, take at
// most five times the steps.
func TestCostIsLinear(t *testing.T) {
	small, large := manyTowns(200), manyTowns(800)
	for name, filter := range hostileFilters() {
		few, many := stepsOf(t, small, filter(25)), stepsOf(t, small, filter(100))
		if many > 5*few {
			t.Errorf("%s: %d steps, and %d for four times the filter", name, few, many)
		}
		if more := stepsOf(t, large, filter(25)); more > 5*few {
			t.Errorf("%s: %d steps, and %d for four times the features", name, few, more)
		}
	}
}

// TestCostOfIN: 1,500 values cost about as much as one.
func TestCostOfIN(t *testing.T) {
	table := manyTowns(1000)
	for _, column := range []string{"name", "sentence"} {
		one := stepsOf(t, table, column+" = 'v'")
		many := stepsOf(t, table, column+" IN ("+repeated(1500, ",", "'v#'")+")")
		if many > 2*one {
			t.Errorf("%s: %d steps for one value, %d for 1,500", column, one, many)
		}
	}
}

// TestCostOfFolding: a text is folded once, however often it is used.
func TestCostOfFolding(t *testing.T) {
	table := manyTowns(500)
	filters := hostileFilters()
	plain, folded := stepsOf(t, table, filters["many LIKEs"](100)), stepsOf(t, table, filters["many folded LIKEs"](100))
	if folded > 2*plain {
		t.Errorf("%d steps for 100 LIKEs, %d for 100 that fold", plain, folded)
	}
}

// TestBudget: a query that would exceed the budget is refused before it begins, by an error that
// names the limit, the cost and a remedy; one that turns out to is stopped when it does.
func TestBudget(t *testing.T) {
	table := manyTowns(1000)
	read := func(ctx context.Context, text string) *Evaluation {
		f, err := ParseFilter(text, hostileFields(), CRS84)
		if err != nil {
			t.Fatal(err)
		}
		return (&Query{Filter: f}).On(ctx, table)
	}
	ctx := work.WithMeter(t.Context(), work.NewMeter(50_000, nil))
	var cost *CostError
	if err := read(ctx, hostileFilters()["many LIKEs"](20)).CheckCost(1000); !errors.As(err, &cost) || cost.Limit != 50_000 || cost.Features != 1000 {
		t.Errorf("20 LIKEs: %v", err)
	} else {
		for _, part := range []string{"50000", "1000 features", fmt.Sprint(cost.Steps), "bbox"} {
			if !strings.Contains(cost.Error(), part) {
				t.Errorf("%q does not say %q", cost.Error(), part)
			}
		}
	}
	if err := read(ctx, "sentence LIKE '%zq%'").CheckCost(1000); err != nil {
		t.Error(err)
	}
	if err := read(t.Context(), hostileFilters()["many LIKEs"](200)).CheckCost(1 << 40); err != nil {
		t.Errorf("without a limit: %v", err)
	}
	e := read(ctx, "sentence LIKE '%"+repeated(200, "", "a_")+"z%'")
	if err := e.CheckCost(100); err != nil {
		t.Fatal(err)
	}
	var err error
	for i := 0; err == nil && i < 100_000; i++ {
		_, err = e.Matches(i % table.Len())
	}
	if !errors.As(err, &cost) || cost.Steps > 60_000 {
		t.Errorf("on the way: %v", err)
	}
}

// TestEvaluationAgainstOneByOne: an Evaluation that remembers earlier features gives for each what
// a fresh one gives.
func TestEvaluationAgainstOneByOne(t *testing.T) {
	table := manyTowns(300)
	texts := []string{
		"name LIKE '%1' OR CASEI(sentence) LIKE '%töwn%ab'", "name IN ('Töwn 1','Töwn 2', sentence) AND start >= 1.25", "ACCENTI(CASEI(name)) = 'town 5'",
		"NOT (name LIKE '%3%' AND S_WITHIN(geometry, BBOX(0,0,4,3)))", "S_INTERSECTS(geometry, POLYGON((0 0,5 0,5 4,0 0))) AND start * 4 + mentions > 9",
		"name IS NULL OR mentions IN (1,2,3)", "T_DURING(date, INTERVAL('2011-02-01','2011-03-01')) OR S_TOUCHES(geometry, LINESTRING(0 0,6 6))",
		"schematic AND mentions BETWEEN 2 AND 4 OR date = DATE('2011-02-14')", "sentence LIKE 'In%_b\"%' OR sentence LIKE '%ab_\"quoted\"__t%d.'",
	}
	for _, filter := range hostileFilters() {
		texts = append(texts, filter(4))
	}
	slices.Sort(texts)
	for _, text := range texts {
		f, err := ParseFilter(text, hostileFields(), CRS84)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		q := &Query{Filter: f}
		e := q.On(t.Context(), table)
		for i := range table.Len() {
			got, err := e.Matches(i)
			if want := matches(q, table.At(i)); err != nil || got != want {
				t.Fatalf("%s: %v of feature %d, want %v (%v)", text, got, i, want, err)
			}
		}
	}
}

// TestTangle: geometry that crosses itself too often for any comparison is refused, but no valid
// area is.
func TestTangle(t *testing.T) {
	zigzag := func(n int) string {
		points := make([]string, n)
		for i := range points {
			points[i] = fmt.Sprintf("%d %d", i*7919%n%80, i*104729%n%80)
		}
		return "LINESTRING(" + strings.Join(points, ",") + ")"
	}
	forthAndBack := "LINESTRING(" + repeated(100, ",", "#e-3 1,-#e-3 1") + ")"
	for _, line := range []string{zigzag(1500), forthAndBack} {
		var e *cql2.Error
		if _, err := ParseFilter("S_CROSSES(geometry, "+line+")", hostileFields(), CRS84); !errors.As(err, &e) || !strings.Contains(err.Error(), "S_INTERSECTS") {
			t.Errorf("%.60s: %v", line, err)
		}
	}
	for _, text := range []string{"S_INTERSECTS(geometry, " + zigzag(1500) + ")", "S_CROSSES(geometry, " + zigzag(40) + ")", "S_WITHIN(geometry, " + circle(1500) + ")"} {
		if _, err := ParseFilter(text, hostileFields(), CRS84); err != nil {
			t.Errorf("%.60s: %v", text, err)
		}
	}
}

// TestDepthIsBounded in both languages.
func TestDepthIsBounded(t *testing.T) {
	for _, n := range []int{1000, 5000} {
		for _, text := range []string{
			strings.Repeat("(", n) + "name = 'x'" + strings.Repeat(")", n), strings.Repeat("NOT ", n) + "name = 'x'", strings.Repeat("CASEI(", n) + "name" + strings.Repeat(")", n) + " = 'x'",
			strings.Repeat("(1+", n) + "1" + strings.Repeat(")", n) + " = 1", repeated(n, "+", "1") + " = 1",
		} {
			if _, err := ParseFilter(text, hostileFields(), CRS84); err == nil || !strings.Contains(err.Error(), "100") {
				t.Errorf("%.40s: %v", text, err)
			}
		}
		text := strings.Repeat(`{"op":"not","args":[`, n) + `{"op":"isNull","args":[{"property":"name"}]}` + strings.Repeat(`]}`, n)
		if _, err := ParseFilterJSON(text, hostileFields(), CRS84); err == nil || !strings.Contains(err.Error(), "100") {
			t.Errorf("%.40s: %v", text, err)
		}
	}
}
