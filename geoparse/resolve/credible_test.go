package resolve

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

// testBelief checks whether the last name written so is believed to be a place.
func testBelief(t *testing.T, pairs []pair) {
	t.Helper()
	for _, p := range pairs {
		read := func(t testing.TB, text string) string {
			r := resolved(t, text)
			if i := nameOf(r, p.name); i >= 0 && r.Taken(i) != nil && r.IsCredible(i) {
				return "believed"
			}
			return "not"
		}
		geoparsetest.Pairs(t, read, []geoparsetest.Pair{{p.rule, p.text, p.want, p.near, p.wantNear}})
	}
}

func TestBelief(t *testing.T) {
	testBelief(t, []pair{
		{"a great city anywhere", "Aleppo",
			"In Paris they spoke of Aleppo.", "believed",
			"In Paris they spoke of Kafr Zita.", "not"},
		{"by its sound, near others", "Ltaminna",
			"In Morek and Hama they spoke of Ltaminna.", "believed",
			"In Paris and Lyon they spoke of Ltaminna.", "not"},
		{"by its sound, of a country spoken of", "Ltaminna",
			"In Morek and Hama they spoke of Ltaminna.", "believed",
			"In Basra and Mosul they spoke of Ltaminna.", "not"},
		{"by its sound, in a division", "Ltaminna",
			"They left Ltaminna, Hama countryside.", "believed",
			"They left Ltaminna, Homs countryside.", "not"},
		{"Arabic in no place's stead", "مورك",
			"قصفوا حماة واللطامنة قرب مورك.", "believed",
			"قصفوا مدريد وليون وروما قرب مورك.", "not"},
	})
}
