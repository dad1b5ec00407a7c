package gazetteer

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// Sounding is a place with a name that sounds like the query.
type Sounding struct {
	Hit
	Quality float64 // of the name: QualityScript or better
}

// soundingCacheSize is the number of cached lookups by sound.
const soundingCacheSize = 4096

// Sounding returns the places with a name that has the same transliteration key, and similar
// vowels where these can be compared: a place with names in Latin script matches by those
// alone. The caller must not change them.
func (g *Gazetteer) Sounding(written string) []Sounding { return *g.soundings.Get(written) }

func (g *Gazetteer) sound(written string) []Sounding {
	var alike []Sounding
	for _, h := range g.ByKey(nil, KeyOf(written)) {
		q := Quality(written, h.Name)
		if q > QualityScript || q == QualityScript && !g.hasCasedName(h.Ref) {
			alike = append(alike, Sounding{h, q})
		}
	}
	return alike
}

// hasCasedName reports whether a place has a name in a script with capitals, as Latin.
func (g *Gazetteer) hasCasedName(r Ref) bool {
	return slices.ContainsFunc(g.Names(r), func(name string) bool {
		first, _ := utf8.DecodeRuneInString(name)
		return unicode.IsLower(first) || unicode.IsUpper(first)
	})
}
