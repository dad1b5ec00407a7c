package classify_test

import (
	"testing"
)

func TestSpeakers(t *testing.T) {
	testPairs(t, []pair{
		{"what people do", "Ashland", "Then Ashland laughed.", "person", "Then Ashland burned.", "place"},
		{"a verb with a capital is none", "Ashland", "Then Ashland laughed.", "person", "Then Ashland Laughed.", "place"},
		{"behind a preposition the verb is another's", "Ashland",
			"Then Ashland wept.", "person",
			"Everyone in Ashland wept.", "place"},
		{"or behind of", "Ashland", "Later Ashland wept.", "person", "The people of Ashland wept.", "place"},
		{"a class word elsewhere", "Ashland",
			"The town of Ashland slept. Ashland said so.", "place",
			"The town slept. Ashland said so.", "person"},
		{"people of it", "Ashland",
			"An Ashland doctor slept. Ashland said so.", "place",
			"An Ashland spokesman slept. Ashland said so.", "person"},
		{"behind by and a verb of saying", "Kellogg",
			"It was denied by Kellogg.", "person",
			"It was painted by Kellogg.", "place"},
		{"a hyphen behind", "Kellogg", "It was denied by Kellogg.", "person", "It was denied by Kellogg-based men.", "place"},
		{"a spokesman for", "Kellogg", "A lawyer for Kellogg slept.", "person", "A train for Kellogg left.", "place"},
		{"for an organisation", "Kellogg",
			"A lawyer for Kellogg slept.", "person",
			"A lawyer for Kellogg Industries slept.", "organisation"},
		{"an ally of", "Kellogg", "An ally of Kellogg slept.", "person", "A man of Kellogg slept.", "place"},
		{"an adviser to", "Kellogg", "An adviser to Kellogg slept.", "person", "A guide to Kellogg slept.", "place"},
		{"not of who speaks", "Kellogg",
			"Then Kellogg, a sailor, slept.", "person",
			"It rained in Kellogg, a sailor said.", "place"},
		{"a given name that is a place", "Victoria",
			"Victoria said she slept.", "person",
			"Victoria said it slept.", "metonym"},
		{"with that between", "Victoria",
			"Victoria said that he slept.", "person",
			"Victoria said that trains slept.", "metonym"},
	})
}
