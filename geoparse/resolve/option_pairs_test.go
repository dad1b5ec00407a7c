package resolve

import (
	"testing"
)

func TestNamesByThemselves(t *testing.T) {
	testPairs(t, []pair{
		{"a country before towns", "Jordan",
			"He drove to Jordan.", "Jordan/JO A",
			"He drove to the city of Jordan.", "Jordan/PH P"},
		{"a class word of a river", "Jordan", "The Jordan river is low.", "Jordan River/ H", "Jordan is low.", "Jordan/JO A"},
		{"a governorate by its class word", "Daraa",
			"The governorate of Daraa slept.", "Daraa Governorate/SY A",
			"The city of Daraa slept.", "Daraa/SY P"},
		{"its countryside", "Homs",
			"The countryside of Homs slept.", "Homs Governorate/SY A",
			"The centre of Homs slept.", "Homs/SY P"},
		{"what lies across it", "Aleppo",
			"They hold villages across Aleppo.", "Aleppo Governorate/SY A",
			"They hold shops in Aleppo.", "Aleppo/SY P"},
		{"a district in a town of its name", "Jisr al-Shughur",
			"The district of Jisr al-Shughur slept.", "Jisr al-Shughur District/SY A",
			"Jisr al-Shughur slept.", "Jisr al-Shughur/SY P"},
		{"a seat's name for the division", "Tver", "Tver region slept.", "Tver Oblast/RU A", "Tver slept.", "Tver/RU P"},
		{"no quarter where villages are meant", "Jobar",
			"The neighbourhood of Jobar slept.", "Jobar/SY P",
			"The hamlet of Jobar slept.", "-"},
		{"an old name of a city", "Saigon",
			"He flew to Saigon.", "Ho Chi Minh City/VN P",
			"He flew to Saigon in Hama province.", "in Hama Governorate"},
		{"a name of a dead village", "Sparta",
			"He drove to Sparta in Greece.", "Spárti/GR P",
			"He drove to Sparta, Tennessee.", "Sparta/US P"},
		{"a county abroad in the shadow of a capital", "Lima",
			"He flew to Lima.", "Lima/PE P",
			"He drove to Lima, Ohio.", "Lima/US P"},
		{"a town in the shadow of a city", "Birmingham",
			"Birmingham voted.", "Birmingham/GB P",
			"Birmingham, Montgomery and Mobile in Alabama voted.", "Birmingham/US P"},
		{"out of it in a text of its country", "Toledo",
			"Akron, Cleveland, Dayton, Columbus and Toledo voted.", "Toledo/US P",
			"Madrid, Segovia, Avila, Cuenca and Toledo voted.", "Toledo/ES P"},
		{"a sultanate behind another's capital", "عمان", "وصل إلى عمان.", "Amman/JO P", "وصل إلى سلطنة عمان.", "no name"},
		{"an airport", "Hama", "Hama airport slept.", "Hama Military Airport/SY S", "Hama slept.", "Hama/SY P"},
	})
}
