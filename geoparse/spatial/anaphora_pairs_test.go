package spatial

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestBackWords(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"no name of its own",
			"They left Nawa. It rained east of the town.", "countryside: sector east(ring around(Nawa))",
			"They left Nawa. It rained east of Town.", ""},
		{"not before its name",
			"They left Nawa. It rained in the north of the city.", "countryside: sector north(ring near(Nawa))",
			"They left Nawa. It rained in the north of the city of Homs.", "countryside: sector north(ring near(Homs))"},
		{"another class word",
			"They left Nawa. It rained east of the town.", "countryside: sector east(ring around(Nawa))",
			"They left Nawa. It rained east of the town hospital.", ""},
		{"not the place that it locates",
			"They left Nawa. They took Jasim, north of the town.", "countryside: sector north(ring around(Nawa))",
			"They left Nawa. They took Jasim and fought north of the town.", "countryside: sector north(ring around(Jasim))"},
		{"no other town",
			"They took Jasim. It rained north of the town.", "countryside: sector north(ring around(Jasim))",
			"They took Jasim, north of the town.", ""},
		{"a quarter is no town",
			"They left Nawa. It rained east of the town.", "countryside: sector east(ring around(Nawa))",
			"They left Jobar. It rained east of the town.", ""},
		{"a pocket is none",
			"They left Nawa. It rained east of the town.", "countryside: sector east(ring around(Nawa))",
			"They left Nawa. They hold the town pocket.", ""},
		{"Arabic without its article",
			"وصلوا إلى نوى. سقطت قذائف غرب البلدة.", "countryside: sector west(ring near(Nawa))",
			"وصلوا إلى نوى. سقطت قذائف غرب بلدة.", ""},
	})
}
