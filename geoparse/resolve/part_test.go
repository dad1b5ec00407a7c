package resolve

import "testing"

func TestPairsOfParts(t *testing.T) {
	testPairs(t, []pair{
		{"the part of a division", "Marea", "Marea in northern Aleppo burned.", "Marea/SY P", "Marea in southern Aleppo burned.", "in Aleppo"},
		{"of a class", "Hajin", "Hajin in the eastern countryside of Deir Ezzor burned.", "Hajin/SY P", "Hajin in the western countryside of Deir Ezzor burned.", "in Deir ez-Zor Governorate"},
		{"two words for one direction", "Khan Shaykhun", "Khan Shaykhun in south-eastern Idlib burned.", "Khan Shaykhun/SY P", "Khan Shaykhun in north-western Idlib burned.", "in Idlib"},
		{"by its seat", "Jibrin", "Jibrin in eastern Aleppo burned.", "Jabrin/SY P", "Jibrin in western Aleppo burned.", "Jabrin/SY P"},
		{"a division in a part of the country", "Marea", "Marea in the southern province of Aleppo burned.", "Marea/SY P", "Marea in southern parts of Aleppo burned.", "in Aleppo"},
		{"Arabic, behind the name", "هجين", "احترقت بلدة هجين بريف دير الزور الشرقي.", "Hajin/SY P", "احترقت بلدة هجين بريف دير الزور الغربي.", "in Deir ez-Zor Governorate"},
		{"Arabic, two words", "مارع", "احترقت بلدة مارع بريف حلب الشمالي الغربي.", "Marea/SY P", "احترقت بلدة مارع بريف حلب الجنوبي الشرقي.", "in Aleppo Governorate"},
	})
}
