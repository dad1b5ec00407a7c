package schema

// EventTypes are the types of events.
func EventTypes() []string {
	return []string{
		"air_strike", "shelling", "explosion", "clash", "killing", "capture", "withdrawal", "control", "siege",
		"deployment", "agreement", "detention", "displacement", "aid", "protest",
	}
}

// EventStatuses say how events are told.
func EventStatuses() []string {
	return []string{"reported", "claimed", "denied", "planned", "hypothetical"}
}

// DatePrecisions say what of a date is known.
func DatePrecisions() []string { return []string{"day", "month", "year"} }

// DateSources say what dates are from.
func DateSources() []string { return []string{"text", "context", "published", "neighbours"} }
