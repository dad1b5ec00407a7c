package trigger_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestNounsAndVerbs(t *testing.T) {
	geoparsetest.Pairs(t, triggersIn, []geoparsetest.Pair{
		{"at the head of a sentence",
			"Shelling of [Kurna] went on.", "Shelling shelling noun",
			"Shelling [Kurna] went on.", "Shelling shelling gerund"},
		{"behind an article",
			"The attack on [Kurna] failed.", "attack attack noun",
			"They attack in [Kurna] daily.", "attack attack verb"},
		{"behind to",
			"They began to attack [Kurna].", "attack attack verb",
			"They began the attack on [Kurna].", "attack attack noun"},
		{"behind who",
			"Men who attack [Kurna] fled.", "attack attack verb; fled flee participle",
			"Men of the attack on [Kurna] fled.", "attack attack noun; fled flee participle"},
		{"behind an actor and before in",
			"A militia strike in [Kurna] failed.", "strike strike noun",
			"Militias strike [Kurna] daily.", "strike hit verb"},
		{"under control",
			"[Kurna] is under army control.", "control control state",
			"Armies control [Kurna].", "control hold verb"},
		{"plural actors act",
			"Rebels attack [Kurna].", "attack attack verb",
			"A rebel attack on [Kurna] failed.", "attack attack noun"},
		{"described",
			"The overnight raid on [Kurna] failed.", "raid clash noun",
			"The men overnight raid [Kurna].", "raid attack verb"},
		{"behind of",
			"The cost of siege in [Kurna] rose.", "siege siege noun",
			"The men besiege [Kurna].", "besiege siege verb"},
	})
}
