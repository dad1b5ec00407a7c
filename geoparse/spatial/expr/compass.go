package expr

import (
	"math"
	"slices"
)

// compassNames are the sixteen winds, clockwise from north.
var compassNames = [...]string{
	"north", "north-north-east", "north-east", "east-north-east", "east", "east-south-east", "south-east", "south-south-east",
	"south", "south-south-west", "south-west", "west-south-west", "west", "west-north-west", "north-west", "north-north-west",
}

const compassStep = 22.5 // degrees from one to the next

// CompassName names a bearing by the nearest of sixteen directions.
func CompassName(bearing float64) string {
	return compassNames[int(math.Round(bearing/compassStep))%len(compassNames)]
}

// CompassBearing returns the bearing of a direction that compassName gave.
func CompassBearing(name string) float64 {
	return compassStep * float64(slices.Index(compassNames[:], name))
}

// Adjective is the adjective of a direction: "northern".
func Adjective(name string) string { return name + "ern" }

// MeanBearing returns the direction in the middle of several.
func MeanBearing(bearings []float64) float64 {
	x, y := 0.0, 0.0
	for _, b := range bearings {
		x += math.Cos(b * math.Pi / 180)
		y += math.Sin(b * math.Pi / 180)
	}
	return math.Mod(math.Round(math.Atan2(y, x)*180/math.Pi*100)/100+360, 360)
}

// TurnBetween returns how far two bearings are apart, 0..180.
func TurnBetween(a, b float64) float64 { return math.Abs(math.Mod(a-b+900, 360) - 180) }

// BetweenBearings returns the direction in the middle of two.
func BetweenBearings(a, b float64) float64 { return MeanBearing([]float64{a, b}) }
