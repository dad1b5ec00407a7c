package expr

import (
	"math"
	"testing"
)

func TestCompass(t *testing.T) {
	for i, name := range compassNames {
		if b := CompassBearing(name); b != float64(i)*compassStep || CompassName(b+10) != name || CompassName(b-11+360) != name {
			t.Errorf("%s is %v degrees", name, b)
		}
	}
	if b := BetweenBearings(0, 315); math.Abs(b-337.5) > 0.01 || CompassName(b) != "north-north-west" {
		t.Errorf("between north and north-west lies %v", b)
	}
	if TurnBetween(350, 20) != 30 || TurnBetween(20, 350) != 30 {
		t.Error("turns over north")
	}
}
