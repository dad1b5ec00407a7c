package recognise_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestNamesWithTheirClassWord(t *testing.T) {
	testPairs(t, []geoparsetest.Pair{
		{"a name only with its class",
			"They left the Nur Shams camp.", "=Nur Shams[camp]",
			"They left the Nur Shams people.", "=Nur"},
		{"a list of them",
			"The Abu Shouk, Kalma and Zamzam camps burned.", "=Abu Shouk[camps] =Kalma[camps] =Zamzam[camps]",
			"The Abu Shouk; Kalma and Zamzam camps burned.", "=Abu Shouk =Kalma[camps] =Zamzam[camps]"},
		{"a singular ends no list",
			"The Abu Shouk and Zamzam camps burned.", "=Abu Shouk[camps] =Zamzam[camps]",
			"The Abu Shouk and Zamzam camp burned.", "=Abu Shouk =Zamzam[camp]"},
		{"a hyphen in the name", "They left the Nur-Shams camp.", "=Nur-Shams[camp]", "They left the Nur, Shams camp.", "=Nur"},
		{"a capital class word is not meant",
			"They left the Zamzam camp.", "=Zamzam[camp]",
			"They left the Zamzam Camp.", "=Zamzam Camp"},
		{"counties",
			"They left Orange and Kings counties.", "=Orange[counties] =Kings[counties]",
			"They left Orange and Kings.", "=Orange =Kings"},
		{"no verb between", "They left the Zamzam camp.", "=Zamzam[camp]", "They left the Zamzam now camp.", "=Zamzam"},
	})
}
