package kind

import (
	"dateline/geoparse/event"
	"dateline/geoparse/event/lexicon"
)

// impliedType returns the type that a trigger reports of the town that the text is about.
func impliedType(c lexicon.Class) event.Type {
	switch c {
	case lexicon.Class(event.Control), lexicon.OccupyClass, lexicon.HoldClass:
		return event.Control
	case lexicon.Class(event.Withdrawal), lexicon.LoseClass, lexicon.FleeClass:
		return event.Withdrawal
	}
	return event.Capture
}
