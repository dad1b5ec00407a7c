package place_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestDatelines(t *testing.T) {
	geoparsetest.Pairs(t, groupsIn, []geoparsetest.Pair{
		{"a dateline is none", "[KURNA] Rebels took [Basat].", "Basat", "[Kurna] and [Basat] fell.", "Kurna+Basat"},
		{"where all is in capitals it is none",
			"[KURNA] AND [BASAT] FALL", "KURNA+BASAT",
			"[KURNA] and [Basat] fall.", "Basat"},
		{"a short name", "[TEL] and [Basat] fall.", "TEL+Basat", "[TELL] and [Basat] fall.", "Basat"},
		{"a country is none", "<MARLAND> took [Basat].", "MARLAND Basat", "[MARLAND] took [Basat].", "Basat"},
	})
}
