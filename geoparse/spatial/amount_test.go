package spatial

import (
	"math"
	"testing"

	"dateline/geoparse/spatial/expr"
)

// TestDistanceAt: the distance whose last word is given.
func TestDistanceAt(t *testing.T) {
	for _, tt := range []struct {
		text       string
		km, spread float64
		vague      bool
	}{
		{"43 km", 43, 0, false}, {"2.5 km", 2.5, 0, false}, {"35km", 35, 0, false}, {"27-32 km", 29.5, 2.5, false}, {"27 to 32 km", 29.5, 2.5, false},
		{"between 10 and 20 km", 15, 5, false}, {"twenty-five miles", 40.234, 0, false}, {"half a mile", 0.805, 0, false}, {"a kilometre", 1, 0, false},
		{"a few kilometres", 3, 0, true}, {"about 5 km", 5, 0, true}, {"two hundred and thirty km", 230, 0, false}, {"400 m", 0.4, 0, false},
		{"2 and a half km", 2.5, 0, false}, {"10 nautical miles", 18.52, 0, false}, {"6½ miles", 10.461, 0, false}, {"1,200 metres", 1.2, 0, false},
		{"43 كم", 43, 0, false}, {"٤٣ كم", 43, 0, false}, {"خمسة كيلومترات", 5, 0, false}, {"كيلومترين", 2, 0, false}, {"خمسة كيلومترات ونصف", 5.5, 0, false},
		{"خمسة وعشرين كم", 25, 0, false},
	} {
		r := &expressionReader{Annotated: input(t, tt.text).Text}
		d, ok := r.distanceAt(len(r.Tokens) - 1)
		if !ok || math.Abs(d.km-tt.km) > 0.01 || math.Abs(d.spreadKm-tt.spread) > 0.01 || (d.level == expr.About) != tt.vague || d.first > 1 {
			t.Errorf("%s: %+v %v, want %v ± %v", tt.text, d, ok, tt.km, tt.spread)
		}
	}
	for _, text := range []string{"43 men", "km", "3200 km", "32-27 men", "the m"} {
		r := &expressionReader{Annotated: input(t, text).Text}
		if d, ok := r.distanceAt(len(r.Tokens) - 1); ok {
			t.Errorf("%s: %+v", text, d)
		}
	}
}
