package resolve

import (
	"strings"
	"testing"
)

// TestReasons: the reasons given for a place, each paired with a text where it is not given.
func TestReasons(t *testing.T) {
	for _, tt := range []struct{ written, reason, text, near string }{
		{"Ltaminna", "sounds like", "Shells hit Ltaminna, Morek and Kafr Zita in Hama.", ""},
		{"Latamneh", "the name itself", "They slept in Latamneh.", ""},
		{"Syrian", "a people or their adjective", "Syrian men left.", ""},
		{"Morek", "called a village", "The village of Morek in Hama slept.", "The market of Morek in Hama slept."},
		{"Morek", "the only place so called", "They slept in Morek.", ""},
		{"Tripoli", "named with what it lies in", "Tripoli, Lebanon, slept.", "Tripoli slept."},
		{"Tripoli", "the only place so called", "Tripoli, Lebanon, slept.", "Tripoli slept."},
		{"Kafr Zita", "near the other places of the text", "Morek, Kafr Zita and Latamneh slept.", "Kafr Zita slept."},
		{"Homs", "in a country the text speaks of", "Homs and Hama in Syria slept.", "Lyon, Nice and Paris in France heard of Homs."},
		{"Paris", "well known", "They slept in Paris.", "They slept in Paris, Lamar County, Texas."},
	} {
		has := func(text string) bool {
			r := resolved(t, text)
			i := nameOf(r, tt.written)
			return i >= 0 && r.Taken(i) != nil && strings.Contains(r.Reason(i), tt.reason)
		}
		if !has(tt.text) {
			t.Errorf("%s: %s is not %q", tt.text, tt.written, tt.reason)
		}
		if tt.near != "" && has(tt.near) {
			t.Errorf("%s: %s is %q", tt.near, tt.written, tt.reason)
		}
	}
}
