package classify_test

import (
	"testing"
)

func TestNeighbours(t *testing.T) {
	testPairs(t, []pair{
		{"a road's ends", "نصيب", "قطعوا طريق نصيب - درعا.", "place", "أخذوا نصيب درعا.", ""},
		{"three items away", "الميادين", "رسموا الميادين والعشارة.", "place", "رسموا الميادين ثم ناموا في العشارة.", ""},
		{"seats of divisions of a country", "حجة", "وصلوا إلى صعدة وحجة.", "place", "وصلوا إلى دمشق وحجة.", ""},
		{"English, tied by a dash", "Hit", "The Hit–Haditha road is cut.", "place", "The Hit, said Haditha, is cut.", ""},
		{"a neighbour that is a word too proves nothing", "Hit",
			"They took Haditha, Hit and Anah.", "place",
			"They took March, Hit and May.", ""},
	})
}
