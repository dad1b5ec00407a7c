package kind

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// raid distinguishes ground raids from air raids by their agent.
func (s stage) raid(c *sentence.Candidate) event.Type {
	if t := s.byMeans(c, ""); t != "" {
		return t
	}
	for at := c.First - 1; at >= 0 && at >= c.First-8; at-- {
		if s.Says(at, lexicon.GroundForce) {
			return event.Clash
		}
	}
	return event.AirStrike
}

// bombs returns the type for bombs: a strike if they are dropped, else an explosion.
func (s stage) bombs(c *sentence.Candidate) (event.Type, bool) {
	for i := c.First - 3; i <= c.Last+4; i++ {
		if s.Says(i, lexicon.Dropped) {
			return event.AirStrike, true
		}
	}
	return event.Explosion, s.isFiredNear(c)
}
