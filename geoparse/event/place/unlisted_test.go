package place_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestNamesOfNoGazetteer(t *testing.T) {
	geoparsetest.Pairs(t, groupsIn, []geoparsetest.Pair{
		{"in", "Rebels shelled a bus in Zorindi.", "Zorindi", "Rebels shelled a bus with Zorindi.", ""},
		{"near", "Rebels shelled a bus near Zorindi.", "Zorindi", "Rebels shelled a bus for Zorindi.", ""},
		{"the town of", "Rebels shelled the town of Zorindi.", "Zorindi", "Rebels shelled the tents of Zorindi.", ""},
		{"what is taken", "Rebels captured Zorindi.", "Zorindi", "Rebels mourned Zorindi.", ""},
		{"what is bombed", "Rebels shelled Zorindi.", "Zorindi", "Rebels praised Zorindi.", ""},
		{"what is besieged", "Rebels besieged Zorindi.", "Zorindi", "Rebels befriended Zorindi.", ""},
		{"under control", "Zorindi was under rebel control.", "Zorindi", "Zorindi was under rebel cover.", ""},
		{"retaken", "Zorindi was retaken.", "Zorindi", "Zorindi was retold.", ""},
		{"two words", "Rebels captured Zorindi Kalo.", "Zorindi Kalo", "Rebels captured, Zorindi Kalo.", ""},
		{"no people", "Rebels captured Zorindi.", "Zorindi", "Rebels captured Zorindi fighters.", ""},
		{"no goods", "Rebels captured Zorindi.", "Zorindi", "Rebels captured Zorindi tanks.", ""},
		{"no plural", "Rebels captured Zorindi in May.", "Zorindi", "Rebels captured Zorindis men.", ""},
		{"followed by figures", "Rebels captured Zorindi.", "Zorindi", "Rebels captured Zorindi 4.", ""},
		{"letters alone", "Rebels captured Zorindi.", "Zorindi", "Rebels captured ZRND.", ""},
		{"too short", "Rebels captured Zori.", "Zori", "Rebels captured Zor.", ""},
		{"a town is named",
			"Rebels shelled a bus in Zorindi.", "Zorindi",
			"Rebels left [Kurna] for a bus in Zorindi.", "Kurna"},
		{"but that opens the sentence",
			"In [Kurna], rebels shelled a bus in Zorindi.", "Kurna Zorindi",
			"Near a bus in Zorindi, rebels left [Kurna].", "Kurna"},
		{"the town of, beside others",
			"Rebels left [Kurna] for the town of Zorindi.", "Kurna Zorindi",
			"Rebels left [Kurna] for the friends of Zorindi.", "Kurna"},
		{"Arabic, the town of", "قصف الجيش بلدة زوريندي.", "زوريندي", "قصف الجيش سيارة زوريندي.", ""},
		{"Arabic, near", "قصف الجيش رتلا قرب زوريندي.", "زوريندي", "قصف الجيش رتلا مع زوريندي.", ""},
		{"Arabic, with the second word",
			"قصف الجيش بلدة زوريندي الغربيون.", "زوريندي الغربيون",
			"قصف الجيش بلدة زوريندي غربيون.", "زوريندي"},
	})
}

func TestMoreUnlistedNames(t *testing.T) {
	geoparsetest.Pairs(t, groupsIn, []geoparsetest.Pair{
		{"a third word",
			"They captured Zorindi Kalo Meru.", "Zorindi Kalo Meru",
			"They captured Zorindi, Kalo, Bar.", "Zorindi"},
		{"an s before in", "They captured Zorindis in May.", "Zorindis", "They captured Zorindis men.", ""},
		{"a plain town is named",
			"They slept in Zorindi in {Upper}.", "Upper Zorindi",
			"They slept in Zorindi in [Kurna].", "Kurna"},
		{"a district's town",
			"They slept in the town of Zorindi near [Kurna].", "Kurna Zorindi",
			"They slept in the song of Zorindi near [Kurna].", "Kurna"},
		{"held", "Zorindi was besieged.", "Zorindi", "Zorindi was bewildered.", ""},
		{"under siege", "Zorindi is under siege.", "Zorindi", "Zorindi is under a tree.", ""},
		{"a passive's agent is none", "They captured Zorindi.", "Zorindi", "They were captured Zorindi said.", ""},
	})
}
