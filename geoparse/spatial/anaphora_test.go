package spatial

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestWordsForPlacesNamedBefore(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"west of the town",
			"They reached Nawa. Shells fell west of the town.", "countryside: sector west(ring around(Nawa))",
			"They reached home. Shells fell west of the town.", ""},
		{"so far from the city",
			"They reached Manbij. The base is 15 km from the city.", "offset: ring at 15(Manbij)",
			"They reached it. The base is 15 km from the city.", ""},
		{"the village's north",
			"They took the village of Kafr Zita. Shells fell north of the village.", "countryside: sector north(ring around(Kafr Zita))",
			"They took the village. Shells fell north of the village.", ""},
		{"a province",
			"They left Daraa province. Shells fell in the east of the province.", "countryside: sector east(Daraa Governorate)",
			"They left Nawa. Shells fell in the east of the province.", ""},
		{"Arabic",
			"وصلوا إلى نوى. سقطت قذائف غرب المدينة.", "countryside: sector west(ring near(Nawa))",
			"وصلوا إليها. سقطت قذائف غرب المدينة.", ""},
		{"Arabic, a village",
			"وصلوا إلى قرية كفرزيتا. سقطت قذائف شمال القرية.", "countryside: sector north(ring near(Kafr Zita))",
			"وصلوا. سقطت قذائف شمال القرية.", ""},
	})
}

func TestWhichPlaceIsMeant(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"of two towns in the sentence before",
			"They left Nawa. Shells fell east of the town.", "countryside: sector east(ring around(Nawa))",
			"They left Nawa for Jasim. Shells fell east of the town.", ""},
		{"of its kind only",
			"They left Nawa for Daraa province. Shells fell east of the town.", "countryside: sector east(ring around(Nawa))",
			"They left Nawa for Manbij. Shells fell east of the town.", ""},
		{"the same town twice",
			"They left Nawa, then Nawa slept. Shells fell east of the town.", "countryside: sector east(ring around(Nawa))",
			"They left Nawa, then Jasim slept. Shells fell east of the town.", ""},
		{"two sentences on",
			"They left Nawa. Shells fell east of the town.", "countryside: sector east(ring around(Nawa))",
			"They left Nawa. It rained. They slept. Shells fell east of the town.", ""},
		{"in the same sentence",
			"Outside Nawa, shells fell east of the town.", "countryside: sector east(ring around(Nawa))",
			"Outside town, shells fell east of the town.", ""},
		{"not what is called so by name",
			"They left Nawa. Shells fell east of the town.", "countryside: sector east(ring around(Nawa))",
			"They left Nawa. Shells fell east of the town of Zalqa.", ""},
		{"any town is none",
			"They left Nawa. Shells fell east of the town.", "countryside: sector east(ring around(Nawa))",
			"They left Nawa. Shells fell east of a town.", ""},
	})
}
