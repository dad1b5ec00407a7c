package query

import (
	"strings"
	"testing"

	"dateline/feature"

	"github.com/paulmach/orb"
)

func TestParseBBox(t *testing.T) {
	for s, want := range map[string]orb.Bound{
		"36,35,37,36":          {Min: orb.Point{36, 35}, Max: orb.Point{37, 36}},
		"36,35,-10,37,36,1e3":  {Min: orb.Point{36, 35}, Max: orb.Point{37, 36}},
		"-180,-90,180,90":      {Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}},
		" 36, 35, 37, 36 ":     {Min: orb.Point{36, 35}, Max: orb.Point{37, 36}},
		"170,-10,-170,+10":     {Min: orb.Point{170, -10}, Max: orb.Point{-170, 10}},
		"36.5,35.5,36.5,35.5":  {Min: orb.Point{36.5, 35.5}, Max: orb.Point{36.5, 35.5}},
		"3.6e1,3.5E1,37.0,36.": {Min: orb.Point{36, 35}, Max: orb.Point{37, 36}},
	} {
		if got, err := ParseBBox(s); err != nil || *got != want {
			t.Errorf("%q: %v, %v; want %v", s, got, err, want)
		}
	}
}

func TestParseBBoxRefuses(t *testing.T) {
	for s, want := range map[string]string{
		"":                   "1 numbers",
		"1,2,3":              "3 numbers",
		"1,2,3,4,5":          "5 numbers",
		"1,2,3,4,5,6,7":      "7 numbers",
		"1,2,,4":             `"" is not a number`,
		"1,2,3,north":        `"north"`,
		"1,2,3,NaN":          `"NaN"`,
		"1,2,3,inf":          `"inf"`,
		"1,2,3,0x10":         `"0x10"`,
		"1,2,3,1e999":        `"1e999"`,
		"1, 2 x,3,4":         `"2 x"`,
		"-181,0,0,1":         "longitude",
		"0,0,200,1":          "longitude",
		"0,-91,1,1":          "latitude",
		"0,-1,1,95":          "latitude",
		"0,2,1,1":            "north",
		"0,0,500,1,1,-500":   "height",
		"36,35,37,36,0,0,0,": "8 numbers",
	} {
		if got, err := ParseBBox(s); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, %v; want an error with %q", s, got, err, want)
		}
	}
}

func FuzzParseBBox(f *testing.F) {
	for _, s := range []string{"36,35,37,36", "170,-10,-170,10", "1,2,3,4,5,6", "NaN,0,0,0", ",,,", "1e308,0,0,0"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, crs := range Systems() {
			checkBBox(t, crs, s)
		}
	})
}

func checkBBox(t *testing.T, crs CRS, s string) {
	t.Helper()
	b, err := crs.ParseBBox(s)
	if err != nil {
		return
	}
	world := orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}}
	if !world.Contains(b.Min) || !world.Contains(b.Max) || b.Min[1] > b.Max[1] {
		t.Errorf("%q gives %v", s, b)
	}
	corner := feature.NewFeature("corner", b.Min, feature.Days{}, nil) // to a millionth of a degree
	if at, _ := corner.Point(); at == b.Min && !matches(&Query{BBox: b}, corner) {
		t.Errorf("%q leaves out its own corner", s)
	}
}
