package kind_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestKindsByWhoOrWhat(t *testing.T) {
	geoparsetest.Pairs(t, kindsIn, []geoparsetest.Pair{
		{"frost kills, bandits kill",
			"Bandits killed cows near [Kurna].", "killing",
			"Frost killed cows near [Kurna].", ""},
		{"who dies in a flood",
			"Ten people died in [Kurna].", "killing",
			"Ten people died in floods in [Kurna].", ""},
		{"drones are launched",
			"The junta launched drones at [Kurna].", "air_strike",
			"The junta launched shows at [Kurna].", ""},
		{"a sit-in", "Students began a sit-in in [Kurna].", "protest", "Students sit in [Kurna].", ""},
		{"Arabic: an army's letter",
			"أرسل الجيش قوات إلى [سنار].", "deployment",
			"أرسل الجيش رسالة إلى [سنار].", ""},
		{"Arabic: pictures are published",
			"نشر الجيش قوات في [سنار].", "deployment",
			"نشر الجيش صورا في [سنار].", ""},
		{"Arabic: people come out to protest",
			"خرج الأهالي من [سنار].", "displacement",
			"خرج الأهالي في مظاهرة في [سنار].", "protest"},
		{"Arabic: protesters come out",
			"خرج محتجون في [سنار].", "protest",
			"خرج لاعبون في [سنار].", ""},
		{"Arabic: protesters mass, troops mass",
			"احتشد متظاهرون في [سنار].", "protest",
			"احتشد جنود في [سنار].", "deployment"},
		{"Arabic: weapons are handed over",
			"سلم المسلحون [سنار] إلى الجيش.", "withdrawal",
			"سلم المسلحون أسلحتهم إلى الجيش في [سنار].", ""},
		{"Arabic: positions are handed over",
			"سلم المسلحون مواقعهم في [سنار].", "withdrawal",
			"سلم المسلحون كتبا في [سنار].", ""},
		{"Arabic: a flood kills",
			"قتل مسلحون رجلا في [سنار].", "killing",
			"قتل فيضان رجلا في [سنار].", ""},
	})
}
