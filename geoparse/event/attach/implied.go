package attach

import (
	"dateline/geoparse/event/lexicon"
	"dateline/geoparse/event/sentence"
)

// topicCost is the cost of attaching the town that the text is about.
const topicCost = 14

// implied attaches a trigger of control without an affordable group to the town that the text is
// about.
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
