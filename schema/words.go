package schema

// EventTypes are the types of events.
func EventTypes() []string {
	return []string{
		"air_strike", "shelling", "explosion", "clash", "killing", "capture", "withdrawal", "control", "siege",
		"deployment", "agreement", "detention", "displacement", "aid", "protest",
	}
}

// EventStatuses are the statuses of events.
func EventStatuses() []string {
	return []string{"reported", "claimed", "denied", "planned", "hypothetical"}
}

// DatePrecisions are the precisions of dates.
func DatePrecisions() []string { return []string{"day", "month", "year"} }

// DateSources are the origins of dates.
func DateSources() []string { return []string{"text", "context", "published", "neighbours"} }
