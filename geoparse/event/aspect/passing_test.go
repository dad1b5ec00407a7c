package aspect_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestEventsInPassing(t *testing.T) {
	geoparsetest.Pairs(t, aspectIn, []geoparsetest.Pair{
		{"with a hyphen", "Jets hit army-held [Kurna].", "attributed", "The army holds [Kurna].", ""},
		{"the besieged town", "They met in the besieged town of [Kurna].", "attributed", "[Kurna] is besieged by rebels.", ""},
		{"right before its name", "They met in besieged [Kurna].", "attributed", "They besieged [Kurna].", ""},
		{"of who does it", "They saw besieged [Kurna].", "attributed", "Rebels besieged [Kurna].", ""},
		{"is besieged", "They met in besieged [Kurna].", "attributed", "[Kurna] has been besieged.", ""},
	})
}
