package geo

import "github.com/paulmach/orb"

// Slack is the possible error of a distance and a direction that a text gives.
type Slack struct {
	Share   float64 // of the distance, 0..1
	Degrees float64 // to each side of the direction
}

// Offset returns the point at a bearing in degrees and a distance in kilometres from p (lon,
// lat), the wedge in which the slack puts the true point, and the greatest distance between the
// two. The wedge widens with the slack (Chen, Vasardani and Winter 2018).
func Offset(p orb.Point, bearing, km float64, slack Slack) (at orb.Point, wedge orb.Geometry, offKm float64) {
	at = Destination(p, bearing, km)
	wedge = Wedge(p, bearing, slack.Degrees, km*(1-slack.Share), km*(1+slack.Share))
	return at, wedge, Reach(wedge, at)
}
