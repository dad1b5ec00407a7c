package sentence_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestPrepositions(t *testing.T) {
	geoparsetest.Pairs(t, preposition, []geoparsetest.Pair{
		{"right before", "They slept in [Kurna].", "in", "They left [Kurna].", "none"},
		{"an article between", "They slept in the [Kurna] hills.", "in", "They saw the [Kurna] hills.", "none"},
		{"a class word and of",
			"They slept near the town of [Kurna].", "near",
			"They saw the town of [Kurna].", "none"},
		{"described",
			"They slept in the ancient Marish town of [Kurna].", "in",
			"They slept in their tents, the town of [Kurna] being far.", "none"},
		{"described by two words",
			"They slept in the poor Marish town of [Kurna].", "in",
			"They slept in the poor white Marish town of [Kurna].", "none"},
		{"a part",
			"They slept in the northern part of [Kurna].", "in",
			"They saw the northern part of [Kurna].", "none"},
		{"another place ends it",
			"They slept in the hills of [Kurna].", "in",
			"They slept in [Kurna], then left [Basat].", "none"},
		{"a verb ends it", "They fired at [Kurna].", "at", "In May they shelled [Kurna].", "none"},
		{"from", "They came from [Kurna].", "from", "They came with [Kurna].", "none"},
		{"including", "They slept in towns including [Kurna].", "in", "They slept, including [Kurna].", "none"},
		{"Arabic", "ناموا في [سنار].", "في", "تركوا [سنار].", "none"},
		{"Arabic, large parts of", "سيطروا على أجزاء واسعة من [سنار].", "none", "هربوا من [سنار].", "من"},
		{"Arabic, the countryside of", "ناموا في ريف [سنار].", "في", "تركوا ريف [سنار].", "none"},
	})
}

func TestMorePrepositions(t *testing.T) {
	geoparsetest.Pairs(t, preposition, []geoparsetest.Pair{
		{"a verb before it", "They slept in [Kurna].", "in", "They slept in besieged [Kurna].", "none"},
		{"to", "They fled to [Kurna].", "to", "They fled with [Kurna].", "none"},
		{"of a part is no preposition",
			"They came for the south of [Kurna].", "for",
			"They saw the south of [Kurna].", "none"},
		{"of alone", "They heard of [Kurna].", "of", "They heard about [Kurna].", "none"},
		{"a hyphen", "They slept in rain-soaked [Kurna].", "in", "They slept in rain soaked [Kurna].", "none"},
		{"an actor describes it",
			"They slept in the rebel town of [Kurna].", "in",
			"They slept in the song and town of [Kurna].", "none"},
	})
}
