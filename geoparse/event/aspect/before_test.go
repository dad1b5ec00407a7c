package aspect_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestPastEvents(t *testing.T) {
	geoparsetest.Pairs(t, aspectIn, []geoparsetest.Pair{
		{"had been", "[Kurna] had been besieged by rebels.", "before", "[Kurna] is besieged by rebels.", ""},
		{"formerly", "The formerly besieged [Kurna] slept.", "before", "The newly besieged [Kurna] slept.", "attributed"},
		{"had served as",
			"[Kurna] had served as a rebel stronghold.", "before attributed",
			"[Kurna] serves as a rebel stronghold.", "attributed"},
		{"four words before",
			"[Kurna] had once been besieged.", "before",
			"The town had a man who was besieged in [Kurna].", ""},
		{"who is quoted",
			"They said rebels had attacked [Kurna].", "definite",
			"They knew rebels had attacked [Kurna].", "before"},
		{"quoted in another clause",
			"They said rebels had attacked [Kurna].", "definite",
			"They said so when rebels had attacked [Kurna].", "before"},
		{"part of a deal",
			"Rebels left as part of a deal in [Kurna].", "before",
			"Rebels left and made a deal in [Kurna].", ""},
		{"under a truce", "Trucks came under a truce in [Kurna].", "before", "Trucks came and saw a truce in [Kurna].", ""},
		{"another", "Another man was killed in [Kurna].", "definite", "A man was killed in [Kurna].", ""},
	})
}
