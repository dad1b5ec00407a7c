package preview

import (
	"math"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"golang.org/x/image/font/gofont/goregular"
)

func TestParseFrame(t *testing.T) {
	for _, tt := range []struct {
		text string
		ok   bool
	}{
		{"9/35.5/36.7", true}, {"0/0/0", true}, {"9.25/-35.5/-36.7", true},
		{"", false}, {"9/35.5", false}, {"9/35.5/36.7/1", false}, {"x/35.5/36.7", false}, {"21/35.5/36.7", false},
		{"9/95/36.7", false}, {"9/35/190", false}, {"NaN/35/36", false}, {"9/Inf/36", false}, {"-1/35/36", false},
	} {
		if f, ok := parseFrame(tt.text); ok != tt.ok || ok && f.zoom < 0 {
			t.Errorf("%q: %v %v", tt.text, f, ok)
		}
	}
}

func TestFrameHoldsItsCentreAndBound(t *testing.T) {
	for _, f := range []frame{theatre, {orb.Point{0, 0}, 0}, {orb.Point{-120, 60}, 9}, {orb.Point{179, -70}, 14}} {
		if x, y := f.at(f.centre); math.Abs(x-width/2) > 1e-6 || math.Abs(y-height/2) > 1e-6 {
			t.Errorf("%v: its centre is at %v %v", f, x, y)
		}
		b := f.bound()
		if x, _ := f.at(b.Min); math.Abs(x+margin) > 1e-3 {
			t.Errorf("%v: its bound begins at %v", f, x)
		}
	}
}

func TestFitLeavesOutWhatLiesFar(t *testing.T) {
	near := []spot{{at: orb.Point{36.6, 35.4}, n: 30}, {at: orb.Point{37.2, 36.2}, n: 30}, {at: orb.Point{-77, 38.9}, n: 2}}
	f := fit(near)
	if f.zoom < 6 || math.Abs(f.centre[0]-36.9) > 0.1 {
		t.Errorf("%+v", f)
	}
	if fit(nil) != theatre || fit([]spot{{at: orb.Point{1, 1}, area: true, n: 5}}) != theatre {
		t.Error("nothing to fit")
	}
	if one := fit(near[:1]); one.zoom != placeZoom {
		t.Errorf("one place: %+v", one)
	}
}

func TestFitted(t *testing.T) {
	f := face(parsed(goregular.TTF), 20)
	for _, text := range []string{"short", strings.Repeat("word ", 60), strings.Repeat("x", 400), strings.Repeat("long title ", 100_000), ""} {
		cut := fitted(text, f, 200)
		if widthOf(cut, f) > 200 || text != "" && cut == "" || len(text) < 20 && cut != text {
			t.Errorf("%.20q: %q", text, cut)
		}
	}
}

func TestWritable(t *testing.T) {
	for text, want := range map[string]bool{"Khan Shaykhun, Idlib": true, "Київ": true, "خان شيخون": false, "東京": false} {
		if writable(regular(), text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}
