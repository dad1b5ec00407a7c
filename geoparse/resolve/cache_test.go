package resolve

import (
	"testing"

	"dateline/gazetteer"
	"dateline/geoparse/geoparsetest"
)

// TestCacheChangesNothing reads, twice, names that occurred before in other contexts.
func TestCacheChangesNothing(t *testing.T) {
	memory := NewCache()
	texts := []string{
		"Shells fell on Hama.", "He left for the villages in Hama.", "The province of Hama is calm.", "Hama province is calm.", "Syrians left Hama.", "A Hama village is calm.",
		"She left Cairo for Alexandria, Virginia.", "She left Cairo for Alexandria.", "They met in Georgia, Atlanta and Savannah.", "They met in Tbilisi, in Georgia.",
		"قصف الطيران قرى في إدلب", "قصف الطيران إدلب", "قصف الطيران محافظة إدلب", "The village of Tell is calm.", "Tripoli is calm.", "Tripoli, Lebanon, is calm.", "Odessa, Texas, is calm.", "Odessa is calm.",
	}
	for range 2 {
		for _, text := range texts {
			alone := resolved(t, text)
			after := Resolve(geoparsetest.Classified(t, text), Settings{Weights: DefaultWeights(), Places: Places{}, Cache: memory})
			for i := range alone.Names {
				a, b := alone.Taken(i), after.Taken(i)
				if (a == nil) != (b == nil) || a != nil && (a.ID != b.ID || alone.Confidence(i) != after.Confidence(i) || alone.Reason(i) != after.Reason(i)) {
					t.Errorf("%s: %s is %+v, with what was read before %+v", text, alone.Names[i].Written, a, b)
				}
			}
		}
	}
}

// TestHoldersAreWeighedApart: a name means the division where towns are said to lie in it, and its
// seat where the same text uses it alone.
func TestHoldersAreWeighedApart(t *testing.T) {
	for _, text := range []string{"He left for the villages in Hama. Shells fell on Hama.", "Shells fell on Hama. He left for the villages in Hama."} {
		r := resolved(t, text)
		for i := range r.Names {
			best := r.choices[i].options[0].place
			if got := best.Kind == gazetteer.FirstDivision; got != r.Names[i].Holder {
				t.Errorf("%s: Hama at %d is weighed as %s, %s", text, r.Names[i].Start, best.ID, best.Kind)
			}
		}
	}
}

// TestCacheRemembers: a name is weighed once per context.
func TestCacheRemembers(t *testing.T) {
	memory := NewCache()
	for _, tt := range []struct {
		text  string
		known bool
	}{
		{"Shells fell on Hama.", false}, {"Shells fell on Hama.", true}, {"He left for the villages in Hama.", false}, {"The province of Hama is calm.", false}, {"The province of Hama is calm.", true},
	} {
		r := Resolve(geoparsetest.Classified(t, tt.text), Settings{Weights: DefaultWeights(), Places: Places{}})
		s := &r.Names[nameOf(r, "Hama")]
		known := true
		memory.weighed(asName{s.Written, s.Class, r.ownClass(s), false, s.Holder}, s.Hits, func() []option { known = false; return r.weigh(s) })
		if known != tt.known {
			t.Errorf("%s: the name was known: %v", tt.text, known)
		}
	}
}
