package spatial

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestExtents(t *testing.T) {
	geoparsetest.Pairs(t, phrases, []geoparsetest.Pair{
		{"على بعد belongs to it",
			"تقع على بعد 20 كم شمال مورك.", "على بعد 20 كم شمال مورك",
			"تقع في بعد 20 كم شمال مورك.", "20 كم شمال مورك"},
		{"a road with its adjective",
			"قطعوا طريق الرقة الحسكة الدولي أمس.", "طريق الرقة الحسكة الدولي",
			"قطعوا طريق الرقة الحسكة القديم أمس.", "طريق الرقة الحسكة"},
		{"with two adjectives",
			"قطعوا طريق الرقة الحسكة الدولي السريع أمس.", "طريق الرقة الحسكة الدولي السريع",
			"قطعوا طريق الرقة الحسكة، الدولي، أمس.", "طريق الرقة الحسكة"},
		{"the unit in brackets",
			"It lies 12 miles (20 km) north of Morek.", "12 miles (20 km) north of Morek",
			"It lies 20 km north of Morek.", "20 km north of Morek"},
		{"within",
			"They shot all within 20 km of Morek.", "within 20 km of Morek",
			"They met 20 km from Morek.", "20 km from Morek"},
		{"both directions",
			"It rained on northern and western Idlib.", "northern and western Idlib",
			"It rained on cold and western Idlib.", "western Idlib"},
		{"the word for a road", "They closed the M5 highway.", "M5 highway", "They closed the M5 today.", ""},
		{"half way",
			"It stands half way between Nawa and Jasim.", "half way between Nawa and Jasim",
			"It stands halfway between Nawa and Jasim.", "halfway between Nawa and Jasim"},
		{"front line",
			"They hold the front line between Nawa and Jasim.", "front line between Nawa and Jasim",
			"They hold the line of contact between Nawa and Jasim.", "line of contact between Nawa and Jasim"},
		{"a possessive",
			"They left Hama's northern countryside.", "Hama's northern countryside",
			"They left northern Hama.", "northern Hama"},
		{"the article stays outside",
			"They left the northern countryside of Hama.", "northern countryside of Hama",
			"They left Greater Hama.", "Greater Hama"},
		{"a strip",
			"من حماة وحمص وصلوا إلى الشريط الحدودي مع تركيا.", "الشريط الحدودي مع تركيا",
			"من حماة وحمص وصلوا إلى الحدود مع تركيا.", "الحدود مع تركيا"},
	})
}

func TestLongestOfSeveral(t *testing.T) {
	geoparsetest.Pairs(t, phrases, []geoparsetest.Pair{
		{"one holds the other",
			"They left the northern countryside of Hama near Morek.", "northern countryside of Hama",
			"They left northern Hama.", "northern Hama"},
		{"two side by side",
			"They left northern Hama and southern Idlib.", "northern Hama; southern Idlib",
			"They left northern Hama and Idlib.", "northern Hama"},
		{"in the order of the text",
			"South of Morek and north of Suran it rained.", "South of Morek; north of Suran",
			"North of Suran and south of Morek it rained.", "North of Suran; south of Morek"},
	})
}
