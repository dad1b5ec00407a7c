package gazetteer

import "testing"

// A source without a date gets that of its index, unless it only describes where a place is.
func TestSourceDate(t *testing.T) {
	for name, c := range map[string]struct {
		place Place
		want  [2]string
	}{
		"dated":            {Place{Source: "GeoNames", SourceDate: "2012-01-17"}, [2]string{"GeoNames", "2012-01-17"}},
		"of the index":     {Place{Source: "GeoNames"}, [2]string{"GeoNames", "2020-03-18"}},
		"described":        {Place{Source: "approx: E of Beersheba"}, [2]string{"approx: E of Beersheba", ""}},
		"described, dated": {Place{Source: "approx: by a map", SourceDate: "2012-01-17"}, [2]string{"approx: by a map", "2012-01-17"}},
	} {
		source, date := (&Index{dated: "2020-03-18"}).sourceOf(c.place.datedSource())
		if got := [2]string{source, date}; got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
