package sentence

import "dateline/geoparse/event"

// Candidate is a trigger with the group of places it governs.
type Candidate struct {
	Trigger
	Index   int // of s.triggers
	Kind    event.Type
	Group   int
	Cost    float64
	Passive bool
	Mood    Mood
	Also    []int // triggers that tell the same
}

// IsFactual reports whether the trigger is told as a fact, by the text or by whom it quotes.
func (c *Candidate) IsFactual() bool { return c.Mood == Asserted || c.Mood == Alleged }

// Mood is how a trigger is built into what its sentence asserts.
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
