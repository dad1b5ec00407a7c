package classify_test

import (
	"testing"
)

func TestWordsBesideAName(t *testing.T) {
	testPairs(t, []pair{
		{"a road without a dash", "سلمية", "قطعوا طريق سلمية إثريا خناصر.", "place", "قطعوا سلمية إثريا.", ""},
		{"seats of one country", "حجة", "وصلوا إلى صعدة وحجة.", "place", "وصلوا إلى صعدة بحجة.", ""},
	})
}

func TestAmongNeighbours(t *testing.T) {
	testPairs(t, []pair{
		{"a family name between two towns near it", "Best",
			"They left Eindhoven, Best and Tilburg.", "place",
			"They left Best and Tilburg.", ""},
		{"far from one", "Best",
			"They left Eindhoven, Best and Tilburg.", "place",
			"They left Eindhoven, Best and Hama.", "person"},
		{"behind no list", "Best",
			"They left Eindhoven, Best and Tilburg.", "place",
			"They left Eindhoven. Best and Tilburg men met.", ""},
	})
}
