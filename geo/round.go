package geo

import "math"

// Round6 rounds degrees to six decimals, 0.1 m.
func Round6(v float64) float64 { return math.Round(v*1e6) / 1e6 }
