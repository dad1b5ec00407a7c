package preview

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"
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
		if x, y := f.at(f.centre); math.Abs(x-width/2) > 1e-6 || math.Abs(y-middle) > 1e-6 {
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
	h := newHand(regular(), 20)
	for _, text := range []string{"short", "قصير", strings.Repeat("word ", 60), strings.Repeat("كلمة ", 60), strings.Repeat("x", 400), strings.Repeat("long title ", 100_000), ""} {
		cut := h.fitted(text, 200)
		if cut.wide > 200 || text != "" && len(cut.glyphs) == 0 || len(text) < 20 && cut.wide != h.set(text).wide {
			t.Errorf("%.20q: %d glyphs, %.0f wide", text, len(cut.glyphs), cut.wide)
		}
	}
}

func TestWritable(t *testing.T) {
	h := newHand(regular(), 20)
	for text, want := range map[string]bool{"Khan Shaykhun, Idlib": true, "Київ": true, "خان شيخون (إدلب)، 12 كم": true, "هەولێر": true, "東京": false, "חיפה": false} {
		if h.writable(text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}

func TestArabicIsJoinedAndRunsFromTheRight(t *testing.T) {
	h := newHand(bold(), 100)
	segments := func(texts ...string) (n int) {
		for _, text := range texts {
			for _, g := range h.set(text).glyphs {
				n += len(g.outline.Segments)
			}
		}
		return n
	}
	for text, letters := range map[string][]string{"حمص": {"ح", "م", "ص"}, "سوريا": {"س", "و", "ر", "ي", "ا"}} {
		if segments(text) == segments(letters...) {
			t.Errorf("%s: has the forms of letters that stand alone", text)
		}
	}
	// Text from right to left begins with its last part on the left, and a number keeps its order.
	for _, tt := range []struct {
		text  string
		parts []string // as seen from the left
	}{
		{"حمص 12", []string{"12", "حمص"}},
		{"حمص 12 إدلب", []string{"إدلب", "12", "حمص"}},
		{"حمص Homs", []string{"Homs", "حمص"}},
		{"Homs حمص", []string{"Homs", "حمص"}},
	} {
		var want []int
		for _, part := range tt.parts {
			for _, g := range h.set(part).glyphs {
				want = append(want, len(g.outline.Segments))
			}
		}
		var got []int
		for _, g := range h.set(tt.text).glyphs {
			if n := len(g.outline.Segments); n > 0 {
				got = append(got, n)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: outlines of %v segments, want %v", tt.text, got, want)
		}
	}
}
