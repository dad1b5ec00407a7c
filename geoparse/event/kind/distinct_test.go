package kind_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestOneEventToldTwice(t *testing.T) {
	geoparsetest.Pairs(t, kindsIn, []geoparsetest.Pair{
		{"the deaths of a strike",
			"An air strike on [Kurna] killed ten.", "air_strike",
			"An air strike hit [Basat] and gunmen killed ten in [Kurna].", "air_strike air_strike"},
		{"during an offensive",
			"Ten were killed by an air strike on [Kurna].", "air_strike",
			"Ten were killed during an offensive on [Kurna].", "killing clash"},
		{"killed and destroyed",
			"Troops killed ten and destroyed cars in [Kurna].", "killing",
			"Troops killed ten in [Basat] and attacked [Kurna].", "killing clash"},
		{"arrests during a raid",
			"Police arrested ten in [Kurna] during a raid.", "detention",
			"Police arrested ten in [Kurna] and raided [Basat].", "detention clash"},
		{"struck with bombs",
			"Jets struck [Kurna] with guided bombs.", "air_strike",
			"Jets struck [Basat] and guided bombs fell on [Kurna].", "air_strike air_strike"},
		{"ousted and withdrew",
			"Troops drove rebels from [Kurna], forcing them to retreat.", "capture",
			"Troops drove rebels from [Kurna], and militias left [Basat].", "capture withdrawal"},
		{"the operation that led to it",
			"The operation in [Kurna] led to its capture.", "capture",
			"The operation in [Kurna] failed, and they captured [Basat].", "clash capture"},
		{"foiled an attack",
			"Troops repelled an attack on [Kurna].", "clash",
			"Troops repelled rebels in [Basat], and an attack hit [Kurna].", "clash clash"},
		{"leaving dead",
			"Shells hit [Kurna], leaving ten dead and wounded.", "shelling",
			"Shells hit [Kurna], and ten were wounded in [Basat].", "shelling shelling"},
	})
}
