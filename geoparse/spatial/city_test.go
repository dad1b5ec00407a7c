package spatial

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestCitiesAndTheirGovernorates(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"half of a great city",
			"Shells hit west Aleppo.", "countryside: sector west(Aleppo)",
			"Shells hit western Aleppo.", "countryside: sector west(Aleppo Governorate)"},
		{"of a small one the governorate",
			"Shells hit east Idlib.", "countryside: sector east(Idlib Governorate)",
			"Shells hit east Aleppo.", "countryside: sector east(Aleppo)"},
		{"what cities have",
			"A clinic in western Idlib burned.", "countryside: sector west(Idlib)",
			"A camp in western Idlib burned.", "countryside: sector west(Idlib Governorate)"},
		{"besieged",
			"They remain trapped in eastern Homs.", "countryside: sector east(Homs)",
			"They remain camped in eastern Homs.", "countryside: sector east(Homs Governorate)"},
		{"but another town is named",
			"A clinic in Saraqib in western Idlib burned.", "countryside: sector west(Idlib Governorate)",
			"A clinic in western Idlib burned.", "countryside: sector west(Idlib)"},
		{"the middle is the city's",
			"Shells hit central Idlib.", "countryside: sector centre(Idlib)",
			"Shells hit southern Idlib.", "countryside: sector south(Idlib Governorate)"},
		{"Arabic: quarters",
			"قصفوا أحياء شرق حلب.", "countryside: sector east(Aleppo)",
			"قصفوا قرى شرق حلب.", "countryside: sector east(Aleppo Governorate)"},
		{"a direction that tells where it lies",
			"They left the southern Daraa province.", "",
			"They left the northern Daraa province.", "countryside: sector north(Daraa Governorate)"},
		{"a possessive country",
			"They left Syria's southern Daraa province.", "",
			"They left Syria's northern Daraa province.", "countryside: sector north(Daraa Governorate)"},
		{"that the article begins",
			"They left the southern Daraa province.", "",
			"They left southern Daraa province.", "countryside: sector south(Daraa Governorate)"},
		{"the northern city of",
			"They left the northern city of Aleppo.", "",
			"They left the north of the city of Aleppo.", "countryside: sector north(ring near(Aleppo))"},
	})
}
