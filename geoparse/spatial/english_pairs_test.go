package spatial

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestWordsAroundNames(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"behind a class word's possessive",
			"They left Idlib province's south.", "countryside: sector south(Idlib Governorate)",
			"They left Idlib province south.", ""},
		{"a bank of a name",
			"They left the Euphrates west bank.", "countryside: side west near(Euphrates River)",
			"They left the Euphrates bank.", "river: Euphrates River"},
		{"the west of",
			"They left for Idlib's west.", "countryside: sector west(Idlib Governorate)",
			"They left for Idlib's West Gate.", ""},
		{"and needs a direction behind it",
			"They left Idlib's northern and eastern countryside.", "countryside: difference(union(sector north(Idlib Governorate), sector east(Idlib Governorate)), Idlib)",
			"They left Idlib's northern and old countryside.", ""},
		{"and needs one before it",
			"They left Idlib's northern and eastern countryside.", "countryside: difference(union(sector north(Idlib Governorate), sector east(Idlib Governorate)), Idlib)",
			"They left Idlib's old and eastern countryside.", ""},
		{"in front",
			"They left the Morek front.", "line of contact: ring near(Morek)",
			"They slept in front of the Morek school.", ""},
		{"a hyphen joins directions",
			"They left north-western Idlib.", "countryside: sector north-west(Idlib Governorate)",
			"They left north – western Idlib slept.", "countryside: sector west(Idlib Governorate)"},
		{"a comma joins adjectives",
			"They left northern, western Idlib.", "countryside: union(sector north(Idlib Governorate), sector west(Idlib Governorate))",
			"They went north, Idlib slept.", ""},
		{"four fillers",
			"They left the north of the province of Idlib.", "countryside: sector north(Idlib Governorate)",
			"They left the north of the very cold and large province of Idlib.", ""},
		{"a headline's capital",
			"It rained. They left for South Idlib.", "countryside: sector south(Idlib Governorate)",
			"They left for South Suran.", ""},
	})
}
