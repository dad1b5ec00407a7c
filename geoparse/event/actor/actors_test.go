package actor_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestActors(t *testing.T) {
	geoparsetest.Pairs(t, actorsIn, []geoparsetest.Pair{
		{"police", "Police left [Kurna].", "Police", "Polish guests left [Kurna].", ""},
		{"with an adjective", "Local militias left [Kurna].", "Local militias", "Local guests left [Kurna].", ""},
		{"two adjectives",
			"Local armed militias left [Kurna].", "Local armed militias",
			"Local armed guests left [Kurna].", ""},
		{"behind a people", "|Marish| militias left [Kurna].", "Marish militias", "Marish millers left [Kurna].", ""},
		{"a name before forces", "Zorani forces left [Kurna].", "Zorani forces", "Zorani farmers left [Kurna].", ""},
		{"three words of a name",
			"Zorani Bakar Tolan forces left [Kurna].", "Zorani Bakar Tolan forces",
			"Zorani Bakar Tolan farmers left [Kurna].", ""},
		{"backed by a people",
			"Marish-backed militias left [Kurna].", "Marish-backed militias",
			"Marish-baked bread left [Kurna].", ""},
		{"a comma ends it", "Local militias left [Kurna].", "Local militias", "Local, militias left [Kurna].", "militias"},
		{"and parts two",
			"Militias and police left [Kurna].", "Militias; police",
			"Militias or guests left [Kurna].", "Militias"},
		{"Arabic, of two words", "انسحبت فصائل المعارضة من [سنار].", "فصائل المعارضة", "انسحبت مياه الأمطار من [سنار].", ""},
		{"Arabic, with adjectives",
			"انسحبت الفصائل المحلية المسلحة من [سنار].", "الفصائل المحلية المسلحة",
			"انسحبت السيول المحلية من [سنار].", ""},
		{"Arabic, behind and", "انسحب الجيش والفصائل من [سنار].", "الجيش; والفصائل", "انسحب الجيش والسيول من [سنار].", "الجيش"},
		{"Arabic, for the", "وصلت تعزيزات للجيش إلى [سنار].", "للجيش", "وصلت تعزيزات للبيت إلى [سنار].", ""},
		{"people of a side", "Fighters from the Free Syrian Army left [Kurna].", "Fighters from the Free Syrian Army", "Fighters from the free market left [Kurna].", "Fighters"},
		{"members of a side", "Members of Hezbollah left [Kurna].", "Members of Hezbollah", "Members of a choir left [Kurna].", ""},
		{"loyal to a side", "Gunmen loyal to Hezbollah left [Kurna].", "Gunmen loyal to Hezbollah", "Gunmen close to Hezbollah left [Kurna].", "Gunmen; Hezbollah"},
		{"an army takes from a side", "The army from Hezbollah took [Kurna].", "army; Hezbollah", "Soldiers from Hezbollah took [Kurna].", "Soldiers from Hezbollah"},
		{"for how long", "A three-year rebel siege of [Kurna] ended.", "rebel", "A three-star rebel siege of [Kurna] ended.", "star rebel"},
	})
}
