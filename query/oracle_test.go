package query

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"dateline/feature"

	"github.com/paulmach/orb"
)

// meaning is a random expression in both languages, and a direct evaluation of it in Go.
type meaning struct {
	text, json string
	eval       func(feature.Feature) ternary
}

// TestLogicAgainstBruteForce: AND, OR and NOT follow Kleene's three-valued tables in both languages,
// and Bound excludes nothing that they select.
func TestLogicAgainstBruteForce(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		want := randomFilter(r, 4)
		text, err := ParseFilter(want.text, filterFields(), CRS84)
		if err != nil {
			t.Fatalf("%s: %v", want.text, err)
		}
		json, err := ParseFilterJSON(want.json, filterFields(), CRS84)
		if err != nil {
			t.Fatalf("%s: %v", want.json, err)
		}
		for range 10 {
			x := randomTown(r)
			for _, f := range []*Filter{text, json} {
				if got := verdictOf(f, x); got != want.eval(x) {
					t.Fatalf("%s: %d, want %d\n%s", want.text, got, want.eval(x), x.JSON())
				}
				if b := f.Bound(); b != nil && selects(f, x) && !b.Intersects(x.Bound()) {
					t.Fatalf("%s: bound %v leaves out %s", want.text, *b, x.JSON())
				}
			}
		}
	}
}

func randomTown(r *rand.Rand) feature.Feature {
	var at orb.Geometry
	if r.IntN(4) > 0 {
		at = orb.Point{float64(r.IntN(6)), float64(r.IntN(6))}
	}
	name := []string{"", "Hama", "Homs"}[r.IntN(3)]
	return town(name, at, "", r.IntN(4), r.IntN(2) == 0)
}

func randomFilter(r *rand.Rand, depth int) meaning {
	if depth == 0 {
		return randomPredicate(r)
	}
	a, b := randomFilter(r, depth-1), randomFilter(r, depth-1)
	switch r.IntN(4) {
	case 0:
		return meaning{"(" + a.text + ") AND (" + b.text + ")", `{"op":"and","args":[` + a.json + "," + b.json + "]}",
			func(f feature.Feature) ternary { return min(a.eval(f), b.eval(f)) }}
	case 1:
		return meaning{"(" + a.text + ") OR (" + b.text + ")", `{"op":"or","args":[` + a.json + "," + b.json + "]}",
			func(f feature.Feature) ternary { return max(a.eval(f), b.eval(f)) }}
	case 2:
		return meaning{"NOT (" + a.text + ")", `{"op":"not","args":[` + a.json + "]}", func(f feature.Feature) ternary { return -a.eval(f) }}
	}
	return a
}

func randomPredicate(r *rand.Rand) meaning {
	switch r.IntN(4) {
	case 0:
		return meaning{"name = 'Hama'", `{"op":"=","args":[{"property":"name"},"Hama"]}`, func(f feature.Feature) ternary {
			if f.Property("name") == nil {
				return unknown
			}
			return of(f.Property("name") == "Hama")
		}}
	case 1:
		return meaning{"S_INTERSECTS(geometry, BBOX(1,1,3,4))", `{"op":"s_intersects","args":[{"property":"geometry"},{"bbox":[1,1,3,4]}]}`,
			func(f feature.Feature) ternary {
				p, ok := f.Geometry().(orb.Point)
				if !ok {
					return unknown
				}
				return of(p[0] >= 1 && p[0] <= 3 && p[1] >= 1 && p[1] <= 4)
			}}
	}
	a, b := randomNumber(r, 3), randomNumber(r, 2)
	return meaning{a.text + " < " + b.text, `{"op":"<","args":[` + a.json + "," + b.json + "]}", func(f feature.Feature) ternary {
		x, known := a.eval(f)
		y, knownToo := b.eval(f)
		if !known || !knownToo {
			return unknown
		}
		return of(x < y)
	}}
}

// number is a random arithmetic expression. Whole numbers keep it exact.
type number struct {
	text, json string
	eval       func(feature.Feature) (value int, known bool)
}

func randomNumber(r *rand.Rand, depth int) number {
	if depth == 0 || r.IntN(3) == 0 {
		if r.IntN(2) == 0 {
			return number{"mentions", `{"property":"mentions"}`, func(f feature.Feature) (int, bool) { return f.Property("mentions").(int), true }}
		}
		n := r.IntN(9)
		return number{fmt.Sprint(n), fmt.Sprint(n), func(feature.Feature) (int, bool) { return n, true }}
	}
	a, b := randomNumber(r, depth-1), randomNumber(r, depth-1)
	operator := []string{"+", "-", "*", "div", "%"}[r.IntN(5)]
	return number{"(" + a.text + " " + operator + " " + b.text + ")", `{"op":"` + operator + `","args":[` + a.json + "," + b.json + "]}",
		func(f feature.Feature) (int, bool) {
			x, known := a.eval(f)
			y, knownToo := b.eval(f)
			switch known = known && knownToo; {
			case !known || y == 0 && (operator == "div" || operator == "%"):
				return 0, false
			case operator == "+":
				return x + y, true
			case operator == "-":
				return x - y, true
			case operator == "*":
				return x * y, true
			case operator == "div":
				return x / y, true
			}
			return x % y, true
		}}
}

// TestPrecedence: without parentheses an expression means the same as in Go, whose rules for these
// operators are the same.
func TestPrecedence(t *testing.T) {
	x := town("", nil, "", 5, false)
	for text, want := range map[string]int{
		"mentions + 2 * 3": 5 + 2*3, "mentions - 2 - 1": 5 - 2 - 1, "2 * mentions % 3": 2 * 5 % 3, "20 div mentions div 2": 20 / 5 / 2,
		"-mentions + 2": -5 + 2, "1 - -mentions": 1 - -5, "mentions*2-1": 5*2 - 1, "10-mentions": 10 - 5, "(10-mentions)*2": (10 - 5) * 2,
		"2*2^3": 16, "2^3*2": 16, "(2^3)^2": 64, "2^(1+2)": 8,
	} {
		f, err := ParseFilter(text+" = "+fmt.Sprint(want), filterFields(), CRS84)
		if err != nil || !selects(f, x) {
			t.Errorf("%s is not %d: %v", text, want, err)
		}
	}
}
