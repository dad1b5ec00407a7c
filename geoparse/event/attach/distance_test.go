package attach_test

import (
	"math"
	"testing"

	"dateline/geoparse/event/readtest"
)

// wayIn returns the distance of the places of the first trigger of a marked text from it.
func wayIn(t testing.TB, marked string) float64 {
	t.Helper()
	joined := readtest.Joined(readtest.Last(t, marked))
	if len(joined) == 0 {
		return math.Inf(1)
	}
	return joined[0].Cost
}

// TestWhatAddsToTheDistance: what lies between a trigger and its place, and what makes the distance
// longer. By how much is a matter of tuning, and not tested.
func TestWhatAddsToTheDistance(t *testing.T) {
	for _, tt := range []struct{ rule, nearer, farther string }{
		{"a word", "Rebels shelled [Kurna].", "Rebels shelled barns of [Kurna]."},
		{"one more", "Rebels shelled barns of [Kurna].", "Rebels shelled white barns of [Kurna]."},
		{"a noun more than an article", "Rebels shelled the [Kurna].", "Rebels shelled barns [Kurna]."},
		{"a comma", "Rebels shelled barns in [Kurna].", "Rebels shelled barns, in [Kurna]."},
		{"a dash more than a comma", "Rebels shelled barns, in [Kurna].", "Rebels shelled barns — in [Kurna]."},
		{"a semicolon most", "Rebels shelled barns — in [Kurna].", "Rebels shelled barns; in [Kurna]."},
		{"a quotation mark a little", "Rebels shelled barns in [Kurna].", "Rebels shelled “barns in [Kurna]."},
		{"another trigger", "Rebels shelled barns near [Kurna].", "Rebels shelled barns besieged near [Kurna]."},
		{"a verb more than a noun", "Rebels shelled the site of battle near [Kurna].", "Rebels shelled a site to attack near [Kurna]."},
		{"who", "Rebels shelled men from a farm in [Kurna].", "Rebels shelled men who farm in [Kurna]."},
		{"when", "Rebels shelled men in hills of [Kurna].", "Rebels shelled men when in hills of [Kurna]."},
		{"a clause more than who", "Rebels shelled men who farm in [Kurna].", "Rebels shelled men while they farm in [Kurna]."},
		{"said", "Rebels shelled men near [Kurna].", "Rebels shelled men, said near [Kurna]."},
		{"where it was said", "In [Kurna] barns rebels shelled men.", "In [Kurna] they said rebels shelled men."},
		{"in response to", "Rebels shelled barns in fear of [Kurna].", "Rebels shelled barns in response to [Kurna]."},
		{"another place", "Rebels shelled men in [Kurna].", "Rebels shelled men for <Marland> in [Kurna]."},
		{"into brackets", "Rebels shelled barns in [Kurna].", "Rebels shelled barns (in [Kurna])."},
		{"a vague place", "They left [Kurna]. Rebels shelled the town.", "They left [Kurna]. Rebels shelled the area."},
		{"from, for what does not leave", "Rebels shelled men in [Kurna].", "Rebels shelled men from [Kurna]."},
		{"a place before its verb", "Rebels shelled [Kurna].", "In [Kurna] rebels shelled."},
		{"which opens no sentence", "In [Kurna] rebels shelled men.", "Guests and friends in [Kurna] rebels shelled."},
		{"before a passive less", "[Kurna] was shelled.", "In [Kurna] rebels shelled."},
		{"right before it least", "[Kurna] was shelled.", "[Kurna] for days was shelled."},
		{"a noun right behind its place", "The [Kurna] siege began.", "The [Kurna] mayors' siege began."},
		{"under somebody's control", "[Kurna] was under rebel control.", "[Kurna] saw more of rebel control."},
		{"not in the clause set off", "Rebels shelled, when it rained, [Kurna].", "Rebels shelled, when it rained on them all and they slept [Kurna]."},
		{"what stands in brackets between", "Rebels shelled (for days and nights) [Kurna].", "Rebels shelled for days and nights [Kurna]."},
	} {
		nearer, farther := wayIn(t, tt.nearer), wayIn(t, tt.farther)
		if !(nearer < farther) {
			t.Errorf("%s: %.1f in %q, %.1f in %q", tt.rule, nearer, tt.nearer, farther, tt.farther)
		}
	}
}
