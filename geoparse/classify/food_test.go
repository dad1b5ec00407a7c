package classify_test

import "testing"

func TestFoodAndFamilies(t *testing.T) {
	testPairs(t, []pair{
		{"a dish called after a town", "Milan", "They ate veal Milan.", "", "They ate in Milan.", "place"},
		{"but not a country that eats", "Yemen", "They fed lamb Madras to men.", "no name", "It is the lamb Yemen eats.", "place"},
		{"a food that is called as a country", "Turkey", "Turkey for lunch pleased them.", "", "They left Turkey for lunch.", "place"},
		{"with an article and without", "Turkey", "Turkey and the gravy went cold.", "", "Turkey and the rebels went home.", "place"},
		{"right before its meal", "Turkey", "Turkey leftovers fed them.", "", "Turkey borders fed them.", "place"},
		{"roast", "Turkey", "They had roast Turkey.", "", "They had left Turkey.", "place"},
		{"goods", "Hebron", "They bought Hebron glass.", "", "They bought a Hebron glass factory.", "place"},
		{"a reinsurer", "Munich", "They owe Munich Re.", "organisation", "They owe Munich.", "place"},
		{"a family", "Rael", "The Rael family fled.", "person", "A Rael family fled.", "place"},
		{"a family of a well-known town", "Saraqib", "The Saraqib brothers fled.", "person", "The Saraqib families fled.", "place"},
		{"an apostrophe that no place has", "Amar'e", "They met Amar'e Foljambe.", "person", "They met in Amar'e.", "place"},
		{"a ground", "Villa Park", "They drew at Villa Park.", "", "They slept at Villa Park.", "place"},
	})
}
