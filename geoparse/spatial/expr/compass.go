package expr

import (
	"math"
	"slices"
)

// compassNames are the sixteen compass points, clockwise from north.
var compassNames = [...]string{
	"north", "north-north-east", "north-east", "east-north-east", "east", "east-south-east", "south-east", "south-south-east",
	"south", "south-south-west", "south-west", "west-south-west", "west", "west-north-west", "north-west", "north-north-west",
}

const compassStep = 22.5 // degrees from one to the next

// CompassName returns the compass point nearest to a bearing.
func CompassName(bearing float64) string {
	return compassNames[int(math.Round(bearing/compassStep))%len(compassNames)]
}

// CompassBearing returns the bearing of a compass point.
func CompassBearing(name string) float64 {
	return compassStep * float64(slices.Index(compassNames[:], name))
}

// Adjective returns the adjective of a direction: "northern".
func Adjective(name string) string { return name + "ern" }

// MeanBearing returns the mean direction of several.
func MeanBearing(bearings []float64) float64 {
	x, y := 0.0, 0.0
	for _, b := range bearings {
		x += math.Cos(b * math.Pi / 180)
		y += math.Sin(b * math.Pi / 180)
	}
	return math.Mod(math.Round(math.Atan2(y, x)*180/math.Pi*100)/100+360, 360)
}

// TurnBetween returns the angle between two bearings, 0..180.
func TurnBetween(a, b float64) float64 { return math.Abs(math.Mod(a-b+900, 360) - 180) }

// BetweenBearings returns the direction halfway between two.
func BetweenBearings(a, b float64) float64 { return MeanBearing([]float64{a, b}) }
