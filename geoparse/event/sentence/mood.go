package sentence

import "dateline/geoparse/event"

func (m Mood) Status() event.Status {
	switch m {
	case Intended:
		return event.Planned
	case Possible:
		return event.Hypothetical
	case Negated:
		return event.Denied
	case Alleged:
		return event.Claimed
	}
	return event.Reported
}
