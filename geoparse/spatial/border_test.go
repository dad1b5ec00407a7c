package spatial

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestBordersOfCountries(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"two peoples",
			"They crossed the Lebanese-Syrian border.", "border: border(Lebanon, Syria)",
			"They crossed the Lebanese-Syrian order.", ""},
		{"countries",
			"They crossed the Iraq-Syria border.", "border: border(Iraq, Syria)",
			"They crossed the Iraq and Syria border.", ""},
		{"between",
			"They crossed the border between Iraq and Syria.", "border: border(Iraq, Syria)",
			"They crossed the barrier between Iraq and Syria.", ""},
		{"with",
			"They crossed Iraq's border with Syria.", "border: border(Iraq, Syria)",
			"They crossed Iraq's border for Syria.", ""},
		{"of a country in a text of another",
			"In Homs, Hama and Idlib they spoke of the Iraqi border.", "border: border(Syria, Iraq)",
			"They spoke of the Iraqi border.", ""},
		{"a country without a border of its own",
			"In Homs, Hama and Idlib they spoke of the Iraqi border.", "border: border(Syria, Iraq)",
			"In Homs, Hama and Idlib they spoke of the Syrian border.", ""},
		{"a verb",
			"In Homs, Hama and Idlib they saw the Iraq border.", "border: border(Syria, Iraq)",
			"In Homs, Hama and Idlib they said Iraq borders Turkey.", ""},
		{"borders the",
			"In Homs, Hama and Idlib they saw the Iraqi borders.", "border: border(Syria, Iraq)",
			"In Homs, Hama and Idlib they said Iraq borders the Gulf.", ""},
		{"with, in a text of another",
			"In Homs, Hama and Idlib they saw the border with Iraq.", "border: border(Syria, Iraq)",
			"In Homs, Hama and Idlib they saw the order with Iraq.", ""},
		{"borders Iraq",
			"In Homs, Hama and Idlib they saw the border with Iraq.", "border: border(Syria, Iraq)",
			"In Homs, Hama and Idlib it borders Iraq.", ""},
		{"only of countries",
			"They crossed the Iraqi-Syrian border.", "border: border(Iraq, Syria)",
			"They crossed the Homs-Hama border.", ""},
		{"Arabic", "عبروا الحدود العراقية السورية.", "border: border(Iraq, Syria)", "عبروا الحقول العراقية السورية.", ""},
		{"Arabic, with",
			"في حمص وحماة وإدلب عبروا الحدود مع العراق.", "border: border(Syria, Iraq)",
			"في حمص وحماة وإدلب عبروا الحقول مع العراق.", ""},
		{"Arabic, strip",
			"في حمص وحماة وإدلب عبروا الشريط الحدودي مع العراق.", "border: border(Syria, Iraq)",
			"في حمص وحماة وإدلب عبروا الشريط الأحمر مع العراق.", ""},
		{"Arabic, between",
			"عبروا الحدود بين العراق وسوريا.", "border: border(Iraq, Syria)",
			"عبروا الحديث بين العراق وسوريا.", ""},
	})
}

func TestBordersAndVerbs(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"countries tied by a hyphen",
			"They crossed the Iraq-Syria border.", "border: border(Iraq, Syria)",
			"They crossed the Iraq and Syria border.", ""},
		{"a verb before what has a capital",
			"In Homs, Hama and Idlib they saw the Iraqi borders.", "border: border(Syria, Iraq)",
			"In Homs, Hama and Idlib they said Iraq borders the Gulf.", ""},
		{"a dash",
			"They met at the Iraqi – Syrian border.", "border: border(Iraq, Syria)",
			"They met at the Iraqi, or Syrian, border.", ""},
	})
}
