package resolve

import (
	"testing"
)

func TestNeighboursOfNames(t *testing.T) {
	testPairs(t, []pair{
		{"countries with countries", "Jordan",
			"Syria, Lebanon and Jordan voted.", "Jordan/JO A",
			"Prior Lake, Shakopee and Jordan voted.", "Jordan/US P"},
		{"states with states", "Washington",
			"Oregon, Idaho and Washington voted.", "Washington/US A",
			"London, Paris and Washington voted.", "Washington, D.C./US P"},
		{"those next to it count most", "Tripoli",
			"Beirut, Zahle, Sidon, Tyre, Tripoli and Benghazi slept.", "Tripoli/LB P",
			"Beirut, Benghazi, Misrata, Sirte, Tripoli and Sidon slept.", "Tripoli/LY P"},
		{"a list of departments' seats", "Valencia",
			"Madrid, Bilbao, Seville and Valencia voted.", "Valencia/ES P",
			"Caracas, Maracay, Barquisimeto and Valencia voted.", "Valencia/VE P"},
		{"one sense in a text", "Valencia",
			"Valencia, Venezuela, slept. Valencia is warm.", "Valencia/VE P",
			"Valencia, Spain, slept. Valencia is warm.", "Valencia/ES P"},
		{"class words part senses", "Hama",
			"Hama province slept. The city of Hama is warm.", "Hama/SY P",
			"The city of Hama slept. Hama province is warm.", "Hama Governorate/SY A"},
	})
}
