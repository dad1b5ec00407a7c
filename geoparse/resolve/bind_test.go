package resolve

import (
	"testing"
)

func TestContainersInTheText(t *testing.T) {
	testPairs(t, []pair{
		{"in its governorate", "Salamiyah",
			"The town of Salamiyah in Hama province slept.", "Salamiyah/SY P",
			"The town of Salamiyah in Idlib province slept.", "in Idlib Governorate"},
		{"beside a governorate", "Rastan",
			"The town of Rastan near Hama slept.", "Rastan/SY P",
			"The town of Rastan in Deir ez-Zor province slept.", "in Deir ez-Zor Governorate"},
		{"in a town", "Kafr Batna",
			"Kafr Batna in Damascus slept.", "Kafr Batna/SY P",
			"Kafr Batna in Aleppo slept.", "in Aleppo"},
		{"in a country", "Cordoba",
			"He slept in Cordoba, Argentina.", "Córdoba/AR P",
			"He slept in Cordoba, Spain.", "Córdoba/ES P"},
		{"near a country", "Gaziantep",
			"He slept in Gaziantep, near Syria.", "Gaziantep/TR P",
			"He slept in the town of Gaziantep in Syria.", "in Syria"},
		{"what has no place there keeps none later", "Salamiyah",
			"The village of Salamiyah in Idlib province slept. Salamiyah is small.", "in Idlib Governorate",
			"The town of Salamiyah in Hama province slept. Salamiyah is small.", "Salamiyah/SY P"},
		{"a city of the world stays", "London",
			"He met London in Idlib province.", "London/GB P",
			"The village of London in Idlib province slept.", "in Idlib Governorate"},
		{"behind in it does not", "Mansoura",
			"He slept in Mansoura in Aden.", "in Aden",
			"He slept in Mansoura.", "Mansoura/EG P"},
		{"a region may be far", "Ghouta",
			"The Ghouta near Damascus slept.", "Ghouta/SY L",
			"The Ghouta near Paris slept.", "in Paris"},
		{"a region with an outline", "Kafr Zita",
			"He slept in Kafr Zita in the Ghab plain.", "Kafr Zita/SY P",
			"He slept in Kafr Zita in the Eastern Ghouta.", "in Eastern Ghouta"},
		{"a town before a list in a region", "Misraba",
			"Misraba and Saqba in Eastern Ghouta slept.", "Misraba/SY P",
			"Misraba in the Ghab plain slept.", "in Al-Ghab Plain"},
		{"a list in a division", "Kafr Nabl",
			"Saraqib, Binnish and Kafr Nabl in Idlib slept.", "Kafr Nabl/SY P",
			"Saraqib, Binnish and Kafr Nabl in Deir ez-Zor slept.", "in Deir ez-Zor"},
		{"a building", "Palmyra",
			"The Palmyra hospital in Homs province slept.", "Palmyra/SY P",
			"The Palmyra hospital in Idlib province slept.", "in Idlib Governorate"},
		{"the container's other sense", "Georgia",
			"He slept in Batumi, Georgia.", "Georgia/GE A",
			"He slept in Savannah, Georgia.", "Georgia/US A"},
		{"a governorate before its city", "Homs",
			"He slept in Palmyra in Homs.", "Homs Governorate/SY A",
			"He slept in Palmyra, then in Homs.", "Homs/SY P"},
		{"possessive", "Alexandria",
			"He saw Egypt's Alexandria.", "Alexandria/EG P",
			"He saw Virginia's Alexandria.", "Alexandria/US P"},
		{"possessive with a class word", "Tripoli",
			"He saw Libya's western port of Tripoli.", "Tripoli/LY P",
			"He saw Lebanon's northern port of Tripoli.", "Tripoli/LB P"},
		{"adjective and of", "Alexandria",
			"He saw the Egyptian city of Alexandria.", "Alexandria/EG P",
			"He saw the American city of Alexandria.", "Alexandria/US P"},
		{"Arabic by", "الحسكة",
			"نزلوا في قرية تل تمر بريف الحسكة.", "Hasakah Governorate/SY A",
			"نزلوا في الحسكة.", "Hasakah/SY P"},
		{"Arabic in the governorate", "الباب",
			"نزلوا في مدينة الباب في محافظة حلب.", "al-Bab/SY P",
			"نزلوا في مدينة الباب في محافظة درعا.", "in Daraa Governorate"},
		{"Arabic and", "صيدا", "نزلوا في صيدا في درعا.", "Saida/SY P", "نزلوا في صيدا وبيروت.", "Sidon/LB P"},
		{"Arabic near", "الزبداني",
			"نزلوا في الزبداني قرب دمشق.", "Zabadani/SY P",
			"نزلوا في مدينة الزبداني قرب القامشلي.", "in Qamishli"},
	})
}

// TestLongAndSole: a name of three words that sounds like one place only means that place.
func TestLongAndSole(t *testing.T) {
	like := func(quality float64) option {
		o := *northOf("v", "P.PPL", "SY", "09", "", 0)
		o.quality = quality
		return o
	}
	for _, tt := range []struct {
		name, text string
		options    []option
		want       bool
	}{
		{"three words", "They left the village of Jubb Zalqat Quix.", []option{like(0.9)}, true},
		{"an article is none", "They left the village of Jubb al-Zalqat.", []option{like(0.9)}, false},
		{"two places", "They left the village of Jubb Zalqat Quix.", []option{like(0.9), like(0.9)}, false},
		{"hardly alike", "They left the village of Jubb Zalqat Quix.", []option{like(hardlyMisspelt - 0.01)}, false},
		{"no place", "They left the village of Jubb Zalqat Quix.", nil, false},
	} {
		r := resolved(t, tt.text)
		r.choices[0].options = tt.options
		if got := r.isLongAndSole(0); got != tt.want {
			t.Errorf("%s: %q alone: %v, want %v", tt.name, r.Names[0].Written, got, tt.want)
		}
	}
}
