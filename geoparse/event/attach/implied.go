package attach

import (
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// topicCost is how far from a trigger the town counts that the text is about.
const topicCost = 14

// implied joins a trigger that no group is near enough to with the town that the text
// is about, where it tells who holds a place.
func (s stage) implied(c *sentence.Candidate) bool {
	if s.About < 0 {
		return false
	}
	if !lexicon.TellsHolder(c.Class) {
		return false
	}
	c.Group, c.Cost = s.About, topicCost
	return true
}
