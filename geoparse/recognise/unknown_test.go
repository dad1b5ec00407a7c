package recognise_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestNamesInNoGazetteer(t *testing.T) {
	testPairs(t, []geoparsetest.Pair{
		{"a class word of a definite kind",
			"They left the village of Zalqatunah.", "?Zalqatunah[village]",
			"They left the area of Zalqatunah.", ""},
		{"a settlement behind", "They left Zalqatunah town.", "?Zalqatunah[town]", "They left Zalqatunah road.", ""},
		{"a capital behind", "They left Zalqatunah Airport.", "?Zalqatunah Airport", "They left Zalqatunah Delivery.", ""},
		{"what stands between",
			"They left Zalqatunah Military Airport.", "?Zalqatunah Military Airport",
			"They left Zalqatunah military Airport.", ""},
		{"no stop word begins it",
			"They left the village of Zalqatunah.", "?Zalqatunah[village]",
			"They left the village of Which.", ""},
		{"no given name",
			"They left the village of Zalqatunah.", "?Zalqatunah[village]",
			"They left the village of Robert.", "=Robert[village]"},
		{"no organisation's word",
			"They left the village of Zalqatunah.", "?Zalqatunah[village]",
			"They left the village of Brigade.", ""},
		{"an article tied to a capital",
			"They left the village of al-Zalqatunah.", "?al-Zalqatunah[village]",
			"They left the village of al-zalqatunah.", ""},
		{"a head of many names", "They left Kafr Zalqatun.", "?Kafr Zalqatun", "They left Kafrun Zalqatun.", "=Kafrun"},
		{"a class word ends it",
			"They left the village of Zalqa Barqa camp.", "?Zalqa Barqa[camp]",
			"They left the village of Zalqa and Barqa camp.", "~Zalqa[village] =Barqa[camp]"},
		{"a list of villages goes on",
			"They left the villages of Morek, Zalqatunah and Homs.", "=Morek[villages] ?Zalqatunah[villages] =Homs[villages]",
			"They left the villages of Morek; Zalqatunah and Homs.", "=Morek[villages] =Homs"},
		{"in the singular no list",
			"They left the villages of Zalqatunah and Barqinush.", "?Zalqatunah[villages] ?Barqinush[villages]",
			"They left the village of Zalqatunah and Barqinush.", "?Zalqatunah[village]"},
		{"Arabic behind a settlement", "غادروا قرية زلقطونة.", "?زلقطونة[قريه]", "غادروا جامعة زلقطونة.", "=جامعة"},
		{"Arabic, no word of every day", "غادروا قرية زلقطونة.", "?زلقطونة[قريه]", "غادروا قرية كبيرة.", ""},
		{"Arabic, no pause", "غادروا قرية زلقطونة.", "?زلقطونة[قريه]", "غادروا قرية: زلقطونة.", ""},
	})
}

func TestVillagesWithoutNames(t *testing.T) {
	testPairs(t, []geoparsetest.Pair{
		{"what says where a village lies is no name",
			"قصفوا قرية بريف حماة.", "=حماة[ريف]",
			"قصفوا قرية بريفان قرب حماة.", "?بريفان[قريه] =حماة"},
		{"nor is a bearing", "قصفوا بلدة شمال حماة.", "=حماة", "قصفوا بلدة شمالان قرب حماة.", "?شمالان[بلده] =حماة"},
		{"nor a governorate",
			"قصفوا بلدة بمحافظة حماة.", "=حماة[محافظه]",
			"قصفوا بلدة محافظان قرب حماة.", "?محافظان[بلده] =حماة"},
	})
}
