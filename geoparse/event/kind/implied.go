package kind

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
)

// impliedType says what a trigger tells of the town that its text is about.
func impliedType(c lexicon.Class) event.Type {
	switch c {
	case lexicon.Class(event.Control), lexicon.OccupyClass, lexicon.HoldClass:
		return event.Control
	case lexicon.Class(event.Withdrawal), lexicon.LoseClass, lexicon.FleeClass:
		return event.Withdrawal
	}
	return event.Capture
}
