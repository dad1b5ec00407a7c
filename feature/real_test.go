package feature

import (
	"math"
	"strings"
	"testing"
)

// TestRealHasAPoint: readers that look at the first features only must not take a column of reals
// for integers.
func TestRealHasAPoint(t *testing.T) {
	for want, v := range map[string]any{
		`"v":1.0}`: 1.0, `"v":0.93}`: 0.93, `"v":-2.0}`: -2.0, `"v":0.0}`: 0.0, `"v":1}`: 1, `"v":null}`: math.NaN(), `"v": null}`: math.Inf(1),
	} {
		f := NewFeature("a", nil, Days{}, []Property{{Name: "v", Value: v}})
		if !strings.Contains(string(f.JSON()), strings.ReplaceAll(want, " ", "")) {
			t.Errorf("%v is written as %s", v, f.JSON())
		}
	}
}
