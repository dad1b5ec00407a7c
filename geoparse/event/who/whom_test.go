package who_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestHolderAndFormerHolder(t *testing.T) {
	geoparsetest.Pairs(t, whoIn, []geoparsetest.Pair{
		{"from",
			"Militias seized [Kurna] from police.", "by Militias; from police",
			"Militias seized [Kurna] from afar.", "by Militias"},
		{"whom they drive out",
			"Militias drove police out of [Kurna].", "by Militias; from police",
			"Militias drove trucks out of [Kurna].", "no event"},
		{"who held it", "Militias took army-held [Kurna].", "holds army", "Militias took snow-bound [Kurna].", "no event"},
		{"who leaves held it", "Militias left [Kurna].", "by Militias; from Militias", "Most merchants left [Kurna].", ""},
		{"to whom it is left",
			"Militias ceded [Kurna] to police.", "by Militias; holds police; from Militias",
			"Militias ceded [Kurna] in May.", "by Militias; from Militias"},
		{"whom it hits",
			"Planes bombed militias in [Kurna].", "by Planes; to militias",
			"Planes bombed fields in [Kurna].", "by Planes"},
		{"the second of two sides",
			"Clashes between militias and police began in [Kurna].", "by militias; to police",
			"Clashes between militias began in [Kurna].", "by militias"},
		{"against",
			"Militias fought against police in [Kurna].", "by Militias; to police",
			"Militias fought against time in [Kurna].", "by Militias"},
		{"who is killed",
			"Militias killed two officers in [Kurna].", "by Militias; to officers",
			"Militias killed time in [Kurna].", "by Militias"},
		{"missiles, with drones beside them",
			"Militias launched missiles and drones at [Kurna].", "by Militias",
			"Militias launched missiles at police and drones in [Kurna].", "by Militias; to police"},
		{"Arabic, out of it",
			"طرد الجيش الفصائل من [سنار].", "by الجيش; from الفصائل",
			"طرد الجيش الغبار من [سنار].", "by الجيش"},
		{"Arabic, against", "خاض الجيش معارك ضد الفصائل في [سنار].", "to الفصائل", "خاض الجيش معارك ضد الوقت في [سنار].", ""},
		{"to whom, in its own clause",
			"Militias abandoned [Kurna] to police.", "by Militias; holds police; from Militias",
			"Militias abandoned [Kurna]; trucks drive to police.", "by Militias; from Militias"},
	})
}
