package control

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/paulmach/orb"

	"dateline/newsdate"
)

var (
	army   = Party{Name: "Northern Army", Group: "north", Side: "north"}
	guards = Party{Name: "Border Guards", Group: "north", Side: "north"}
	league = Party{Name: "Southern League", Group: "south", Side: "south"}
	clan   = Party{Name: "Hill Clan"}
	nobody Party
)

// date reads 2019, 2019-08 or 2019-08-22.
func date(t *testing.T, s string) newsdate.Date {
	t.Helper()
	for precision, layout := range map[newsdate.Precision]string{newsdate.Day: "2006-01-02", newsdate.Month: "2006-01", newsdate.Year: "2006"} {
		if at, err := time.Parse(layout, s); err == nil {
			d := newsdate.Civil(at)
			d.Precision = precision
			return d
		}
	}
	t.Fatalf("%q is not a date", s)
	return newsdate.Date{}
}

func day(t *testing.T, s string) time.Time { return date(t, s).Last() }

func TestSpells(t *testing.T) {
	claim := func(kind Kind, holder Party, on string) Claim {
		c := Claim{Place: "p1", Name: "Ford", Kind: kind, Holder: holder, Source: "desk"}
		if on != "" {
			c.Date = date(t, on)
		}
		return c
	}
	left := func(from, holder Party, on string) Claim {
		c := claim(Leaves, holder, on)
		c.From = from
		return c
	}
	of := func(c Claim, source string) Claim { c.Source = source; return c }
	doubted := func(c Claim) Claim { c.Doubt = true; return c }
	at := func(c Claim, place string) Claim { c.Place, c.Name = place, strings.ToUpper(place); return c }

	for _, test := range []struct {
		name   string
		claims []Claim
		want   string
	}{
		{"nothing claimed", nil, ""},
		{"one capture", []Claim{claim(Takes, army, "2019-08-22")}, "p1 Northern Army 2019-08-22..  [0]"},
		{"taken and retaken, told backwards", []Claim{claim(Takes, league, "2019-09-02"), claim(Takes, army, "2019-08-22")},
			"p1 Northern Army 2019-08-22..2019-09-02 [1]; p1 Southern League 2019-09-02..  [0]"},
		{"the second of two captures of a day, as told", []Claim{claim(Takes, league, "2019-08-22"), claim(Takes, army, "2019-08-22")},
			"p1 Southern League 2019-08-22..2019-08-22 [0]; p1 Northern Army 2019-08-22..  [1]"},
		{"a month counts as its last day", []Claim{claim(Takes, league, "2019-08"), claim(Takes, army, "2019-08-22")},
			"p1 Northern Army 2019-08-22..2019-08-01 [1]; p1 Southern League 2019-08-01..  [0]"},
		{"said again", []Claim{claim(Takes, army, "2019-08-22"), claim(Holds, army, "2019-10-01")}, "p1 Northern Army 2019-08-22..  [0 1]"},
		{"by an ally", []Claim{claim(Takes, army, "2019-08-22"), claim(Holds, guards, "2019-10-01")}, "p1 Northern Army 2019-08-22..  [0 1]"},
		{"by one of no known side", []Claim{claim(Takes, clan, "2019-08-22"), claim(Holds, league, "2019-10-01")},
			"p1 Hill Clan 2019-08-22..2019-10-01 [0]; p1 Southern League 2019-10-01..  [1]"},
		{"left to nobody", []Claim{claim(Takes, army, "2019-08-22"), left(army, nobody, "2019-09-01")}, "p1 Northern Army 2019-08-22..2019-09-01 [0 1]"},
		{"left, whoever it was", []Claim{claim(Takes, army, "2019-08-22"), left(nobody, nobody, "2019-09-01")}, "p1 Northern Army 2019-08-22..2019-09-01 [0 1]"},
		{"the fall that a capture is", []Claim{claim(Takes, army, "2019-08-22"), left(nobody, nobody, "2019-08-23")}, "p1 Northern Army 2019-08-22..  [0 1]"},
		{"left by the captor", []Claim{claim(Takes, army, "2019-08-22"), left(army, nobody, "2019-08-23")}, "p1 Northern Army 2019-08-22..2019-08-23 [0 1]"},
		{"the fall of what was only held", []Claim{claim(Holds, army, "2019-08-22"), left(nobody, nobody, "2019-08-23")}, "p1 Northern Army 2019-08-22..2019-08-23 [0 1]"},
		{"handed over", []Claim{claim(Takes, army, "2019-08-22"), left(army, league, "2019-09-01")},
			"p1 Northern Army 2019-08-22..2019-09-01 [0 1]; p1 Southern League 2019-09-01..  [1]"},
		{"handed over to an ally", []Claim{claim(Takes, army, "2019-08-22"), left(army, guards, "2019-09-01")}, "p1 Northern Army 2019-08-22..  [0 1]"},
		{"left and taken on one day", []Claim{claim(Takes, league, "2019-08-22"), claim(Takes, army, "2019-09-01"), left(league, nobody, "2019-09-01")},
			"p1 Southern League 2019-08-22..2019-09-01 [0 2]; p1 Northern Army 2019-09-01..  [1]"},
		{"somebody else left", []Claim{claim(Takes, army, "2019-08-22"), left(league, nobody, "2019-09-01")}, "p1 Northern Army 2019-08-22..  [0]"},
		{"left before anybody held it", []Claim{left(league, nobody, "2019-09-01")}, ""},
		{"another source, days after", []Claim{claim(Takes, army, "2019-08-22"), of(claim(Holds, league, "2019-08-24"), "radio")},
			"p1 Northern Army 2019-08-22..  against Southern League [0 1]"},
		{"the same source, days after", []Claim{claim(Takes, army, "2019-08-22"), claim(Holds, league, "2019-08-24")},
			"p1 Northern Army 2019-08-22..2019-08-24 [0]; p1 Southern League 2019-08-24..  [1]"},
		{"another source, weeks after", []Claim{claim(Takes, army, "2019-08-22"), of(claim(Holds, league, "2019-09-24"), "radio")},
			"p1 Northern Army 2019-08-22..2019-09-24 [0]; p1 Southern League 2019-09-24..  [1]"},
		{"only quoted", []Claim{claim(Takes, army, "2019-08-22"), doubted(claim(Takes, league, "2019-09-24"))},
			"p1 Northern Army 2019-08-22..  against Southern League [0 1]"},
		{"a dispute settled", []Claim{claim(Takes, army, "2019-08-22"), doubted(claim(Takes, league, "2019-09-24")), claim(Takes, guards, "2019-09-25")},
			"p1 Northern Army 2019-08-22..  [0 1 2]"},
		{"without a date", []Claim{claim(Takes, army, "")}, ""},
		{"without a holder", []Claim{claim(Takes, nobody, "2019-08-22")}, ""},
		{"two places", []Claim{at(claim(Takes, army, "2019-08-22"), "b"), at(claim(Takes, league, "2019-08-21"), "a"), at(claim(Takes, league, "2019-08-25"), "b")},
			"a Southern League 2019-08-21..  [1]; b Northern Army 2019-08-22..2019-08-25 [0]; b Southern League 2019-08-25..  [2]"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, s := range Spells(test.claims) {
				rival := ""
				if s.Contested {
					rival = "against " + s.Rival.Name + " "
				}
				got = append(got, fmt.Sprintf("%s %s %v..%v %s%v", s.Place, s.Holder.Name, s.Since, orSpace(s.Until), rival, s.Claims))
			}
			if got := strings.Join(got, "; "); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func orSpace(d newsdate.Date) string {
	if d.IsZero() {
		return " "
	}
	return d.String()
}

func TestHeld(t *testing.T) {
	claims := []Claim{
		{Place: "a", Kind: Takes, Holder: army, Date: date(t, "2015-05-03")},
		{Place: "a", Kind: Takes, Holder: league, Date: date(t, "2015-06-03")},
		{Place: "b", Kind: Holds, Holder: army, Date: date(t, "2015")},
		{Place: "c", Kind: Takes, Holder: army, Date: date(t, "2015-05-03")},
		{Place: "c", Kind: Leaves, From: army, Date: date(t, "2015-06")},
	}
	for on, want := range map[string]string{
		"2015-05-02": "",
		"2015-05-03": "a north, c north",
		"2015-06-02": "a north, c north",
		"2015-06-03": "a south, c north",
		"2015-06-30": "a south",
		"2015-12-30": "a south",
		"2015-12-31": "a south, b north",
		"2017-06-03": "b north", // 731 days after a was taken
		"2017-12-31": "",
	} {
		var got []string
		day := day(t, on)
		told := slices.DeleteFunc(slices.Clone(claims), func(c Claim) bool { return c.Date.Last().After(day) })
		all, err := At(t.Context(), told, InOrder(told), day)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range HeldPlaces(all) {
			got = append(got, s.Place+" "+s.Holder.Side)
		}
		if got := strings.Join(got, ", "); got != want {
			t.Errorf("%s: got %q, want %q", on, got, want)
		}
	}
}

func ExampleSpells() {
	on := func(year int, month time.Month, day int) newsdate.Date {
		return newsdate.Civil(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
	}
	spells := Spells([]Claim{
		{Place: "ford", Name: "Ford", Point: orb.Point{36.65, 35.44}, Kind: Takes, Holder: league, Date: on(2014, time.May, 26)},
		{Place: "ford", Name: "Ford", Point: orb.Point{36.65, 35.44}, Kind: Takes, Holder: army, Date: on(2019, time.August, 21)},
	})
	for _, s := range spells {
		fmt.Println(s.Name, s.Holder.Name, s.Since, s.Until)
	}
	// Output:
	// Ford Southern League 2014-05-26 2019-08-21
	// Ford Northern Army 2019-08-21
}
