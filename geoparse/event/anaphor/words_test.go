package anaphor_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestWordsForPlaces(t *testing.T) {
	geoparsetest.Pairs(t, meantIn, []geoparsetest.Pair{
		{"the village",
			"Rebels took [Kurna]. The army shelled the village.", "the village=Kurna",
			"Rebels took [Kurna]. The army shelled a village.", ""},
		{"this",
			"Rebels took [Kurna]. The army shelled this town.", "this town=Kurna",
			"Rebels took [Kurna]. The army shelled some town.", ""},
		{"described by a holder",
			"Rebels took [Kurna]. The army shelled the rebel-held town.", "town=Kurna",
			"Rebels took [Kurna]. The army shelled rebel-held town halls.", ""},
		{"that of another",
			"Rebels took [Kurna]. The army shelled the town.", "the town=Kurna",
			"Rebels took [Kurna]. The army shelled the town of [Basat].", ""},
		{"the area controlled by",
			"Rebels took [Kurna]. The army shelled the area.", "the area=Kurna",
			"Rebels took [Kurna]. The army shelled the area held by others.", ""},
		{"there", "Rebels took [Kurna]. Shells fell there.", "there=Kurna", "Rebels took [Kurna]. There were shells.", ""},
		{"it, taken",
			"Rebels took [Kurna]. Troops recaptured it.", "it=Kurna",
			"Rebels took [Kurna]. Troops regretted it.", ""},
		{"it was taken",
			"Rebels left [Kurna]. It was captured in May.", "It=Kurna",
			"Rebels left [Kurna]. It was cold in May.", ""},
		{"it served as a stronghold",
			"Rebels left [Kurna]. It served as a stronghold for militias.", "It=Kurna",
			"Rebels left [Kurna]. It served them well.", ""},
		{"it fell", "Rebels left [Kurna]. It fell to the army.", "It=Kurna", "Rebels left [Kurna]. It fell ill.", ""},
		{"who captured it is none",
			"Rebels left [Kurna]. Troops captured it.", "it=Kurna",
			"Rebels left [Kurna]. It captured hearts.", ""},
		{"no word of a name",
			"Rebels took [Kurna]. The army shelled the town.", "the town=Kurna",
			"Rebels took [Kurna]. The army shelled Zorani town.", ""},
		{"Arabic", "دخل الجيش [سنار]. قصفت الفصائل القرية.", "القرية=سنار", "دخل الجيش [سنار]. قصفت الفصائل قرية.", ""},
		{"Arabic, by",
			"دخل الجيش [سنار]. نزلت الفصائل بالمدينة.", "بالمدينة=سنار",
			"دخل الجيش [سنار]. نزلت الفصائل بمدينة.", ""},
		{"Arabic, with its name",
			"دخل الجيش [سنار]. قصفت الفصائل المدينة.", "المدينة=سنار",
			"دخل الجيش [سنار]. قصفت الفصائل مدينة [أريحا].", ""},
		{"in the same sentence",
			"Rebels took [Kurna] before jets hit the town.", "Kurna=Kurna",
			"Rebels took the hills before jets hit the town.", "the town=untold"},
		{"of six groups before",
			"Rebels took [Kurna]. They slept. The army shelled the town.", "the town=Kurna",
			"They slept. They slept. The army shelled the hills.", ""},
		{"a country is no town",
			"Rebels took [Kurna]. The army shelled the town.", "the town=Kurna",
			"Rebels took <Marland>. The army shelled the hills.", ""},
	})
}
