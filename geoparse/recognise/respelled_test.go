package recognise_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestRespelledPlaces(t *testing.T) {
	testPairs(t, []geoparsetest.Pair{
		{"h for g", "They left Zhytomyr for Volnovakha.", "=Zhytomyr =Volnovakha", "They left for Zolnovakha.", ""},
		{"ia for ya", "They left Bilopillia.", "=Bilopillia", "They left Bilopolia.", ""},
		{"a small letter begins no name", "They left Enerhodar.", "=Enerhodar", "They left enerhodar.", ""},
	})
}
