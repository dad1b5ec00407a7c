package sentence

import "dateline/geoparse/event"

// Candidate is a trigger with the group of places attached to it.
type Candidate struct {
	Trigger
	Index   int // in s.triggers
	Kind    event.Type
	Group   int
	Cost    float64
	Passive bool
	Mood    Mood
	Also    []int // triggers that report the same event
}

// IsFactual reports whether the trigger is presented as a fact, by the text or a source.
func (c *Candidate) IsFactual() bool { return c.Mood == Asserted || c.Mood == Alleged }

// Mood is how a sentence presents the event of a trigger.
type Mood uint8

// Moods.
const (
	Asserted  Mood = iota
	Attempted      // tried to, the battle to
	Intended       // will, plans to
	Possible       // could, if
	Negated        // did not, denied
	Alleged        // claimed, allegedly
)
