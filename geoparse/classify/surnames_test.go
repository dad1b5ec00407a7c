package classify_test

import (
	"testing"
)

func TestListsOfSurnames(t *testing.T) {
	testPairs(t, []pair{
		{"three of them", "Lincoln", "Hill, Banks and Lincoln left.", "person", "Hill and Lincoln left.", "place"},
		{"two that are no places", "Houston",
			"Hill, Banks, Houston and Lincoln left.", "person",
			"Hill, Houston and Lincoln left.", "place"},
		{"behind a preposition of place", "Lincoln",
			"Hill, Banks and Lincoln left.", "person",
			"In Hill, Banks and Lincoln they slept.", "place"},
		{"capitals", "Lincoln", "Hill, Banks and Lincoln left.", "person", "Hill, banks and Lincoln left.", "place"},
		{"and with a comma before it", "Lincoln",
			"Hill, Banks, and Lincoln left.", "person",
			"Hill; Banks; and Lincoln left.", "place"},
		{"and with a name right behind it", "Lincoln",
			"Hill, Banks, Wood and Lincoln left.", "person",
			"Hill, Banks, Wood and, in the end, Lincoln left.", "place"},
		{"and in one line with the name", "Lincoln",
			"Hill, Banks and Lincoln", "person",
			"Hill and Lincoln and", "place"},
		{"a name of several words is no item", "Lincoln",
			"Hill, Banks and Lincoln left.", "person",
			"Hill, New York and Lincoln left.", "place"},
	})
}
