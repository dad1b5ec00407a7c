package sentence_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestSubject(t *testing.T) {
	geoparsetest.Pairs(t, subject, []geoparsetest.Pair{
		{"before its verb", "Rebels captured [Kurna].", "Rebels", "[Kurna] was captured.", ""},
		{"adverbs between",
			"Rebels have quickly captured [Kurna].", "Rebels",
			"Guests have quickly captured [Kurna].", "Guests"},
		{"behind a comma the phrase begins",
			"On Monday, rebels captured [Kurna].", "rebels",
			"With rebels, they captured [Kurna].", ""},
		{"not one that a preposition governs",
			"The army captured [Kurna].", "army",
			"In talks with the army, all captured [Kurna].", ""},
		{"the one before that",
			"Rebels backed by the army captured [Kurna].", "Rebels",
			"Trucks sold by the army captured [Kurna].", ""},
		{"two joined",
			"Rebels and the army captured [Kurna].", "Rebels and the army",
			"Farmers and the army captured [Kurna].", "army"},
		{"three joined",
			"Rebels, militants and the army captured [Kurna].", "militants and the army",
			"Cars, trucks and the army captured [Kurna].", "army"},
		{"who says it, of it",
			"The army said it captured [Kurna].", "army",
			"The army said that rebels captured [Kurna].", "rebels"},
		{"they", "The army said they captured [Kurna].", "army", "The book said they captured [Kurna].", ""},
		{"before a verb of saying is who says so",
			"The army captured [Kurna].", "army",
			"The army said all captured [Kurna].", ""},
		{"of a relative clause",
			"They met rebels who captured [Kurna].", "rebels",
			"They met guests who captured [Kurna].", ""},
		{"with a helping word",
			"They met the rebels who had captured [Kurna].", "rebels",
			"They met the farmers who had captured [Kurna].", ""},
		{"a semicolon ends it",
			"Rebels fled, then captured [Kurna].", "Rebels",
			"Rebels fled; then captured [Kurna].", ""},
		{"not the object of another verb",
			"The army bombed rebels and captured [Kurna].", "army",
			"The army slept, and rebels captured [Kurna].", "rebels"},
		{"a gerund's follows",
			"After capturing [Kurna], rebels slept.", "rebels",
			"After capturing [Kurna], farmers slept.", ""},
		{"two of them",
			"Two of the rebels captured [Kurna].", "rebels",
			"Photos of the rebels captured [Kurna].", ""},
		{"a name in no table", "Zorani captured [Kurna].", "Zorani", "The zorani captured [Kurna].", ""},
		{"of two words", "Zorani Bakar captured [Kurna].", "Zorani Bakar", "Zorani, Bakar, captured [Kurna].", ""},
		{"to do it",
			"They asked the rebels to capture [Kurna].", "rebels",
			"They asked the farmers to capture [Kurna].", ""},
		{"Arabic, behind its verb", "الفصائل سيطرت على [سنار].", "الفصائل", "السيارات سيطرت على [سنار].", ""},
		{"no subject forty words off",
			"Rebels in a long, slow, dusty and quite poor line of white and red and blue cars soon captured [Kurna].", "Rebels",
			"Rebels slept in the long slow dusty line of white and red and blue and green cars that many men had made there in a hurry for a fee of some kind in old days when it rained and all of it captured [Kurna].", ""},
		{"the object of a verb in no table",
			"The army defeated rebels and captured [Kurna].", "army",
			"The army and allied rebels captured [Kurna].", "army and allied rebels"},
	})
}

func TestAdjoining(t *testing.T) {
	geoparsetest.Pairs(t, adjoining, []geoparsetest.Pair{
		{"right before",
			"[Kurna], rebel held until May, slept.", "rebel",
			"[Kurna], long held until May, slept.", ""},
		{"adverbs between",
			"They met the rebels now shelling [Kurna].", "rebels",
			"They met the farmers now shelling [Kurna].", ""},
		{"who between",
			"They met the rebels who were shelling [Kurna].", "rebels",
			"They met the men who were shelling [Kurna].", ""},
		{"else the subject",
			"The army, tired as ever, shelled [Kurna].", "army",
			"The town, tired as ever, shelled [Kurna].", ""},
	})
}

func TestMoreSubjects(t *testing.T) {
	geoparsetest.Pairs(t, subject, []geoparsetest.Pair{
		{"of a relative clause that a preposition governs",
			"They spoke with rebels who captured [Kurna].", "rebels",
			"They spoke with rebels and captured [Kurna].", ""},
		{"with had",
			"They spoke with rebels who had captured [Kurna].", "rebels",
			"They spoke with rebels and had captured [Kurna].", ""},
		{"to capture",
			"They slept, for rebels to capture [Kurna].", "rebels",
			"They slept for rebels, not to capture [Kurna].", ""},
		{"a comma frees it", "In May, rebels captured [Kurna].", "rebels", "In talks rebels captured [Kurna].", ""},
		{"a day frees it", "On Monday rebels captured [Kurna].", "rebels", "On horses rebels captured [Kurna].", ""},
		{"a day in figures", "On May 3 rebels captured [Kurna].", "rebels", "With 3 rebels captured [Kurna].", ""},
		{"one of them",
			"Some of the rebels captured [Kurna].", "rebels",
			"Photos of the rebels captured [Kurna].", ""},
		{"a verb of saying frees it",
			"They said rebels captured [Kurna].", "rebels",
			"They with rebels captured [Kurna].", ""},
		{"when frees it",
			"They slept when rebels captured [Kurna].", "rebels",
			"They slept near rebels, captured [Kurna].", ""},
		{"armed and",
			"Masked and armed rebels captured [Kurna].", "armed rebels",
			"Guests of armed rebels captured [Kurna].", ""},
		{"of Arabic no capital name", "Zorani captured [Kurna].", "Zorani", "زوراني سيطر على [سنار].", ""},
	})
}

func TestMoreAdjoining(t *testing.T) {
	geoparsetest.Pairs(t, adjoining, []geoparsetest.Pair{
		{"behind helping words",
			"They met rebels who had been holding [Kurna].", "rebels",
			"They met farmers who had been holding [Kurna].", ""},
	})
}
