package resolve

import "testing"

// Each row of a table has a text to which a rule applies, and a similar one to which it does not.

func TestOneSense(t *testing.T) {
	testPlaces(t, []placeTest{
		{"named once with its country", "Tripoli in Lebanon was hit. Later Tripoli was quiet.", "Tripoli", "Tripoli/LB P"},
		{"and without", "Tripoli was hit. Later Tripoli was quiet.", "Tripoli", "Tripoli/LY P"},
		{"both senses in one text", "He left Tripoli in Libya for Tripoli, Lebanon.", "Tripoli", "Tripoli/LB P"},
	})
}

func TestCuesOfKind(t *testing.T) {
	testPlaces(t, []placeTest{
		{"the city", "The city of Idlib was hit.", "Idlib", "Idlib/SY P"},
		{"the province", "The province of Idlib was hit.", "Idlib", "Idlib Governorate/SY A"},
		{"its countryside", "قصفوا ريف إدلب.", "إدلب", "Idlib Governorate/SY A"},
		{"the river", "They swam in the river Euphrates.", "Euphrates", "Euphrates River/SY H"},
		{"the country of a name that a state has", "Georgia and Armenia signed.", "Georgia", "Georgia/GE A"},
		{"the state", "Georgia and Alabama voted.", "Georgia", "Georgia/US A"},
	})
}

func TestWhatIsNotHere(t *testing.T) {
	testPlaces(t, []placeTest{
		{"a village in another province", "The village of Morek in Latakia province was hit.", "Morek", "in Latakia Governorate"},
		{"a village in its own", "The village of Morek in Hama province was hit.", "Morek", "Morek/SY P"},
		{"a town in another country", "The town of Morek in Egypt was hit.", "Morek", "in Egypt"},
	})
}

func TestListsOfDivisions(t *testing.T) {
	testPlaces(t, []placeTest{
		{"between two states", "Fires in Virginia, Washington, West Virginia and Ohio.", "Washington", "Washington/US A"},
		{"of towns", "Fires in Baltimore, Washington, Richmond and Norfolk.", "Washington", "Washington, D.C./US P"},
		{"all but one are states", "Votes in Texas, Georgia, Denver and Arizona.", "Georgia", "Georgia/US A"},
		{"of two", "Fires in Ohio and Oregon.", "Oregon", "Oregon/US A"},
		{"seats of provinces", "Fires in Idlib, Hama and Latakia.", "Hama", "Hama/SY P"},
	})
}

func TestListsShareTheirCountry(t *testing.T) {
	testPlaces(t, []placeTest{
		{"of Egypt", "Fires burned in Cairo, Giza and Alexandria.", "Alexandria", "Alexandria/EG P"},
		{"alone", "Fires burned in Alexandria.", "Alexandria", "Alexandria/EG P"},
		{"of England", "Trains to Reading, Oxford and Swindon stopped.", "Oxford", "Oxford/GB P"},
		{"of Mississippi", "Schools in Tupelo, Batesville and Oxford closed.", "Oxford", "Oxford/US P"},
	})
}
