package kind_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestNews(t *testing.T) {
	geoparsetest.Pairs(t, kindsIn, []geoparsetest.Pair{
		{"a capture that may come", "Rebels may capture [Kurna].", "capture", "Rebels may shell [Kurna].", ""},
		{"planned strikes are none", "Rebels plan to besiege [Kurna].", "siege", "Rebels plan to bomb [Kurna].", ""},
		{"killings that may come are none", "Rebels killed ten in [Kurna].", "killing", "Rebels may kill ten in [Kurna].", ""},
		{"a protest that is planned", "They protested in [Kurna].", "protest", "They will protest in [Kurna].", ""},
		{"aid that is planned", "They will deliver aid to [Kurna].", "aid", "They will detain men in [Kurna].", ""},
		{"an attack that is possible", "Rebels plan to attack [Kurna].", "clash", "Rebels could attack [Kurna].", ""},
	})
}
