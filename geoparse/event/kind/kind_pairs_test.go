package kind_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestKindsByClass(t *testing.T) {
	geoparsetest.Pairs(t, kindsIn, []geoparsetest.Pair{
		{"a mission that has moved", "The battle of [Kurna] began.", "clash", "The bottle of [Kurna] began.", ""},
		{"bombs that fell", "Bombs dropped on [Kurna].", "air_strike", "Bombs were sold in [Kurna].", ""},
		{"aid that is kept out", "Aid convoys were barred from [Kurna].", "siege", "Aid convoys were seen in [Kurna].", "aid"},
		{"who withdraws and is no side",
			"Troops withdrew from [Kurna].", "withdrawal",
			"Families withdrew from [Kurna].", "displacement"},
		{"who surrenders", "[Kurna] surrendered to the army.", "capture", "Rebels surrendered weapons in [Kurna].", ""},
	})
}
